"""An address as a QR code, so that a reader of the printed page finds the page again."""

from functools import cache

from markupsafe import Markup

MASK = 2
"""Any mask can be read. Trying all eight for the most even one takes four times as long."""


@cache  # a page and its sheet show the same
def svg(address: str) -> Markup:
    """The code of `address` as an SVG element, with the empty border that readers need.

    It has no size of its own: the stylesheet sets it, however many modules the address takes.
    """
    import segno  # with all that it wants of the network: most builds after an edit draw no code

    code = segno.make_qr(address, error="m", mask=MASK)
    return Markup(code.svg_inline(omitsize=True, svgclass=None, lineclass=None))
