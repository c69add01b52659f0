"""Problems put into words."""

from mozi.problems.problem import Problem, closest, did_you_mean


def test_a_problem_is_one_line_in_english_or_chinese() -> None:
    problem = Problem.at("data/x.yml", (3, 7), "MZ107", key="name", line=2)
    assert str(problem) == (
        "data/x.yml:3:7: MZ107 the key “name” stands twice, first on line 2 — keep one of the two"
    )
    assert problem.text("zh") == (
        "data/x.yml:3:7: MZ107 字段“name”出现了两次，第一次在第 2 行 — 请只保留一处"
    )


def test_advice_is_given_in_the_language_of_the_message() -> None:
    problem = Problem.at("x", (1, 1), "MZ201", key="x", advice=did_you_mean("zzz", ["b", "a"]))
    assert problem.fix() == "write one of: a, b"
    assert problem.fix("zh") == "请从以下各项中选用：a、b"


def test_the_nearest_word_is_proposed_only_when_it_is_near() -> None:
    assert closest("fundng", ["funding", "batch"]) == "funding"
    assert closest("zzz", ["funding", "batch"]) is None
    assert did_you_mean("fundng", ["funding", "batch"]).text() == "did you mean “funding”?"
    assert did_you_mean("zzz", []).text() == "there is none yet"
    assert did_you_mean("zzz", list("abcdefghij")).text().endswith("g, h, …")


def test_a_problem_with_the_same_words_is_the_same_and_they_sort_by_place() -> None:
    first = Problem.at("a.yml", (2, 1), "MZ301", id="x", advice=did_you_mean("x", []))
    again = Problem.at("a.yml", (2, 1), "MZ301", id="x", advice=did_you_mean("x", []))
    before = Problem.at("a.yml", (1, 9), "MZ307")
    assert sorted({first, again, before}) == [before, first]


def test_a_value_cannot_break_the_line_or_hide_in_it() -> None:
    problem = Problem.at("data/\n.yml", (1, 1), "MZ303", name="a\nb\u202ec" + "d" * 1000)
    assert "\n" not in str(problem)
    assert "“a b<U+202E>cddd" in str(problem)
    assert len(problem.message()) < 250
    advice = did_you_mean("zzz", ["\x1b[31m", "y" * 1000])
    assert advice.text() == "write one of: <U+001B>[31m, " + "y" * 159 + "…"
