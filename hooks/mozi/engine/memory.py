"""Memory of a build: what is loaded stays until the process ends."""

import gc


def keep_loaded_data() -> None:
    """Exempt everything that is in memory from garbage collection, which would search it in vain.

    Workers then share it, too, since a search copies what it looks at
    (https://docs.python.org/3/library/gc.html#gc.freeze). Without it a first build of 4,000 records
    takes 1.15 times as long, a build after an edit of this site 1.2 times.
    """
    gc.freeze()
