"""QR codes of addresses, so that readers of a printed page find the page on the web."""

from functools import cache

from markupsafe import Markup

MASK = 2
"""Mask pattern of the code. Scanners read any of the eight; trying all for the most even
one takes four times as long."""


@cache  # a page and its sheet show the same code
def svg(address: str) -> Markup:
    """QR code of `address` as an SVG element, with the empty border that scanners need.

    It has no size of its own: the stylesheet sets it, whatever number of modules the address needs.
    """
    import segno  # late: it loads network modules, and most builds after an edit draw no code

    code = segno.make_qr(address, error="m", mask=MASK)
    return Markup(code.svg_inline(omitsize=True, svgclass=None, lineclass=None))
