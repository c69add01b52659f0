"""Write a new record: ask for it in a terminal, or take it from flags."""

import argparse
import locale
import shlex
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, get_args

from mozi import rules
from mozi.addresses.permalinks import add_page_addresses
from mozi.editing.id_choices import id_choices
from mozi.editing.interview import Interview, InterviewStopped
from mozi.editing.json_schema import write_ids
from mozi.editing.messages import message
from mozi.editing.new_record import (
    TYPES,
    Data,
    complete,
    id_refusal,
    new_record_problems,
    new_record_text,
    proposed_id,
    put_value,
    required_paths,
    understand_value,
)
from mozi.problems.problem import Problem
from mozi.problems.rulebook import Lang
from mozi.records.field_guide import guide_of
from mozi.records.models import Country, Record, Source
from mozi.settings import home_of
from mozi.store.loading import load_store
from mozi.store.record_store import Store
from mozi.yaml_text.write import one_line_yaml


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which kind of record, what is known of it, and in which language to talk."""
    parser.add_argument("kind", choices=TYPES, metavar="KIND", help=", ".join(TYPES))
    parser.add_argument("--id", help="the record's id (default: made from its English name)")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        type=_setting,
        metavar="KEY=VALUE",
        dest="settings",
        help="such as name.en=… or cite=one,two or 'roles=[{role: lead, partner: …}]'; repeatable",
    )
    parser.add_argument("--yes", action="store_true", help="ask nothing, even in a terminal")
    parser.add_argument(
        "--lang",
        choices=get_args(Lang),
        default=_language(),
        help="language of questions and explanations · 提问和说明所用语言 (default: the computer's)",
    )
    parser.add_argument(
        "--checked",
        default=date.today().isoformat(),
        metavar="DAY",
        help="the day the sources were looked at (default: today)",
    )


def _setting(words: str) -> tuple[tuple[str, ...], str]:
    key, sign, value = words.partition("=")
    if not (key and sign and value):
        raise argparse.ArgumentTypeError(f"“{words}” is not KEY=VALUE")
    return tuple(key.split(".")), value


def _language() -> Lang:
    return "zh" if (locale.getlocale()[0] or "").startswith(("zh", "Chinese")) else "en"


def run(options: argparse.Namespace) -> int:
    """Write the record; 1 when nothing was written, else 0."""
    try:
        _new(options)
    except InterviewStopped as reason:
        print(reason, file=sys.stderr)
    except (KeyboardInterrupt, EOFError):
        print(file=sys.stderr)
    else:
        return 0
    print(message("nothing", options.lang), file=sys.stderr)
    return 1


def _new(options: argparse.Namespace) -> None:
    """Write the record, and say what to do next. Raises `Stopped` where that cannot be."""
    read = load_store(options.root, home=home_of(options.root))
    if not (options.root / "data").is_dir():
        raise InterviewStopped("\n".join(_problem_texts(read.problems, options.lang)))
    record_type = TYPES[options.kind]
    talk = None if options.yes or not sys.stdin.isatty() else _talk(read, record_type, options.lang)
    id = options.id or (talk.id() if talk and record_type is Country else "")
    data = _given(record_type, options)
    if talk:
        data = talk.data(data)
    data = complete(read, record_type, data, options.checked)
    _refuse_errors(read, record_type, data, options.lang, talk=talk)
    id = _id(read, record_type, id, data, lang=options.lang, talk=talk)
    _write(options.root / "data" / record_type.kind / f"{id}.yml", record_type, data, options.lang)
    _report(options.root, record_type, id, data, lang=options.lang)


def _talk(read: Store, record_type: type[Record], lang: Lang) -> Interview:
    with suppress(ImportError):  # not on Windows; elsewhere it lets arrows work in an answer
        import readline  # noqa: F401
    about = guide_of(record_type)
    title, text = about.title.languages[lang], about.text.languages[lang]
    print(message("begin", lang, title=title, text=text))
    return Interview(read, record_type, lang, input, print)


def _given(record_type: type[Record], options: argparse.Namespace) -> Data:
    """Data that the flags give."""
    data: Data = {}
    for path, words in options.settings:
        try:
            put_value(data, path, understand_value(record_type, path, words))
        except ValueError as key:
            raise InterviewStopped(message("in-the-way", options.lang, key=key)) from None
    return data


def _refuse_errors(
    read: Store, record_type: type[Record], data: Data, lang: Lang, *, talk: Interview | None
) -> None:
    """Raise `Stopped` when the record would have an error, unless an editor wants it so."""
    problems = new_record_problems(read, record_type, "draft", data)
    errors = [problem for problem in problems if problem.severity == "error"]
    if not errors:
        return
    lines = [message("problems", lang), *_problem_texts(errors, lang)]
    lacking = [
        f"  --set {shlex.quote('.'.join(map(str, path)) + '=' + _flag(example))}"
        for path, example in required_paths(record_type, data)
    ]
    if lacking:
        lines += [message("give", lang), *lacking]
    if talk is None:
        raise InterviewStopped("\n".join(lines))
    print("\n".join(lines))
    if not talk.agrees("anyway"):
        raise InterviewStopped("")


def _problem_texts(problems: Iterable[Problem], lang: Lang) -> Iterator[str]:
    """Problems of a text that nobody has seen: without file and line."""
    for problem in problems:
        yield f"  {problem.code} {problem.message(lang)} — {problem.fix(lang)}"


def _flag(example: Any) -> str:
    """An example as it is written behind `--set KEY=`."""
    if isinstance(example, list) and all(isinstance(item, str) for item in example):
        return ",".join(example)
    return one_line_yaml(example) if isinstance(example, (dict, list)) else str(example)


def _id(
    read: Store,
    record_type: type[Record],
    id: str,
    data: Data,
    *,
    lang: Lang,
    talk: Interview | None,
) -> str:
    """The id that was given, or one that the data makes and, in a conversation, the editor takes."""
    if not id:
        folder = read.root / "data" / record_type.kind
        taken = {path.stem for path in folder.glob("*")}
        id = proposed_id(record_type, data, taken)
        if talk:
            return talk.id(id)
        if not id:
            raise InterviewStopped(message("no-id", lang))
    refusal = id_refusal(read.root, record_type, id, lang)
    if refusal:
        raise InterviewStopped(refusal)
    return id


def _write(path: Path, record_type: type[Record], data: Data, lang: Lang) -> None:
    try:
        content = new_record_text(record_type, data, lang).encode()
    except UnicodeEncodeError:
        raise InterviewStopped(message("encoding", lang)) from None
    path.parent.mkdir(exist_ok=True)
    with path.open("xb") as file:
        file.write(content)


def _report(root: Path, record_type: type[Record], id: str, data: Data, *, lang: Lang) -> None:
    """Check the new file with all others, tell editors' programs of its id, and say what is next."""
    read = load_store(root, home=home_of(root))
    write_ids(read)
    add_page_addresses(read)
    file = f"data/{record_type.kind}/{id}.yml"
    print("\n" + message("written", lang, file=file))
    problems = [problem for problem in rules.check(read) if problem.file == file]
    for problem in problems:
        print(problem.text(lang))
    if not problems:
        print(message("sound", lang))
    if "unpublished" in data:
        print("\n" + message("unpublished", lang))
        titles = id_choices(read)["vocabularies/particulars"]
        for name in data["unpublished"]:
            print(f"  {titles[name][lang]} ({name})" if name in titles else f"  {name}")
    phrase = "next-source" if record_type is Source else "next"
    print("\n" + message(phrase, lang, file=file, id=id))
