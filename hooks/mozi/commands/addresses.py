"""Add every page that there is to the list of published addresses, `data/addresses.txt`."""

import argparse

from mozi.addresses.permalinks import add_addresses, page_addresses
from mozi.addresses.urls import DEFAULT_LANGUAGE
from mozi.settings import Settings, home_of
from mozi.site.load import InvalidData, load_site
from mozi.store.loading import load_store


def run(options: argparse.Namespace) -> int:
    """Write the list; 1 when the records have errors, else 0."""
    try:
        plans = load_site(options.root, Settings(), home=home_of(options.root)).plans(
            DEFAULT_LANGUAGE
        )
    except InvalidData as error:
        print(error)
        return 1
    planned = {f"/{plan.path}" for plan in plans}
    add_addresses(
        options.root, planned | page_addresses(load_store(options.root, home=home_of(options.root)))
    )
    return 0
