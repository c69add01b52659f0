"""How French, Russian, Arabic and Chinese are typeset, and what of a text stays as it is."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mozi.languages.typography import CONVENTIONS, slips, typeset

BETTER = {
    ("fr", "Pourquoi ?"): "Pourquoi\u202f?",
    ("fr", "Oui\u00a0; non!"): "Oui\u202f; non\u202f!",
    ("fr", "Quoi?!"): "Quoi\u202f?!",
    ("fr", "Projets : %(num)s"): "Projets\u00a0: %(num)s",
    ("fr", "%(label)s: %(value)s"): "%(label)s\u00a0: %(value)s",
    ("fr", "**CSV** : un tableau"): "**CSV**\u00a0: un tableau",
    ("fr", "« déduit », «oui»"): "«\u00a0déduit\u00a0», «\u00a0oui\u00a0»",
    ("fr", "l'atelier qu'on voit, d'%(name)s"): "l’atelier qu’on voit, d’%(name)s",
    ("ru", "Мастерская - колледж"): "Мастерская\u00a0— колледж",
    ("ru", "Мастерская – колледж — школа"): "Мастерская\u00a0— колледж\u00a0— школа",
    ("ru", "%(what)s – %(name)s"): "%(what)s\u00a0— %(name)s",
    ("ru", "ещё её партнёр"): "еще ее партнер",
    ("ru", "более 85% и 9,9 %"): "более 85\u00a0% и 9,9\u00a0%",
    ("ru", "%(num)s, 85%%"): "%(num)s, 85\u00a0%%",
    ("ar", "ورشة, كلية; معهد?"): "ورشة، كلية؛ معهد؟",
    ("ar", "%(city)s, %(country)s"): "%(city)s، %(country)s",
    ("ar", "(2024), كلية"): "(2024)، كلية",
    ("zh", "用BIM建模"): "用 BIM 建模",
    ("zh", "见 example.org的副本"): "见 example.org 的副本",
    ("zh", "2024 年 9 月"): "2024年9月",
    ("zh", "CLDR 48.2的3D打印"): "CLDR 48.2 的 3D 打印",
    ("zh", "他说: 好,不"): "他说：好，不",
    ("zh", "完成."): "完成。",
    ("zh", "版本: BIM"): "版本：BIM",
    ("zh", "%(label)s: %(value)s"): "%(label)s：%(value)s",
    ("zh", "第一。 第二， 第三"): "第一。第二，第三",
    ("zh-Hant", "用BIM建模"): "用 BIM 建模",
}

RIGHT = [
    ("fr", "à 10:30, échelle 1:110 millions"),
    ("fr", "https://example.org/?a=b;c:d"),
    ("fr", "l’article du People's Daily"),
    ("fr", "`a: b; c?` et {name}"),
    ("fr", "[Règles](rules/index.md?x=1)"),
    ("ru", "European Polytechnic University – Pernik"),
    ("ru", "2019 – 2020, ИТ-колледж"),
    ("ru", "всё"),
    ("ru", "- пункт списка"),
    ("ru", "https://example.org/a%20b?c=85%"),
    ("ar", "MYEDU, UENR"),
    ("ar", "8,590 طالبًا"),
    ("ar", "ISCED 2011; ISCO-08"),
    ("zh", "教室当车间（BIM）"),
    ("zh", "10:30 开始".replace(" ", "")),
    ("zh", "A, B: C"),
    ("zh", "字段 `unpublished` 和 %(num)s 项"),
    ("zh", "国名是Киргизия"),
    ("en", "Why? l'atelier : 85%, 用BIM建模"),
    ("tg", "Ҳунарманд - донишкада"),
]


@pytest.mark.parametrize(("language", "text"), BETTER)
def test_a_text_is_typeset(language: str, text: str) -> None:
    assert typeset(language, text) == BETTER[language, text]
    assert [*slips(language, text)]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_what_stays_as_it_is(language: str, text: str) -> None:
    assert typeset(language, text) == text
    assert [*slips(language, text)] == []


def test_a_slip_is_shown_in_its_words() -> None:
    text = "一" * 30 + "用BIM建模" + "二" * 30
    (slip,) = slips("zh", text)
    assert "用BIM建模" in slip.old
    assert slip.old in text
    assert slip.new == slip.old.replace("BIM", " BIM ")
    assert len(slip.old) < len(text)


LANGUAGES = st.sampled_from(sorted(CONVENTIONS))
ALPHABET = "aZé'’«»;:?!,.%-–— \u00a0\u202f09яёЁ墨工。，：“”（）ورشة،"
TEXTS = st.lists(
    st.sampled_from([*ALPHABET, "%(name)s", "https://a.example/?b;c", "`d: e`", "l'", "всё", "{x}"])
).map("".join)


@given(LANGUAGES, TEXTS)
def test_a_typeset_text_is_typeset(language: str, text: str) -> None:
    better = typeset(language, text)
    assert typeset(language, better) == better
    assert (better == text) == (not [*slips(language, text)])


@given(LANGUAGES, TEXTS)
def test_words_and_placeholders_stay(language: str, text: str) -> None:
    def words(typed: str) -> list[str]:
        return re.findall(r"%\(\w+\)s|[^\W\d_]|\d", typed.replace("ё", "е").replace("Ё", "Е"))

    assert words(typeset(language, text)) == words(text)


@given(st.text(string.printable))
def test_other_languages_have_no_conventions_here(text: str) -> None:
    assert typeset("en", text) == text
