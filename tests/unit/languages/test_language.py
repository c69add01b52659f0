"""What a reader of one language sees: fallback, direction, CLDR names, dates, numbers, plurals."""

from dataclasses import replace

import pytest
from mozi.languages.catalogue import Translation, Translations
from mozi.languages.language import Language, Words, chain, languages, without_isolates
from mozi.languages.locales import LocaleEntry
from mozi.records.text_links import TextLink
from mozi.records.values import Text

ENTRIES = {
    "en": LocaleEntry(name="English", state="source", cldr="en-GB"),
    "zh": LocaleEntry(name="中文", state="source", fallback=["en"]),
    "ru": LocaleEntry(name="Русский", state="draft", fallback=["en"]),
    "ky": LocaleEntry(name="Кыргызча", state="draft", fallback=["ru"]),
    "fr": LocaleEntry(name="Français", state="draft", fallback=["en"]),
    "ar": LocaleEntry(name="العربية", state="draft", fallback=["en"]),
}
PLURAL = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
RUSSIAN = Translations(
    "ru",
    {
        ("", "Home"): Translation("Главная"),
        ("", "(may be out of date)"): Translation("(мог устареть)"),
        ("projects/x name", "Workshop"): Translation("Мастерская"),
        ("projects/x note", "Changed"): Translation("Прежнее", stale=True),
    },
    {("", "%(num)s project"): ("%(num)s проект", "%(num)s проекта", "%(num)s проектов")},
    PLURAL,
)
ALL = languages(ENTRIES, {"ru": RUSSIAN})


def text(context: str, **languages: str) -> Text:
    result = Text.model_validate({"zh": "中", **languages})
    result._context = context
    return result


def language(code: str) -> Language:
    return ALL[code]


def test_a_language_falls_back_along_its_chain_and_ends_with_english() -> None:
    assert chain("ky", ENTRIES) == ("ky", "ru", "en")
    assert chain("en", ENTRIES) == ("en",)


def test_fallbacks_that_go_in_a_circle_end() -> None:
    circle = {
        "ky": LocaleEntry(name="k", state="draft", fallback=["ru"]),
        "ru": LocaleEntry(name="r", state="draft", fallback=["ky"]),
    }
    assert chain("ky", circle) == ("ky", "ru", "en")


def test_a_text_in_the_readers_language_is_not_marked() -> None:
    assert language("zh").words(text("x", en="a")) == Words("中", "zh", "ltr")


def test_a_translation_is_found_by_record_field_and_english() -> None:
    assert language("ru").words(text("projects/x name", en="Workshop")).text == "Мастерская"
    assert language("ru").words(text("projects/y name", en="Workshop")).text == "Workshop"


def test_an_official_form_in_the_record_goes_before_a_translation() -> None:
    assert language("ru").words(text("projects/x name", en="Workshop", ru="Цех")).text == "Цех"


def test_a_fallback_says_which_language_it_is() -> None:
    words = language("ky").words(text("projects/x name", en="Workshop"))
    assert words == Words("Мастерская", "ru", "ltr", foreign=True)
    assert words.__html__() == '<span lang="ru" dir="ltr">Мастерская</span>'


def test_a_fallback_keeps_its_own_direction() -> None:
    words = language("ar").words(text("x", en="Workshop"))
    assert (language("ar").dir, words.lang, words.dir) == ("rtl", "en", "ltr")


def test_a_stale_translation_is_shown_and_marked() -> None:
    words = language("ru").words(text("projects/x note", en="Changed"))
    assert words.__html__() == 'Прежнее <small class="mz-stale">(мог устареть)</small>'


def test_words_are_escaped() -> None:
    assert Words("<b>&", "en", "ltr").__html__() == "&lt;b&gt;&amp;"
    assert "&lt;b&gt;" in Words("<b>", "tg", "ltr", foreign=True).__html__()


def test_interface_strings_fall_back_too() -> None:
    assert language("ky").gettext("Home") == "Главная"
    assert language("zh").gettext("Home") == "Home"
    assert language("zh").gettext("%(a)s: 100%%", a=1) == "1: 100%"


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1, "1 проект"), (3, "3 проекта"), (5, "5 проектов"), (11, "11 проектов"),
     (21, "21 проект"), (1002, "1\xa0002 проекта")],
)  # fmt: skip
def test_russian_plurals(number: int, shown: str) -> None:
    assert language("ru").ngettext("%(num)s project", "%(num)s projects", number) == shown


def test_english_plurals() -> None:
    say = language("en").ngettext
    assert say("%(num)s project", "%(num)s projects", 1) == "1 project"
    assert say("%(num)s project", "%(num)s projects", 0) == "0 projects"


@pytest.mark.parametrize(
    ("code", "date", "until", "shown"),
    [
        ("en", "2024-09-24", None, "24 September 2024"),
        ("zh", "2024-09-24", None, "2024年9月24日"),
        ("ru", "2024-09-24", None, "24 сентября 2024\u202fг."),
        ("en", "2024-09", None, "September 2024"),
        ("zh", "2024-09", None, "2024年9月"),
        ("en", "2024", None, "2024"),
        ("zh", "2024", None, "2024年"),
        ("zh", "2024-11-04", "2024-11-06", "2024年11月4日至6日"),
        ("en", "2024-09", "2024-11", "September 2024 – November 2024"),
    ],
)
def test_dates_are_no_finer_than_they_are_known(
    code: str, date: str, until: str | None, shown: str
) -> None:
    assert language(code).date(date, until) == shown


def test_lengths_of_time() -> None:
    assert language("en").duration("P2.5Y") == "2.5 years"
    assert language("zh").duration("P3Y") == "3年"
    assert language("ru").duration("P3Y") == "3 года"
    assert language("ru").duration("P1Y6M") == "1 год и 6 месяцев"


@pytest.mark.parametrize(
    ("code", "octets", "shown"),
    [
        ("en", 1, "1 kB"),
        ("en", 117_184, "117 kB"),
        ("zh", 999_499, "999 kB"),
        ("ru", 999_500, "1 МБ"),
        ("fr", 1_250_000, "1,2\u202fMo"),
        ("ar", 48_596, "49 كيلوبايت"),
    ],
)
def test_sizes_of_files(code: str, octets: int, shown: str) -> None:
    assert language(code).size(octets).replace("\xa0", " ") == shown


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (60000, "KES", "KES\xa060,000"),
        (60000.0, "KES", "KES\xa060,000"),
        (1000.5, "KES", "KES\xa01,000.50"),
        (1000, "KWD", "KWD\xa01,000"),
        (1000.5, "KWD", "KWD\xa01,000.500"),
        (1000, "JPY", "JPY\xa01,000"),
        (1000.5, "JPY", "JPY\xa01,000.5"),  # nothing is rounded
        (0.125, "CNY", "CNY\xa00.125"),
        (1e15, "UZS", "UZS\xa01,000,000,000,000,000"),
    ],
)
def test_money_has_the_digits_of_its_currency_where_it_has_any(
    amount: float, currency: str, text: str
) -> None:
    assert language("en").money(amount, currency) == text


def test_links_in_a_text_are_html_and_the_rest_is_escaped() -> None:
    links = (
        TextLink("a@b.example", "mailto:a@b.example"),
        TextLink("a@b.example", "mailto:a@b.example"),
    )
    words = replace(language("ar").own("<a@b.example> & a@b.example"), links=links)
    link = '<a href="mailto:a@b.example"><bdi dir="ltr">a@b.example</bdi></a>'
    assert words.__html__() == f"&lt;{link}&gt; &amp; {link}"
    assert replace(words, text="changed & short").__html__() == "changed &amp; short"


def test_numbers_money_and_names_are_those_of_cldr() -> None:
    assert language("ru").number(230000) == "230\xa0000"
    assert language("ru").percent(85) == "85\xa0%"
    assert language("en").money(1200.5, "TJS") == "TJS\xa01,200.50"
    assert language("ky").territory("tj") == "Тажикстан"
    assert language("zh").language_name("tg") == "塔吉克语"
    assert language("en").enumerate(["a", "b", "c"]) == "a, b and c"


def test_chinese_names_sort_by_sound_and_russian_ones_by_letter() -> None:
    assert sorted(["园艺", "船舶", "铁道"], key=language("zh").sort_key) == ["船舶", "铁道", "园艺"]
    assert sorted(["Яма", "ёлка", "Ель"], key=language("ru").sort_key) == ["ёлка", "Ель", "Яма"]


def test_a_draft_says_so() -> None:
    assert language("ru").draft
    assert not language("zh").draft


@pytest.mark.parametrize(
    ("code", "clauses", "sentences"),
    [
        ("en", "a; b", "A. B."),
        ("zh", "a；b", "A.B."),
        ("ru", "a; b", "A. B."),
        ("fr", "a\u202f; b", "A. B."),
        ("ar", "a؛ b", "A. B."),
    ],
)
def test_clauses_and_sentences_are_joined_as_the_language_does(
    code: str, clauses: str, sentences: str
) -> None:
    assert language(code).join_clauses(["a", "b"]) == clauses
    assert language(code).join_clauses(["a"]) == "a"
    assert language(code).join_sentences(["A.", "B."]) == sentences
    assert language(code).join_sentences([]) == ""


def test_percentages_are_as_exact_as_their_source() -> None:
    assert language("en").percent(91.5) == "91.5%"
    assert language("ru").percent(0.25) == "0,25\xa0%"


def test_a_text_of_the_other_direction_is_isolated_inside_another() -> None:
    arabic, english = language("ar"), language("en")
    latin = english.own("Khujand (Tajikistan)")
    assert arabic.inside(latin) == "\u2068Khujand (Tajikistan)\u2069"
    assert english.inside(arabic.own("خجند")) == "\u2068خجند\u2069"
    assert language("fr").inside(latin) == "Khujand (Tajikistan)"
    assert without_isolates(arabic.inside(latin) + arabic.ltr("+992 1")) == (
        "Khujand (Tajikistan)+992 1"
    )


def test_a_telephone_number_is_read_from_left_to_right() -> None:
    assert language("ar").ltr("+992 372 34") == "\u2066+992 372 34\u2069"
    assert language("ru").ltr("+992 372 34") == "+992 372 34"


def test_a_text_around_another_has_the_direction_of_the_page() -> None:
    arabic = language("ar")
    latin = arabic.quote("Tuition", "en")
    whole = arabic.around(latin, f"{arabic.inside(latin)}: 5")
    assert (whole.lang, whole.dir, whole.foreign) == ("en", "rtl", True)
