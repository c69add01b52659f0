"""The data itself as JSON, for programs."""

from collections.abc import Iterator
from functools import partial

from mozi.addresses.urls import API, json_of, list_of
from mozi.engine.tasks import Results, Task, WriteFile
from mozi.graph.dependencies import record_key
from mozi.open_data.dataset import Dataset
from mozi.records.models import RECORD_TYPES, Record
from mozi.site.site import Site


def tasks(site: Site) -> Iterator[Task]:
    """Every JSON file. All lists bear the date of the data."""
    dataset = site.dataset
    yield Task(name="api/index", run=partial(_index, dataset), always=True)
    yield Task(name="api/description", run=partial(_description, dataset))
    for kind in RECORD_TYPES:
        for record in site.graph.all_of(kind):
            run, key = partial(_document, dataset, record), record_key(record)
            yield Task(name=f"api/{kind.kind}/{record.id}", run=run, dependencies=[key])
        yield Task(name=_name(kind), run=partial(_list, dataset, kind), inputs=dataset.date)


def sizes(site: Site, results: Results) -> dict[str, int]:
    """The bytes of every list of records by address, from the results of the tasks."""
    return {list_of(kind.kind): results[_name(kind)] for kind in RECORD_TYPES}


def _name(kind: type[Record]) -> str:
    return f"api/{kind.kind}"


def _index(dataset: Dataset, write: WriteFile) -> None:
    write(f"{API}index.json", dataset.index())


def _description(dataset: Dataset, write: WriteFile) -> None:
    for address, content in dataset.description():
        write(address, content)


def _document(dataset: Dataset, record: Record, write: WriteFile) -> None:
    write(json_of(record), dataset.document(record))


def _list(dataset: Dataset, kind: type[Record], write: WriteFile) -> int:
    """Write a list; out: its bytes."""
    content = dataset.list(kind)
    write(list_of(kind.kind), content)
    return len(content)
