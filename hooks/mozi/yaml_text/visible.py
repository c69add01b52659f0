"""Characters that print nothing, made visible by their names."""


def visible(text: str, also: str = "") -> str:
    """`text` with a name for each character that would be invisible or move others, but for `also`."""
    return "".join(c if c.isprintable() or c in also else f"<U+{ord(c):04X}>" for c in text)
