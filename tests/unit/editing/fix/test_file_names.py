"""File names that are mended, and those that a person must choose."""

import pytest
from mozi.editing.fix import fix_all

from tests.support.helpers import Folder


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("partners/example-college.yaml", "MZ002"),
        ("partners/Example-College.yml", "MZ003"),
        ("partners/Example-College.YML", "MZ002"),
        ("countries/TJ.yml", "MZ003"),
    ],
)
def test_the_right_name_is_plain(folder: Folder, wrong: str, code: str) -> None:
    data = folder.root / "data"
    right = data / wrong.lower().replace(".yaml", ".yml")
    right.rename(data / wrong)
    (mended,) = fix_all(folder.root)
    assert (mended.problem.code, mended.new) == (code, right.name)
    assert right.exists()
    assert folder.problems() == []


@pytest.mark.parametrize(
    "wrong",
    ["partners/My College.yml", "partners/college.json", "countries/XX.yml", "topics/Index.yml"],
)
def test_a_person_must_choose_it(folder: Folder, wrong: str) -> None:
    folder.write(wrong, "name: {en: a, zh: b}\n")
    assert fix_all(folder.root) == []
    assert (folder.root / "data" / wrong).exists()


def test_no_file_takes_the_place_of_another(folder: Folder) -> None:
    folder.write("partners/Example-College.yaml", "name: {en: Another, zh: 另一}\n")
    before = (folder.root / "data/partners/example-college.yml").read_text()
    assert fix_all(folder.root) == []
    assert (folder.root / "data/partners/example-college.yml").read_text() == before


def test_a_renamed_file_is_mended_inside_as_well(folder: Folder) -> None:
    data = folder.root / "data"
    folder.replace("partners/example-college.yml", "country: cn", "country: CN")
    (data / "partners/example-college.yml").rename(data / "partners/example-college.yaml")
    assert [one.problem.code for one in fix_all(folder.root)] == ["MZ002", "MZ203"]
    assert folder.problems() == []
