"""The ids that exist, with names in both languages."""

from mozi.editing.id_choices import id_choices
from mozi.store.loading import load_store

from tests.support.helpers import Folder


def test_records_and_entries_with_their_names(folder: Folder) -> None:
    found = id_choices(load_store(folder.root))
    assert found["partners"] == {
        "example-college": {"en": "Example College", "zh": "示例学院"},
        "example-host": {"en": "Host <Institute> & Co", "zh": "承办学院"},
    }
    assert found["countries"]["tj"] == {"en": "Tajikistan", "zh": "塔吉克斯坦"}
    assert found["sources"]["mirror"]["en"] == "A copy of a newspaper's report."
    assert list(found["vocabularies/statuses"])[:3] == ["unknown", "announced", "signed"]
