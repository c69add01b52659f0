"""Write the JSON Schemas of all record types to data/schema/."""

import argparse

from mozi import schemas, store


def run(options: argparse.Namespace) -> int:
    """Write the schemas; returns 0."""
    folder = options.root / "data" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas.of_models().items():
        (folder / name).write_text(content, encoding="utf-8")
    schemas.write_ids(store.load(options.root))
    return 0
