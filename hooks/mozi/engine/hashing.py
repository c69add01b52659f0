"""Hashes of content (BLAKE2b): the same data gives the same hash on every machine."""

import hashlib
from functools import partial

DIGEST_LENGTH = 32
"""Characters of a hash."""

Digest = partial(hashlib.blake2b, digest_size=DIGEST_LENGTH // 2)
"""Hash in the making: `update` it with bytes, then ask for its `hexdigest`."""


def digest(content: bytes | memoryview) -> str:
    """Hash of a file's content."""
    return Digest(content).hexdigest()


def digest_of(*parts: object) -> str:
    """Hash of texts, numbers, and tuples and lists of them."""
    return digest(repr(parts).encode())
