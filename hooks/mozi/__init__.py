"""The generator of the Mozi Workshop site: sourced records in, checked and linked pages out.

Everything here is plain Python that does not know who renders the theme: `mozi_mkdocs` does.
"""
