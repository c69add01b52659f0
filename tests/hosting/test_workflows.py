"""The files in .github/ that GitHub runs or shows: well-formed, pinned, with no more rights than needed.

Two well-kept programs look at them, without asking any network: check-jsonschema has the schemas of
SchemaStore, zizmor knows how workflows are attacked.
"""

import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from tests.support.helpers import ROOT, load_yaml

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = [path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"]

SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "custom.github-workflows-require-timeout": WORKFLOWS,
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [GITHUB / "ISSUE_TEMPLATE" / "config.yml"],
    "vendor.dependabot": [GITHUB / "dependabot.yml"],
}


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, check=False)


def fits(schema: str, files: list[Path]) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_fit_their_schema(schema: str) -> None:
    assert SCHEMAS[schema]
    done = fits(schema, SCHEMAS[schema])
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_file_that_does_not_fit_is_found(tmp_path: Path) -> None:
    form = tmp_path / "form.yml"
    form.write_text(FORMS[0].read_text(encoding="utf-8").replace("type: input", "type: inptu"))
    assert fits("vendor.github-issue-forms", [form]).returncode == 1


def zizmor(path: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sysconfig.get_path("scripts")) / "zizmor"
    return run(program, "--offline", "--no-progress", "--persona", "pedantic", path)


def test_nothing_in_the_workflows_can_be_attacked_as_far_as_is_known() -> None:
    done = zizmor(GITHUB)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_attackable_workflow_is_found(tmp_path: Path) -> None:
    workflow = tmp_path / ".github" / "workflows" / "form.yml"
    workflow.parent.mkdir(parents=True)
    text = (GITHUB / "workflows" / "form.yml").read_text(encoding="utf-8")
    workflow.write_text(text.replace('"$NUMBER"', "${{ github.event.issue.title }}"))
    done = zizmor(tmp_path)
    assert done.returncode != 0
    assert "template-injection" in done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_and_rights_are_given_job_by_job(path: Path) -> None:
    workflow = load_yaml(path)
    assert workflow["permissions"] == {}
    assert "group" in workflow["concurrency"]
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"] <= 45
    text = path.read_text(encoding="utf-8")
    for use in re.findall(r"uses: (.*)", text):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)
    assert "secrets." not in text


def test_what_runs_a_pull_request_s_own_code_may_only_read() -> None:
    for job in load_yaml(GITHUB / "workflows" / "check.yml")["jobs"].values():
        assert job["permissions"] == {"contents": "read"}


def test_what_may_write_never_checks_out_another_s_code() -> None:
    for path in WORKFLOWS:
        for job in load_yaml(path)["jobs"].values():
            if "write" in job["permissions"].values():
                assert all("ref" not in step.get("with", {}) for step in steps(job))


def steps(job: dict[str, Any]) -> list[dict[str, Any]]:
    return list(job["steps"])


def test_one_version_of_each_action() -> None:
    uses = {
        use for path in WORKFLOWS for use in re.findall(r"uses: (\S+)", path.read_text("utf-8"))
    }
    assert len({use.partition("@")[0] for use in uses}) == len(uses)


def test_forms_have_the_label_that_starts_the_workflow() -> None:
    condition = load_yaml(GITHUB / "workflows" / "form.yml")["jobs"]["form"]["if"]
    assert all(f"'{load_yaml(form)['labels'][0]}'" in condition for form in FORMS)


def test_workflows_run_scripts_that_there_are() -> None:
    for path in WORKFLOWS:
        for script in re.findall(r"\.ci/[a-z-]+", path.read_text(encoding="utf-8")):
            assert (ROOT / script).stat().st_mode & 0o111, script
