"""An address as a QR code, so that a reader of the printed page finds the page again."""

import segno
from markupsafe import Markup

SCALE = 2
"""Pixels of a module on a screen; the stylesheet sets the size on paper."""

MASK = 2
"""Any mask can be read. Trying all eight for the most even one takes four times as long."""


def svg(address: str) -> Markup:
    """The code of `address` as an SVG element, with the empty border that readers need."""
    code = segno.make_qr(address, error="m", mask=MASK)
    return Markup(code.svg_inline(scale=SCALE, svgclass=None, lineclass=None))
