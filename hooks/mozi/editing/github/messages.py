"""Messages to people who filled in a form, in English and Chinese."""

from mozi.problems.rulebook import EditorWords, Lang


def message(name: str, lang: Lang, **values: object) -> str:
    """A phrase with its `{…}` filled in."""
    return MESSAGES[name][lang].format(**values)


MESSAGES = {
    # What is wrong with a form or an answer
    "no-form": EditorWords(
        en="this was not made with one of the forms — choose a form when you open an issue",
        zh="这不是用表单提交的 — 新建 issue 时请选择一种表单",
    ),
    "too-long": EditorWords(
        en="this is longer than {limit} characters — write less",
        zh="内容超过 {limit} 个字符 — 请缩短",
    ),
    "twice": EditorWords(
        en="this heading stands here twice — take it out of your answers",
        zh="此标题出现了两次 — 请从回答中删去",
    ),
    "needed": EditorWords(en="an answer is needed", zh="此项必填"),
    "invisible": EditorWords(
        en="there is an invisible character, {value} — type the words again instead of pasting them",
        zh="含有不可见字符 {value} — 请不要粘贴，重新输入",
    ),
    "one-line": EditorWords(en="write it in one line", zh="请写成一行"),
    "two-texts": EditorWords(
        en="two lines are needed, the first in English, the second in Chinese",
        zh="需要两行：第一行英文，第二行中文",
    ),
    "date": EditorWords(
        en="“{value}” is no date — write a year, a month or a day: 2024, 2024-09 or 2024-09-24",
        zh="“{value}”不是日期 — 请写年、月或日：2024、2024-09 或 2024-09-24",
    ),
    "choice": EditorWords(
        en="“{value}” is not on the list — edit the issue and copy the words of the list, or fill in the form anew",
        zh="“{value}”不在列表中 — 请编辑 issue，照抄列表中的文字，或重新填写表单",
    ),
    "not-listed": EditorWords(
        en="what is not on the list needs a record of its own first. Tell under “Anything else” what it is and which page names it; once there is a record, fill in the form anew and choose it.",
        zh="列表中没有的内容需要先有自己的记录。请在“其他说明”中写明是什么、由哪个页面提及；有了记录之后，请重新填写表单并选择它。",
    ),
    "source": EditorWords(
        en="no source of this site has the address “{value}” — fill in the form “New source” first; when it is there, edit this issue",
        zh="本站没有网址为“{value}”的来源 — 请先填写“新来源”表单；该来源列入后，再编辑本 issue",
    ),
    "page": EditorWords(
        en="“{value}” is not the page of a record — somebody has to look for it by hand",
        zh="“{value}”不是某条记录的页面 — 需要人工查找",
    ),
    "id": EditorWords(
        en="“{value}” cannot be used — write small letters a–z, digits and single hyphens, at most {limit} in all",
        zh="“{value}”不能使用 — 请只用小写字母 a–z、数字和单个连字符，总共不超过 {limit} 个字符",
    ),
    "taken": EditorWords(
        en="there is “{value}” already — take another name, or fill in the form “Correction”",
        zh="已有“{value}” — 请换一个名称，或填写“更正”表单",
    ),
    "no-id": EditorWords(
        en="no short name can be made from the English name — write one",
        zh="无法由英文名称生成短名 — 请自行填写",
    ),
    # What came of a form
    "put-right": EditorWords(
        en="**Something has to be put right first; nothing has been written yet.** Edit the issue (… at the top right, then “Edit”): it is read again at once.",
        zh="**请先改正以下内容；目前尚未写入任何记录。** 请编辑本 issue（右上角“…”，再点“Edit”），保存后系统会立即重新读取。",
    ),
    "would-be": EditorWords(
        en="The record would be {file}:",
        zh="记录将是 {file}：",
    ),
    "written": EditorWords(
        en="**Thank you. The record {file} has been written and checked.** A person reviews it before it appears on the site. To change something, edit the issue.",
        zh="**谢谢。记录 {file} 已写好并通过检查。** 经人工审核后才会出现在网站上。如需修改，请编辑本 issue。",
    ),
    "changed": EditorWords(
        en="**Thank you. The change is made in {file} and checked.** For the reviewer: does the source say so, and do the sources that stood there before still fit?",
        zh="**谢谢。已在 {file} 中改好并通过检查。** 请审核人核对：该来源是否这样写，原有来源是否仍然适用？",
    ),
    "warnings": EditorWords(
        en="The check has something to remark:",
        zh="检查提示：",
    ),
    "remarks": EditorWords(en="Also said:", zh="其他说明："),
    # Why a correction is left to people
    "by-hand": EditorWords(
        en="**Thank you. Somebody will look at {file} and make this change by hand.**",
        zh="**谢谢。我们会有人查看 {file} 并手工修改。**",
    ),
    "no-source": EditorWords(
        en="No source was named, and every statement on this site has one.",
        zh="没有写明来源，而本站每一项内容都要有来源。",
    ),
    "no-field": EditorWords(
        en="The record has no such place.",
        zh="记录中没有这个位置。",
    ),
    "differs": EditorWords(
        en="Something else stands at this place in the record.",
        zh="记录中该位置的内容与所写不同。",
    ),
    "not-there": EditorWords(
        en="The record has no value that reads exactly so; it may be a translation, or part of a longer text.",
        zh="记录中没有与此完全相同的内容；它可能是译文，或是较长文字的一部分。",
    ),
    "not-once": EditorWords(
        en="The record says so in more than one place.",
        zh="记录中有不止一处这样写。",
    ),
    "not-exact": EditorWords(
        en="The answers do not say exactly what to write.",
        zh="从回答中无法确定应写入的确切内容。",
    ),
    "no-change": EditorWords(
        en="The record says so already.",
        zh="记录中已是这样写的。",
    ),
    "steps": EditorWords(
        en="For the editor: change {file}, put the source's id after `cite:`, run `mozi check`, and open a pull request that names this issue.",
        zh="致编辑：修改 {file}，在 `cite:` 后写上来源的标识，运行 `mozi check --lang zh`，再新建一个提及本 issue 的合并请求。",
    ),
}
