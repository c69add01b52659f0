"""Many files are read by two processes: what another one finds out comes into this one's cache.

The other one reads the files that this one comes to last. It looks at each file alone, as rules for
single files do; what holds across files is looked at here.
"""

import marshal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from mozi import rules
from mozi.engine.cache import Cache, Entries
from mozi.engine.workers import Worker, worker_count
from mozi.languages.catalogue import BrokenCatalogue
from mozi.records.models import RECORD_TYPES, Record
from mozi.store.record_store import Store, record_files

WORTH_A_PROCESS = 150
"""So many files take longer to read than it takes to have a part of them read elsewhere."""

SHARE = 0.6
"""What part another process reads: this one also looks at what holds across files."""

RecordFile = tuple[type[Record], Path]


@contextmanager
def reading(root: Path, cache: Cache) -> Iterator[None]:
    """Have most files in `root/data` read by another process, if `cache` knows none of them.

    To be called while nothing has been read yet.
    """
    if not cache.is_empty or worker_count() == 1:
        yield
        return
    files = [(kind, path) for kind in RECORD_TYPES for path in record_files(root, kind.kind)]
    if len(files) < WORTH_A_PROCESS:
        yield
        return
    catalogues = record_files(root, "translations")
    share = _share(files, sum(path.stat().st_size for path in catalogues))
    helper = Worker(partial(_read, root, cache, share, catalogues))
    names = {
        f"data/{path.parent.name}/{path.name}" for path in (*(f for _, f in share), *catalogues)
    }
    cache.expect(names, partial(_known, helper))
    try:
        yield
    finally:
        helper.end()


def _share(files: Sequence[RecordFile], others: int) -> Sequence[RecordFile]:
    """The last files that make, with `others`, as much of all bytes as another process reads."""
    sizes = [path.stat().st_size for _, path in files]
    rest = SHARE * (sum(sizes) + others) - others
    number = len(files)
    while number and rest > 0:
        number -= 1
        rest -= sizes[number]
    return files[number:]


def _read(
    root: Path, cache: Cache, share: Sequence[RecordFile], catalogues: Sequence[Path]
) -> bytes:
    """Read files; out: what is known about them then, which `marshal` sends faster."""
    store = Store(root)
    store.cache = cache
    for path in catalogues:
        with suppress(BrokenCatalogue):
            store.translated(path.stem)
            rules.look_at_catalogue(store, path.stem)
            store.digests_of(path.stem)
    for record_type, path in share:
        store.read(record_type, path)
    for record in store.each():
        rules.look_at_record(store, record)
    return marshal.dumps(cache.found)


def _known(helper: Worker[bytes]) -> Entries:
    """What the other process knows; nothing when it failed: whatever made it is met again here."""
    with suppress(Exception):
        found: Entries = marshal.loads(helper.answer())
        return found
    return {}
