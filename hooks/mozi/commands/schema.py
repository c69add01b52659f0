"""Write the JSON Schemas of all record types to data/schema/."""

import argparse

from mozi.editing.json_schema import model_schemas, write_ids
from mozi.settings import home_of
from mozi.store.loading import load_store


def run(options: argparse.Namespace) -> int:
    """Write the schemas; returns 0."""
    folder = options.root / "data" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in model_schemas().items():
        (folder / name).write_text(content, encoding="utf-8")
    write_ids(load_store(options.root, home=home_of(options.root)))
    return 0
