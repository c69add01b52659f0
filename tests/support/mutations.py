"""Damage to the files of a project, the same for the same seed: what the fuzzer feeds the loader.

Three sorts: of bytes and lines (any file), of the data inside (YAML), and of catalogues (gettext).
"""

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import yaml
from mozi.yaml_text.parse import MAX_BYTES, KeyPath, Unreadable, decode, parse_yaml

Mutation = Callable[[bytes, Random], bytes]

CHARACTERS = (
    "\x00", "\x07", "\x0b", "\x0c", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u0300" * 50, "\u061c",
    "\u200b", "\u200d", "\u200e", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff",
    "\ufffd", "\uffff", "\U0001f600", "\U000e0041", "\U0010ffff", "а", "ﷺ", "𝔘", "０", "٣", "“", "墨",
)  # fmt: skip
"""Control, bidirectional, invisible, combining, astral and look-alike characters."""

BYTES = (
    b"\xff", b"\xfe\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80", b"\xe5\xa2",
    "工坊".encode("gbk"), "工坊".encode("utf-16"),
)  # fmt: skip
"""What is not UTF-8: overlong, surrogates, beyond Unicode, cut off, other encodings."""

TOKENS = (
    "&a ", "*a ", "!!python/object:os.system ", "!t ", "---\n", "...\n", "%YAML 1.1\n", "%TAG ! x\n", "? ",
    ": ", "- ", "{", "}", "[", "]", ", ", "#", "|\n", ">-\n", "'", '"', "\\", '"\\uD800"', '"\\x00"', '"\\L"',
    "<<: ", "@", "`", "\t", "\n\n", "\r", "~", "null", "true", "no", "0x1F", "0o17", "1e999", "-.inf", ".nan",
    "1_000", "12:30:00", "2024-02-30", "9" * 31, "<b>", "&amp;", "{{ 7 * 7 }}", "${HOME}", "%s%n", "../..",
)  # fmt: skip
"""What means something to YAML, or to what comes after it."""

SCALARS: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**31, 2**63, 10**29, 0.5, -0.0, 1e308, 5e-324, "", " ", "\n", "0", "no", "~",
    "0000", "9999", "0001-01-01", "9999-12-31", "2024-02-30", "2023-02-29", "2024-00", "2024-09-24T00:00",
    "２０２４", "٢٠٢٤", "2024\n", "2024-09-24\n", "P", "P1Y1Y", "P0D", "PT5M", "P99999999999Y", "P" + "9" * 400 + "Y",
    "P٣Y", "https://", "https://[", "https://[::1]:99999/", "http://a b/", "javascript:alert(1)", "mailto:",
    "tel:", "https://a\u202eb/", "https://例え.jp/%", "//a", "\\\\a\\b", "en", "EN", "zh-Hant", "en-", "-",
    "en-US-Latn", "en-Latn-US-GB", "xx", "tlh", "root", "XXX", "CNY", "cny", "0812", "٠٨١٢", "a--b", "a-b\n",
    "index", "compare", "../index", "a/b", "con", "tj", "<script>alert(1)</script>", "{{ 7 * 7 }}", "%(num)s",
    "100 %", "\u202eevil", "a\x00b", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
)  # fmt: skip
"""Values on the edges of what fields allow."""

KEYS = (
    "", " ", "en", "zh", "xx", "value", "cite", "basis", "note", "as_of", "unpublished", "name", "label", "<<", "=",
    "__class__", "model_config", "_id", "context", "0", "~", "a b", "a" * 3000, "ключ", "\u202ekey", "zh-Hant-XX",
)  # fmt: skip


LONGEST = 4 * MAX_BYTES
"""Bytes of a damaged file: some are longer than a record may be."""


def mutated(content: bytes, other: bytes, chance: Random, *more: Mutation) -> tuple[str, bytes]:
    """`content` damaged, now and then several times; the names of the mutations, and the result.

    `other` is a second file, whose parts may get into it; `more` are mutations for its format.
    """
    names = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        mutation = chance.choice((*ANY_FILE, *more, *more))
        content = (
            _spliced(content, other, chance) if mutation is _splice else mutation(content, chance)
        )[:LONGEST]
        names.append(mutation.__name__.strip("_"))
    return "+".join(names), content


def _times(count: int, length: int) -> int:
    """How often something of a length may be repeated, at most `count` times."""
    return min(count, LONGEST // max(1, length))


# Bytes and lines -----------------------------------------------------------------------------------


def _span(length: int, chance: Random) -> tuple[int, int]:
    start = chance.randint(0, length)
    return start, min(length, start + int(chance.expovariate(1 / 20)))


def _flip(content: bytes, chance: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 20)) if content else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _delete(content: bytes, chance: Random) -> bytes:
    start, end = _span(len(content), chance)
    return content[:start] + content[end:]


def _repeat(content: bytes, chance: Random) -> bytes:
    start, end = _span(len(content), chance)
    times = _times(chance.choice((1, 2, 100, 20_000)), end - start)
    return content[:end] + content[start:end] * times + content[end:]


def _truncate(content: bytes, chance: Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def _insert(what: bytes, content: bytes, chance: Random) -> bytes:
    place = chance.randint(0, len(content))
    return content[:place] + what + content[place:]


def _insert_character(content: bytes, chance: Random) -> bytes:
    return _insert(chance.choice(CHARACTERS).encode(), content, chance)


def _insert_any_character(content: bytes, chance: Random) -> bytes:
    code = chance.choice((chance.randrange(0xD800), chance.randrange(0xE000, 0x110000)))
    return _insert(chr(code).encode(), content, chance)


def _insert_bytes(content: bytes, chance: Random) -> bytes:
    return _insert(chance.choice((*BYTES, chance.randbytes(8))), content, chance)


def _insert_token(content: bytes, chance: Random) -> bytes:
    return _insert(chance.choice(TOKENS).encode(), content, chance)


def _splice(content: bytes, chance: Random) -> bytes:
    """Stands for `_spliced`, which takes two files."""
    return content


def _spliced(content: bytes, other: bytes, chance: Random) -> bytes:
    start, end = sorted((chance.randint(0, len(content)), chance.randint(0, len(content))))
    first, last = sorted((chance.randint(0, len(other)), chance.randint(0, len(other))))
    return content[:start] + other[first:last] + content[end:]


def _lines(change: Callable[[list[bytes], Random], None]) -> Mutation:
    def mutation(content: bytes, chance: Random) -> bytes:
        lines = content.split(b"\n")
        change(lines, chance)
        return b"\n".join(lines)

    mutation.__name__ = change.__name__
    return mutation


@_lines
def _swap_lines(lines: list[bytes], chance: Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


@_lines
def _delete_line(lines: list[bytes], chance: Random) -> None:
    del lines[chance.randrange(len(lines))]


@_lines
def _repeat_line(lines: list[bytes], chance: Random) -> None:
    place = chance.randrange(len(lines))
    times = _times(chance.choice((1, 2, 50, 3000)), len(lines[place]))
    lines[place:place] = [lines[place]] * times


@_lines
def _indent(lines: list[bytes], chance: Random) -> None:
    place = chance.randrange(len(lines))
    lines[place] = chance.choice((b" ", b"\t", b"   ", b"\xc2\xa0", b"\xe3\x80\x80")) + lines[place]


def _other_line_ends(content: bytes, chance: Random) -> bytes:
    ends = (b"\r\n", b"\r", b"\x0b", "\x85".encode(), "\u2028".encode(), b"\n\n", b"")
    return content.replace(b"\n", chance.choice(ends), chance.choice((-1, -1, 5)))


def _another_encoding(content: bytes, chance: Random) -> bytes:
    text = content.decode("utf-8", "replace")
    encoding = chance.choice(("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "gb18030", "latin-1"))
    return text.encode(encoding, "replace")


def _huge_word(content: bytes, chance: Random) -> bytes:
    letter = chance.choice(
        ("a", "9", " ", "-", "墨", "\U0001f600", "a-", "\t", "\\", "(", ". ", "%")
    )
    size = chance.choice((1000, 5000, 60_000, 250_000))
    return _insert((letter * (size // len(letter.encode()))).encode(), content, chance)


def _nothing_of_it(content: bytes, chance: Random) -> bytes:
    size = chance.choice((0, 1, 10, 1000, 10_000))
    text = "".join(
        chr(chance.choice((chance.randrange(128), chance.randrange(0xD800)))) for _ in range(size)
    )
    tokens = "".join(chance.choice((*TOKENS, "a", "b ", "\n", "\n  ")) for _ in range(size // 4))
    return chance.choice((chance.randbytes(size), text.encode(), tokens.encode(), b"\n" * size))


ANY_FILE: tuple[Mutation, ...] = (
    _flip,
    _delete,
    _repeat,
    _truncate,
    _insert_character,
    _insert_any_character,
    _insert_bytes,
    _insert_token,
    _splice,
    _swap_lines,
    _delete_line,
    _repeat_line,
    _indent,
    _other_line_ends,
    _another_encoding,
    _huge_word,
    _nothing_of_it,
)


# Data ----------------------------------------------------------------------------------------------


def _data(change: Callable[[Any, Random], Any]) -> Mutation:
    """A mutation of what a YAML file holds; the file is left as it is when it holds no mapping."""

    def mutation(content: bytes, chance: Random) -> bytes:
        try:
            data = parse_yaml(decode(content))
        except Unreadable:
            return content
        if not isinstance(data, dict):
            return content
        data = change(data, chance)
        if chance.random() < 0.5:
            return json.dumps(data, ensure_ascii=False, indent=chance.choice((None, 1))).encode()
        return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False).encode()

    mutation.__name__ = change.__name__
    return mutation


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out: `_bomb` makes the aliases."""
        return True


def _places(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    """The path of everything inside."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path, *(place for key, item in inner for place in _places(item, (*path, key)))]


def _at(data: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        data = data[step]
    return data


def _any_place(data: Any, chance: Random) -> tuple[Any, Any]:
    """A mapping or list, and a key or position in it."""
    places = _places(data)[1:]
    if not places:
        return data, "name"
    path = chance.choice(places)
    return _at(data, path[:-1]), path[-1]


def _any_value(data: Any, chance: Random) -> Any:
    """An edge case, something from elsewhere in the file, or a nest of both."""
    kind = chance.random()
    if kind < 0.6:
        return chance.choice(SCALARS)
    if kind < 0.8:
        return json.loads(json.dumps(_at(data, chance.choice(_places(data)))))
    if kind < 0.9:
        return [_any_value(data, chance) for _ in range(chance.choice((0, 1, 3)))]
    return {chance.choice(KEYS): _any_value(data, chance) for _ in range(chance.choice((0, 1, 3)))}


@_data
def _replace_value(data: Any, chance: Random) -> Any:
    inside, key = _any_place(data, chance)
    inside[key] = _any_value(data, chance)
    return data


@_data
def _remove_value(data: Any, chance: Random) -> Any:
    inside, key = _any_place(data, chance)
    if isinstance(inside, list) or key in inside:
        del inside[key]
    return data


@_data
def _add_key(data: Any, chance: Random) -> Any:
    inside, _ = _any_place(data, chance)
    value = _any_value(data, chance)
    if isinstance(inside, list):
        inside.insert(chance.randint(0, len(inside)), value)
    else:
        inside[chance.choice(KEYS)] = value
    return data


@_data
def _rename_key(data: Any, chance: Random) -> Any:
    inside, key = _any_place(data, chance)
    if isinstance(inside, dict) and key in inside:
        name = chance.choice((*KEYS, key[:-1], key + "s", key.upper()))
        inside[name] = inside.pop(key)
    return data


@_data
def _many_items(data: Any, chance: Random) -> Any:
    inside, key = _any_place(data, chance)
    value = _any_value(data, chance)
    if isinstance(inside, dict) and isinstance(inside.get(key), list) and inside[key]:
        value = chance.choice((inside[key][0], value))
    count = _times(chance.choice((30, 1000, 20_000)), len(json.dumps(value)))
    inside[key] = chance.choice(({f"k{i}": value for i in range(count)}, [value] * count))
    return data


@_data
def _many_keys(data: Any, chance: Random) -> Any:
    count = chance.choice((30, 1000, 20_000))
    return {**data, **{f"{chance.choice(list(data))}{i}": None for i in range(count)}}


def _bomb(content: bytes, chance: Random) -> bytes:
    """Anchors that grow, and brackets, dashes and question marks that never close."""
    aliases = "".join(f"b{i}: &b{i} [*b{i - 1}, *b{i - 1}]\n" for i in range(1, 30))
    nest = chance.choice(("[", "{a: ", "- ", "? ", "{", "[{", "a:\n ", "!!map {? ", "- - ", "|\n "))
    deep = nest * chance.choice((19, 20, 21, 1000, 60_000))
    return (
        content + chance.choice(("\nb0: &b0 [x]\n" + aliases, "\nx: " + deep, "\n" + deep)).encode()
    )


YAML: tuple[Mutation, ...] = (
    _replace_value,
    _replace_value,
    _remove_value,
    _add_key,
    _rename_key,
    _many_items,
    _many_keys,
    _bomb,
)


# Catalogues ----------------------------------------------------------------------------------------

PO_LINES = (
    'msgid ""', 'msgid "x"', 'msgstr "y"', 'msgstr[0] "y"', 'msgstr[7] "y"', 'msgstr[x] "y"', "msgstr[] \"y\"",
    'msgid_plural "xs"', 'msgctxt "projects/x name"', 'msgctxt ""', '#~ msgid "x"', '#| msgid "x"', "#, fuzzy",
    "#, fuzzy, c-format, ", "#: a.py:", "#: :0", "#", "#~", "#|", "#. x", '"more"', '"\\"', '"\\x"', '"a\\n', "msgid",
    'msgstr "%(num)s %d %(x"', 'msgstr "100% of %(num)s"', '"Plural-Forms: nplurals=3; plural=n%0;\\n"',
    '"Plural-Forms: nplurals=1; plural=foo;\\n"', '"Plural-Forms: plural=n/(n-1);\\n"', '"Plural-Forms: \\n"',
    '"Content-Type: text/plain; charset=utf-7\\n"', '"Content-Type: text/plain; charset=nonsense\\n"',
    '"Plural-Forms: nplurals=2; plural=' + "(" * 500 + "n" + ")" * 500 + ';\\n"', " " * 5000 + "x",
    "/etc/hostname", "domain x", 'msgstr "' + "y" * 100_000 + '"',
)  # fmt: skip


@_lines
def _insert_po_line(lines: list[bytes], chance: Random) -> None:
    place = chance.choice((chance.randint(0, len(lines)), chance.randint(0, min(12, len(lines)))))
    lines.insert(place, chance.choice(PO_LINES).encode())


@_lines
def _replace_po_line(lines: list[bytes], chance: Random) -> None:
    place = chance.choice((chance.randrange(len(lines)), chance.randrange(min(12, len(lines)))))
    lines[place] = chance.choice(PO_LINES).encode()


@_lines
def _many_po_lines(lines: list[bytes], chance: Random) -> None:
    place = chance.randint(0, len(lines))
    lines[place:place] = [chance.choice((b'"more"', b'msgid "x"', b"#: a.py:1", b""))] * 20_000


PO: tuple[Mutation, ...] = (_insert_po_line, _replace_po_line, _many_po_lines)


# File names ----------------------------------------------------------------------------------------


def file_name(chance: Random) -> bytes:
    """A name that a file may have on a disk and a record may not, or may."""
    made = chance.choice((
        b"a", b"A", b"index", b"con", b"-x", b"a b", b"a\nb", b"a\x1b[31m", b"a'b", "墨子".encode(), b"\xff\xfe",
        "\u202eyml".encode(), "e\u0301".encode(), b"a" * 250, b"..a", b".hidden", b"a.b", b"%s", b"<b>", b"a\\b",
        chance.randbytes(5).translate(None, b"/\x00") or b"x",
    ))  # fmt: skip
    return made + chance.choice((b".yml", b".yml", b".yaml", b".YML", b"", b".yml~", b".txt"))
