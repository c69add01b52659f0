"""The files of a site's data: their dates, their licence, their bytes."""

import json
import tomllib
from datetime import UTC, datetime
from typing import Any

from mozi.graph.git_history import History
from mozi.open_data.dataset import Dataset
from mozi.open_data.json_documents import LICENCE
from mozi.site.site import Site

from tests.support.helpers import ROOT, Folder, data_of


def dataset(site: Site, history: History) -> Dataset:
    return Dataset(site.graph, site.languages, site.settings, history)


def index(made: Dataset) -> Any:
    return json.loads(made.index())


def test_the_licence_is_that_of_the_repository() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["license"] == LICENCE
    assert (ROOT / "LICENSE").read_text().startswith(f"{LICENCE} License")


def test_the_date_is_that_of_the_latest_change_of_the_data(small: Site) -> None:
    early, late = datetime(2026, 2, 3, tzinfo=UTC), datetime(2026, 3, 4, tzinfo=UTC)
    history = History({"data/projects/workshop.yml": (early,), "README.md": (late,)})
    assert index(dataset(small, history))["date"] == "2026-02-03"


def test_without_git_the_date_is_that_of_the_latest_check(small: Site) -> None:
    assert index(dataset(small, History()))["date"] == "2026-01-31"


def test_a_record_says_when_it_was_changed(small: Site) -> None:
    changed = datetime(2026, 2, 3, tzinfo=UTC)
    made = dataset(small, History({"data/projects/workshop.yml": (changed,)}))
    document = json.loads(made.document(small.graph.find("projects", "workshop")))
    assert (document["modified"], document["checked"]) == ("2026-02-03", "2026-01-31")


def test_the_index_leads_to_everything_else(real: Site) -> None:
    found = index(real.dataset)
    files = set(data_of(real))
    leads: list[str] = []

    def follow(node: Any) -> None:
        if isinstance(node, str) and node.startswith(real.settings.site_url + "api/"):
            leads.append(node.removeprefix(real.settings.site_url))
        for inner in node.values() if isinstance(node, dict) else ():
            follow(inner)

    follow(found)
    of_records = {address for address in files if address.count("/") == 3}
    tables_and_lists = files - {a for a in of_records if "/tables/" not in a}
    assert set(leads) - files == set()
    assert tables_and_lists - set(leads) == {"api/v1/index.json"}


def test_two_runs_give_the_same_bytes(folder: Folder) -> None:
    assert data_of(folder.site()) == data_of(folder.site())


def test_no_file_names_a_host_that_readers_are_not_sent_to(real: Site) -> None:
    hosts = [entry.host for entry in real.graph.vocabularies["unlinked-hosts"].values()]
    for address, content in data_of(real).items():
        if not address.endswith(".xlsx"):
            text = content.decode()
            assert not [host for host in hosts if f"//{host}" in text], address
