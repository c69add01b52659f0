"""The scripts in .ci/ that workflows run: from an issue to a pull request, from a report to a comment.

They run as they are, in a repository with an origin of its own; only `gh` is a stand-in, which
answers what GitHub would and writes down what it was asked. So is what brings generated files up to
date, but for one test.
"""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from mozi.rules import check
from mozi.store.loading import load_store

from tests.support.helpers import ROOT, Folder, errors
from tests.support.issues import CORRECTION, PROJECT, issue

GH = """#!/bin/sh
echo "$@" >> "$GH_SAID/calls"
case "$*" in
    "api "*/artifacts\\?*) echo "$GH_ARTIFACT" ;;
    "api "*/zip) cat "$GH_SAID/report.zip" ;;
    "api "*--jq\\ .head.sha) echo "$GH_HEAD" ;;
    "pr list "*) echo "$GH_PULL" ;;
esac
kind=$1
while [ $# -gt 0 ]; do
    [ "$1" != --body-file ] || cp "$2" "$GH_SAID/$kind.md"
    shift
done
"""
MOZI = f"""#!/bin/sh
echo "mozi $1" >> "$GH_SAID/calls"
case $1 in
    form | $MOZI_RUNS) PYTHONPATH={ROOT / "hooks"} exec {sys.executable} -m mozi "$@" ;;
esac
"""


class Runner:
    """A machine that runs workflows, with the project checked out."""

    def __init__(self, folder: Path, project: Path) -> None:
        self.project = project
        self.phrases = folder / "said"
        self.phrases.mkdir()
        self._origin = folder / "origin.git"
        bin = folder / "bin"
        bin.mkdir()
        self._script(bin / "gh", GH)
        self._script(project / ".venv" / "bin" / "mozi", MOZI)
        shutil.copytree(ROOT / ".ci", project / ".ci", dirs_exist_ok=True)
        self.environment = {
            "PATH": f"{bin}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(folder),
            "GH_SAID": str(self.phrases),
            "GITHUB_REPOSITORY": "college/site",
            "MOZI_RUNS": "form",
        }
        shutil.copy(ROOT / ".gitignore", project)
        subprocess.run(["git", "init", "-q", "--bare", str(self._origin)], check=True)
        self.git("init", "-q", "-b", "main")
        self.git("remote", "add", "origin", str(self._origin))
        self.git("add", "-A")
        self.commit("Somebody", "All")
        self.git("push", "-q", "origin", "main")

    def _script(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def git(self, *words: str) -> str:
        return self._run("git", *words).stdout

    def commit(self, author: str, message: str) -> None:
        identity = ["-c", f"user.name={author}", "-c", f"user.email={author}@college.example"]
        self.git(*identity, "commit", "-q", "-m", message)

    def _run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words,
            cwd=self.project,
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def script(self, name: str, *words: str, **environment: str) -> int:
        done = self._run(f".ci/{name}", *words, **environment)
        self.printed = done.stdout + done.stderr
        return done.returncode

    def form(self, body: str, **answers: str) -> None:
        """What form.yml does for issue 12, on a fresh machine."""
        self.git("checkout", "-q", "-f", "main")
        self.git("reset", "-q", "--hard", "origin/main")
        (self.phrases / "calls").write_text("")
        event = self.phrases / "event.json"
        event.write_text(
            json.dumps({"issue": {"body": body, "updated_at": "2026-11-23T08:00:00Z"}})
        )
        comment = self.phrases / "comment.md"
        assert self.script("read-form", str(event), str(comment)) == 0, self.printed
        assert self.script("propose", "12", str(comment), **answers) == 0, self.printed

    @property
    def calls(self) -> list[str]:
        """The first words of everything `gh` and `mozi` were asked."""
        calls = (self.phrases / "calls").read_text().splitlines()
        return [" ".join(call.split()[:2]) for call in calls]

    def proposed(self, file: str) -> str:
        """A file on the branch of the proposal; empty where there is none."""
        self.git("fetch", "-q", "origin", "form/issue-12")
        return self.git("show", f"FETCH_HEAD:{file}")

    def tip(self) -> str:
        return self.git("ls-remote", "origin", "refs/heads/form/issue-12")


@pytest.fixture
def runner(folder: Folder, tmp_path: Path) -> Runner:
    (folder.root / ".github").mkdir()
    (folder.root / ".github" / "CODEOWNERS").write_text("")
    return Runner(tmp_path, folder.root)


RECORD = "data/projects/welding-lusaka.yml"


# From a form to a pull request --------------------------------------------------------------------


def test_a_form_becomes_a_pull_request(runner: Runner, folder: Folder) -> None:
    runner.form(issue(folder, "project", PROJECT))
    assert "checked: 2026-11-23\n" in runner.proposed(RECORD)
    assert runner.calls == [
        "mozi form", "mozi translate", "mozi schema", "mozi forms", "mozi addresses",
        "auth setup-git", "pr list", "pr create", "issue comment",
    ]  # fmt: skip
    assert (
        (runner.phrases / "pr.md").read_text().startswith("Closes #12.\n\n**Thank you. The record")
    )
    assert (runner.phrases / "issue.md").read_text().startswith("**Thank you. The record")
    create = (runner.phrases / "calls").read_text().splitlines()[-2]
    assert f"--head form/issue-12 --title #12: {RECORD} --body-file" in create
    assert runner.git("log", "-1", "--format=%an: %s", "FETCH_HEAD") == (
        f"github-actions[bot]: Issue #12: {RECORD}\n"
    )


def test_what_is_written_from_the_records_is_proposed_with_them(
    copy_of_project: Path, tmp_path: Path
) -> None:
    """So that the tests that look at that hold for the proposal too."""
    runner = Runner(tmp_path, copy_of_project)
    runner.environment["MOZI_RUNS"] = "*"
    body = (ROOT / "tests/fixtures/project-form.md").read_text(encoding="utf-8")
    runner.form(body)
    assert 'msgctxt "projects/welding-lusaka name"' in runner.proposed("data/translations/ru.po")
    assert '"welding-lusaka"' in runner.proposed("data/schema/ids.schema.json")
    assert errors(check(load_store(copy_of_project))) == []


def test_an_edited_form_changes_the_pull_request(runner: Runner, folder: Folder) -> None:
    runner.form(issue(folder, "project", PROJECT))
    runner.form(issue(folder, "project", {**PROJECT, "batch": "2"}), GH_PULL="34")
    assert "batch: 2\n" in runner.proposed(RECORD)
    assert runner.calls[-4:] == ["auth setup-git", "pr list", "api --silent", "issue comment"]
    assert (
        "PATCH repos/college/site/pulls/34 --field body=@" in (runner.phrases / "calls").read_text()
    )


def test_the_same_again_pushes_nothing(runner: Runner, folder: Folder) -> None:
    runner.form(issue(folder, "project", PROJECT))
    tip = runner.tip()
    runner.form(issue(folder, "project", PROJECT), GH_PULL="34")
    assert runner.tip() == tip
    assert "auth setup-git" not in runner.calls


def test_what_people_added_to_the_pull_request_is_kept(runner: Runner, folder: Folder) -> None:
    runner.form(issue(folder, "project", PROJECT))
    runner.git("fetch", "-q", "origin", "form/issue-12")
    runner.git("checkout", "-q", "FETCH_HEAD")
    (runner.project / RECORD).write_text("# reviewed\n")
    runner.git("add", "-A")
    runner.commit("Reviewer", "Better")
    runner.git("push", "-q", "origin", "HEAD:refs/heads/form/issue-12")
    runner.form(issue(folder, "project", {**PROJECT, "batch": "2"}), GH_PULL="34")
    assert runner.proposed(RECORD) == "# reviewed\n"
    assert runner.calls[5:] == ["issue comment"]
    assert (
        "**Somebody has worked on the pull request since"
        in (runner.phrases / "issue.md").read_text()
    )


@pytest.mark.parametrize(
    ("form", "answers", "said"),
    [
        ("project", {**PROJECT, "city": "Lusaka"}, "**Something has to be put right first"),
        ("correction", {**CORRECTION, "was": "Nothing"}, "**Thank you. Somebody will look at"),
    ],
)
def test_without_a_record_there_is_only_an_answer(
    runner: Runner, folder: Folder, form: str, answers: Mapping[str, str], said: str
) -> None:
    runner.form(issue(folder, form, dict(answers)))
    assert runner.calls == ["mozi form", "issue comment"]
    assert (runner.phrases / "issue.md").read_text().startswith(said)
    assert runner.tip() == ""


def test_nothing_in_an_issue_is_run(runner: Runner, folder: Folder) -> None:
    nasty = "$(touch hacked) `touch hacked` ; touch hacked\n' \" && touch hacked ${IFS} %s\\n"
    runner.form(issue(folder, "project", {**PROJECT, "remarks": nasty, "name": nasty}))
    assert runner.tip()
    assert not list(runner.project.parent.rglob("hacked"))


# From a report to a comment -----------------------------------------------------------------------

REPORT = {"en": {"changed": [{"address": "a/", "title": "Ghana"}], "new": [], "removed": []}}


@pytest.fixture(scope="module")
def code_alone(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """The project as the workflow that comments has it: no Python packages, no data needed."""
    folder = tmp_path_factory.mktemp("commenting")
    shutil.copytree(ROOT / "hooks", folder / "project" / "hooks")
    return Runner(folder, folder / "project")


@pytest.fixture
def checkout(code_alone: Runner) -> Runner:
    """The same, at the start of a workflow: it changes no file of the project."""
    assert code_alone.git("status", "--porcelain") == ""
    shutil.rmtree(code_alone.phrases)
    code_alone.phrases.mkdir()
    return code_alone


def comment(
    runner: Runner, files: Mapping[str, str | bytes], head: str = "abc", artifact: str = "7"
) -> int:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    (runner.phrases / "report.zip").write_bytes(packed.getvalue())
    answers = {"GH_ARTIFACT": artifact, "GH_HEAD": head, "RUN_ID": "5", "HEAD_SHA": "abc"}
    return runner.script("comment", **answers)


def test_a_report_becomes_a_comment(checkout: Runner) -> None:
    assert comment(checkout, {"number": "34\n", "changes.json": json.dumps(REPORT)}) == 0
    assert checkout.calls == ["api repos/college/site/actions/runs/5/artifacts?name=changes",
                              "api repos/college/site/actions/artifacts/7/zip",
                              "api repos/college/site/pulls/34", "pr comment"]  # fmt: skip
    assert "- `Ghana` `a/`\n" in (checkout.phrases / "pr.md").read_text()


@pytest.mark.parametrize(
    "number",
    ["", "x", "0", "-1", "3 4", "34; touch hacked", "../../issues/1", "１", "9" * 30 + "x"],
)
def test_a_report_with_another_number_says_nothing(checkout: Runner, number: str) -> None:
    files = {"number": number, "changes.json": json.dumps(REPORT)}
    assert comment(checkout, files, head="other") == (0 if number.startswith("9") else 1)
    assert "pr comment" not in checkout.calls


def test_a_report_of_another_pull_request_says_nothing(checkout: Runner) -> None:
    assert comment(checkout, {"number": "1", "changes.json": json.dumps(REPORT)}, head="def") == 0
    assert "pr comment" not in checkout.calls


@pytest.mark.parametrize("text", ["", "{}x", json.dumps({"en": []}), "[" * 10_000, b"\xff" * 99])
def test_a_report_that_is_none_says_nothing(checkout: Runner, text: str | bytes) -> None:
    assert comment(checkout, {"number": "34", "changes.json": text}) == 1
    assert "pr comment" not in checkout.calls


def test_a_report_that_would_fill_the_machine_is_read_up_to_a_length(checkout: Runner) -> None:
    assert comment(checkout, {"number": "34", "changes.json": b" " * 50_000_000}) == 1
    assert comment(checkout, {"number": "34"}) == 1
    assert "pr comment" not in checkout.calls


def test_without_a_report_there_is_nothing_to_say(checkout: Runner) -> None:
    assert comment(checkout, {}, artifact="") == 0
    assert checkout.calls == ["api repos/college/site/actions/runs/5/artifacts?name=changes"]
