"""Characters that print nothing, made visible by their names."""


def visible(text: str, also: str = "") -> str:
    """Return `text` with `<U+…>` for each character that is invisible or moves others.

    Characters in `also` stay as they are.
    """
    return "".join(c if c.isprintable() or c in also else f"<U+{ord(c):04X}>" for c in text)
