"""The data itself as JSON, for programs."""

from collections.abc import Iterator
from functools import partial

from mozi.addresses.urls import API, json_of, list_of
from mozi.engine.tasks import Task, WriteFile
from mozi.open_data.dataset import Dataset
from mozi.records.models import RECORD_TYPES, Record
from mozi.site.site import Site


def tasks(site: Site) -> Iterator[Task]:
    """Every JSON file. All lists bear the date of the data."""
    dataset = site.dataset
    yield Task("api/index", partial(_index, dataset), always=True)
    yield Task("api/description", partial(_description, dataset))
    for kind in RECORD_TYPES:
        for record in site.catalogue.of(kind):
            write = partial(_document, dataset, record)
            yield Task(f"api/{kind.kind}/{record.id}", write, records=[record])
        yield Task(f"api/{kind.kind}", partial(_list, dataset, kind), dataset.date)


def _index(dataset: Dataset, put: WriteFile) -> None:
    put(f"{API}index.json", dataset.index())


def _description(dataset: Dataset, put: WriteFile) -> None:
    for address, content in dataset.description():
        put(address, content)


def _document(dataset: Dataset, record: Record, put: WriteFile) -> None:
    put(json_of(record), dataset.document(record))


def _list(dataset: Dataset, kind: type[Record], put: WriteFile) -> None:
    put(list_of(kind.kind), dataset.list(kind))
