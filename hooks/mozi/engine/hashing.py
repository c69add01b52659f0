"""What tells whether anything that pages show has changed since another build.

A digest depends on content alone: the same data gives the same digests on every machine.
"""

import hashlib
from collections import defaultdict
from functools import partial

import polib

from mozi.languages.catalogue import plural_form
from mozi.records.models import RECORD_TYPES

_KINDS = {record_type.kind for record_type in RECORD_TYPES}

Owner = tuple[str, str]
"""Kind and id of the record that texts belong to; `COMMON` owns all others."""

DIGEST_LENGTH = 32
"""Characters of a digest."""

COMMON: Owner = ("", "")

Digest = partial(hashlib.blake2b, digest_size=DIGEST_LENGTH // 2)
"""A digest on its way: `update` it with bytes, then ask for its `hexdigest`."""


def digest(content: bytes | memoryview) -> str:
    """The digest of a file's content."""
    return Digest(content).hexdigest()


def digest_of(*parts: object) -> str:
    """The digest of texts, numbers, and tuples and lists of them."""
    return digest(repr(parts).encode())


def digests_of(code: str, catalogue: polib.POFile) -> dict[Owner, str]:
    """The digests of all that is translated into the language `code`, by the record it belongs to.

    What translators tell each other, and where an entry stands in its file, is no part of them.
    """
    found: dict[Owner, hashlib.blake2b] = defaultdict(Digest)
    found[COMMON].update(repr((code, plural_form(catalogue))).encode())
    for entry in catalogue:
        if not entry.obsolete:
            found[_owner(entry.msgctxt or "")].update(repr((code, *_said(entry))).encode())
    return {owner: said.hexdigest() for owner, said in found.items()}


def _owner(context: str) -> Owner:
    kind, _, id = context.partition(" ")[0].partition("/")
    return (kind, id) if kind in _KINDS else COMMON


def _said(entry: polib.POEntry) -> tuple[object, ...]:
    plural = (entry.msgid_plural, *entry.msgstr_plural.items()) if entry.msgid_plural else ()
    return entry.msgctxt, entry.msgid, entry.msgstr, "fuzzy" in entry.flags, *plural
