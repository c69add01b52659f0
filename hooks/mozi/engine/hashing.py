"""What tells whether anything that pages show has changed since another build.

A digest depends on content alone: the same data gives the same digests on every machine.
"""

import hashlib
from functools import partial

DIGEST_LENGTH = 32
"""Characters of a digest."""


Digest = partial(hashlib.blake2b, digest_size=DIGEST_LENGTH // 2)
"""A digest on its way: `update` it with bytes, then ask for its `hexdigest`."""


def digest(content: bytes | memoryview) -> str:
    """The digest of a file's content."""
    return Digest(content).hexdigest()


def digest_of(*parts: object) -> str:
    """The digest of texts, numbers, and tuples and lists of them."""
    return digest(repr(parts).encode())
