"""The generator of the Mozi Workshop site: sourced records in, checked and linked pages out.

Everything here is plain Python that knows nothing of MkDocs, so that the renderer can be changed.
"""
