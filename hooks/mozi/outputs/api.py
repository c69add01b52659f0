"""The data as files for programs and spreadsheets: the JSON API in `api/v1/`, and tables beside it."""

from itertools import chain
from pathlib import Path

from mozi.files import put
from mozi.pages import Site


def write(site: Site, folder: Path) -> None:
    """Write every JSON file, CSV file and workbook into `folder`."""
    for address, content in chain(site.dataset.documents(), site.dataset.tables()):
        put(folder, address, content)
