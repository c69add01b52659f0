"""The `mozi` command itself: its verbs, each loaded only when it is used."""

import subprocess
import sys

import pytest
from mozi.commands import VERBS, main


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([verb, "--help"])
    assert ended.value.code == 0
    assert "--root" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [[], ["chekc"], ["check", "--nonsense"]])
def test_wrong_use_ends_with_2(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(wrong)
    assert ended.value.code == 2


def test_help_loads_no_verb() -> None:
    code = (
        "import sys\nfrom mozi.commands import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
        "sys.exit(bool({'pydantic', 'yaml', 'polib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0


def test_a_terminal_that_lacks_chinese_gets_no_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mozi", "check", "--lang", "zh", "--root", "/nowhere"],
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"MZ001" in done.stdout
    assert b"Traceback" not in done.stderr


def test_whoever_reads_the_output_may_stop_early() -> None:
    command = [sys.executable, "-m", "mozi", "check", "--format", "json", "--root", "/nowhere"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert b"Traceback" not in (told := running.stderr.read())
        assert b"BrokenPipe" not in told
    assert running.returncode == 1
