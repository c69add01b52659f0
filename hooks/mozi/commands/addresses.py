"""Add every page that there is to the list of published addresses, `data/addresses.txt`."""

import argparse

from mozi import published, site, store
from mozi.addresses import DEFAULT_LANGUAGE
from mozi.settings import Settings


def run(options: argparse.Namespace) -> int:
    """Write the list; 1 when the records have errors, else 0."""
    try:
        plans = site.load(options.root, Settings()).plans(DEFAULT_LANGUAGE)
    except site.InvalidData as error:
        print(error)
        return 1
    planned = {f"/{plan.path}" for plan in plans}
    published.write(options.root, planned | published.pages(store.load(options.root)))
    return 0
