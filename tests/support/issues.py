"""Issues as GitHub makes them of filled-in forms."""

from mozi.editing.github import forms
from mozi.store.loading import load_store

from tests.support.helpers import Folder

PROJECT = {
    "name": "Welding Workshop in Lusaka\n卢萨卡焊接工坊",
    "country": "tj",
    "status": "signed",
    "as_of": "2024-09",
    "sources": "https://college.example/news",
}
SOURCE = {
    "url": "https://college.example/page",
    "gloss": "News of the second intake.\n关于第二批招生的新闻。",
    "publisher": "Example College\n示例学院",
    "language": "en",
    "type": "primary",
}
CORRECTION = {
    "page": "https://site.example/zh/projects/workshop/",
    "was": "2023-09",
    "right": "2023-09-27",
    "sources": "https://lobakashop.com/copy",
}


def issue(folder: Folder, form: str, answers: dict[str, str]) -> str:
    """The text of an issue; for choices, `answers` holds ids, several between commas."""
    found = load_store(folder.root)
    parts = []
    for key, question in forms.read_forms()[form].questions.items():
        answer = answers.get(key, "_No response_")
        if question.of and key in answers:
            options = forms.question_options(question, found)
            answer = ", ".join(_option(options, word) for word in answer.split(","))
        parts.append(f"### {question.heading}\n\n{answer}")
    return "\n\n".join(parts)


def _option(options: list[str], word: str) -> str:
    return next((o for o in options if o == word or o.endswith(f"[{word}]")), word)
