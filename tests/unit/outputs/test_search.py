"""What goes into the search index: names as they are written, and as somebody types them."""

import pytest
from mozi.addresses.urls import address_of
from mozi.outputs.search import LONGEST, Entry, findable, folded, stand_in
from mozi.records.models import Topic
from mozi.site.site import Site

from tests.support.helpers import search_entries


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Хуҷанд", "хучанд"),
        ("көпүрө", "копуро"),
        ("ғ қ ң ӣ ӯ һ ҳ", "г к н и у х х"),
        ("Yaoundé", "yaounde"),
        ("ёлка", "елка"),
        ("墨子", "墨子"),
    ],
)
def test_letters_are_folded_to_those_of_the_keyboard(written: str, typed: str) -> None:
    assert folded(written) == typed


def test_a_name_is_findable_as_written_and_as_typed() -> None:
    assert list(findable(["Хуҷанд", "Khujand"])) == ["Хуҷанд", "хучанд", "Khujand"]


def test_words_written_together_are_findable_by_any_part() -> None:
    assert list(findable(["何氏医院"])) == ["何氏医院", "氏医院", "医院", "院"]


def test_a_project_is_found_by_its_partners_in_all_their_languages(small: Site) -> None:
    entry = next(e for e in search_entries(small, "ru") if e.address == "ru/projects/workshop/")
    assert {"示例工坊", "Example Workshop", "Пример мастерской"} <= set(entry.names)
    assert {"Донишкадаи Хуҷанд", "донишкадаи хучанд", "HIC", "Host Academy"} <= set(entry.words)
    assert {"Таджикистан", "Садоводство", "Хуҷанд"} & set(entry.words) >= {"Таджикистан", "Хуҷанд"}


@pytest.mark.parametrize("address", ["countries/tj/", "projects/workshop/", "programmes/growing/"])
def test_a_country_its_projects_and_programmes_are_found_by_its_further_names(
    small: Site, address: str
) -> None:
    entry = next(e for e in search_entries(small, "en") if e.address == address)
    assert {"Тоҷикистон", "точикистон"} <= {*entry.names, *entry.words}


def test_every_record_with_a_page_can_be_found(small: Site) -> None:
    found = {entry.address for entry in search_entries(small, "zh")}
    records = [record for record in small.graph if not isinstance(record, Topic)]
    assert found == {f"zh/{address_of(record)}" for record in records}
    assert found <= {plan.address for plan in small.plans("zh")}


def test_names_are_escaped() -> None:
    entry = Entry("projects/x/", 1, "<b>", "&", '"', ("<i>",), ("<u>",))
    html = stand_in(entry, "en")
    assert "<b>" not in html
    assert "<i>" not in html
    assert "&lt;u&gt;" in html


def test_references_and_sources_come_after_what_the_programme_is(small: Site) -> None:
    tiers = {entry.address.split("/")[0]: entry.tier for entry in search_entries(small, "en")}
    assert {kind for kind, tier in tiers.items() if tier == 2} == {"curricula"}
    assert {kind for kind, tier in tiers.items() if tier == 3} == {"sources"}


def test_a_text_without_spaces_costs_no_more_the_longer_it_is() -> None:
    assert max(len(text) for text in list(findable(["墨" * 5000]))[1:]) == LONGEST
