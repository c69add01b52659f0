"""A conversation with an editor, played with answers from a list."""

from typing import Any

import pytest
from mozi.editing.interview import Interview, InterviewStopped
from mozi.editing.new_record import TYPES
from mozi.records.models import Partner, Role
from mozi.store.loading import load_store

from tests.support.helpers import Folder


class Terminal:
    """Answers in order, and all that was said and asked."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.heard: list[str] = []

    def ask(self, question: str) -> str:
        self.heard.append(question)
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)

    def text(self) -> str:
        return "\n".join(self.heard)


def talk(folder: Folder, kind: str, *answers: str, lang: Any = "en") -> tuple[Interview, Terminal]:
    terminal = Terminal(*answers)
    read, record_type = load_store(folder.root), TYPES[kind]
    return Interview(read, record_type, lang, terminal.ask, terminal.heard.append), terminal


PARTNER = ("New College", "新学院", "college-page", "college", "", "", "")


def test_a_short_conversation(folder: Folder) -> None:
    conversation, terminal = talk(folder, "partner", *PARTNER)
    assert conversation.data({}) == {
        "name": {"en": "New College", "zh": "新学院"},
        "cite": ["college-page"],
        "type": "college",
    }
    assert terminal.answers == []
    assert "Name (name)\n  The official name in English and Chinese." in terminal.text()
    assert "City (city) · may be left out" in terminal.text()
    assert "  For example: {en: Khujand, zh: 胡占德}" in terminal.text()


def test_in_chinese_the_chinese_text_is_asked_for_first(folder: Folder) -> None:
    conversation, terminal = talk(
        folder, "partner", "新学院", "New College", *PARTNER[2:], lang="zh"
    )
    assert list(conversation.data({})["name"].items()) == [("en", "New College"), ("zh", "新学院")]
    assert "名称 (name)" in terminal.text()


def test_what_is_given_is_not_asked(folder: Folder) -> None:
    conversation, terminal = talk(folder, "partner", "college", "", "", "")
    given = {"name": {"en": "A", "zh": "一"}, "cite": ["mirror"]}
    assert conversation.data(given) == {**given, "type": "college"}
    assert "(name)" not in terminal.text()


def test_choices_by_number_id_name_or_part_of_a_name(folder: Folder) -> None:
    def chosen(*answers: str) -> Any:
        conversation, _ = talk(folder, "programme", *answers)
        return conversation.field((), TYPES["programme"], "fields", True)

    assert chosen("1, 2") == ["modern-agriculture", "horticulture"]
    assert chosen("horticulture，1") == ["horticulture", "modern-agriculture"]
    assert chosen("Horticulture") == ["horticulture"]
    assert chosen("rail", "2") == ["railway-vehicles"]
    assert chosen("nonsense", "99", "1") == ["modern-agriculture"]


def test_a_wrong_answer_is_explained_and_asked_again(folder: Folder) -> None:
    conversation, terminal = talk(
        folder, "project", "operating", "2024-13", "", "2024-05", lang="zh"
    )
    value = conversation.field((), TYPES["project"], "status", True)
    assert value == {"value": "operating", "as_of": "2024-05"}
    assert "  ✗ “status.as_of”：“2024-13”不是日历上的日期" in terminal.text()
    assert "  ✗ 此项必填" in terminal.text()


def test_a_text_needs_both_languages(folder: Folder) -> None:
    conversation, terminal = talk(folder, "project", "Khujand", "", "胡占德")
    assert conversation.field((), TYPES["project"], "city", False) == {
        "en": "Khujand",
        "zh": "胡占德",
    }
    assert "✗ this is needed" in terminal.text()


def test_entries_until_one_is_left_empty(folder: Folder) -> None:
    conversation, _ = talk(folder, "project", "lead", "2", "host", "example-college", "")
    assert conversation.field((), TYPES["project"], "roles", False) == [
        {"role": "lead", "partner": "example-host"},
        {"role": "host", "partner": "example-college"},
    ]


def test_the_date_of_a_source_asks_how_it_is_known_and_no_link_what_was_read(
    folder: Folder,
) -> None:
    least = ("", "A report.", "报道。", "Daily", "日报", "zh", "news")
    conversation, _ = talk(folder, "source", *least, "2024-09-24", "address", "https://a.example/1")
    data = conversation.data({})
    assert (data["date"], data["date_from"]) == ("2024-09-24", "address")
    assert "read" not in data

    conversation, terminal = talk(folder, "source", *least, "", "", "", "Page 1.", "第一页。")
    data = conversation.data({})
    assert data["read"] == {"en": "Page 1.", "zh": "第一页。"}
    assert "date_from" not in data
    assert "What was read (read)\n" in terminal.text()


def test_words_that_are_choices_are_no_list(folder: Folder) -> None:
    conversation, terminal = talk(folder, "source", "page")
    assert conversation.field((), TYPES["source"], "date_from", False) == "page"
    assert "  1  page\n    2  address\n" in terminal.text()


def test_a_long_list_is_searched(folder: Folder) -> None:
    for number in range(50):
        folder.write(
            f"partners/college-{number}.yml",
            f"name: {{en: College {number}, zh: 学院{number}}}\ncite: [mirror]\n"
            "checked: 2026-01-31\ntype: college\nunpublished: [country, address]\n",
        )
    conversation, terminal = talk(folder, "project", "49", "1")
    assert conversation.field(("roles", 0), Role, "partner", True) == "college-49"
    assert "There are 52." in terminal.text()


def test_where_a_record_is_made_that_is_not_there_yet(folder: Folder) -> None:
    conversation, terminal = talk(folder, "partner", "zm", "")
    conversation.field((), Partner, "country", False)
    assert "make it with `make new KIND=country`" in terminal.text()
    conversation, terminal = talk(folder, "partner", "colege", "college")
    conversation.field((), Partner, "type", True)
    assert "make new" not in terminal.text()  # lists of words are not made on the way


def test_nothing_to_choose_from(folder: Folder) -> None:
    for path in (folder.root / "data" / "projects").iterdir():
        path.unlink()
    conversation, _ = talk(folder, "programme", "A", "一", "mirror")
    with pytest.raises(InterviewStopped, match="data/projects"):
        conversation.data({})


@pytest.mark.parametrize(
    ("kind", "proposal", "answers", "id"),
    [
        ("project", "new-one", [""], "new-one"),
        ("project", "new-one", ["other"], "other"),
        ("project", "", ["", "workshop", "Index", "index", "mine"], "mine"),
        ("country", "", ["Nowhere", "tj", "吉尔吉斯斯坦"], "kg"),
        ("country", "", ["Kyrgyzstan"], "kg"),
    ],
)
def test_the_id(folder: Folder, kind: str, proposal: str, answers: list[str], id: str) -> None:
    conversation, terminal = talk(folder, kind, *answers)
    assert conversation.id(proposal) == id
    assert terminal.text().count("✗") == len(answers) - 1


def test_the_end_of_the_answers_ends_the_conversation(folder: Folder) -> None:
    conversation, _ = talk(folder, "partner", "New College")
    with pytest.raises(EOFError):
        conversation.data({})
