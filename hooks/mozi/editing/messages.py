"""Messages of the commands to editors besides problems, in English and Chinese."""

from mozi.problems.rulebook import EditorWords, Lang


def message(name: str, lang: Lang, **values: object) -> str:
    """A phrase with its `{…}` filled in."""
    return MESSAGES[name][lang].format(**values)


MESSAGES = {
    # Questions
    "begin": EditorWords(
        en="{title}: {text}\nEnter alone leaves out what is optional. Ctrl-C stops; then nothing is written.",
        zh="{title}：{text}\n可不填的项直接按回车跳过。按 Ctrl-C 停止，此时不会写入任何文件。",
    ),
    "optional": EditorWords(en=" · may be left out", zh=" · 可不填"),
    "example": EditorWords(en="  For example: {example}", zh="  例：{example}"),
    "entry": EditorWords(
        en="  — No. {number}; Enter alone when there are no more",
        zh="  — 第 {number} 项；没有更多时直接按回车",
    ),
    "search": EditorWords(
        en="  There are {number}. Write an id, or part of a name to search.",
        zh="  共有 {number} 项。请输入标识，或输入名称的一部分来查找。",
    ),
    "needed": EditorWords(en="this is needed", zh="此项必填"),
    "which": EditorWords(
        en="“{word}” is no id; is it one of these? Write its number or id.",
        zh="“{word}”不是标识；是否为下列之一？请输入序号或标识。",
    ),
    "no-match": EditorWords(
        en="nothing is called “{word}”; write a number or an id from the list",
        zh="没有名为“{word}”的项；请输入列表中的序号或标识",
    ),
    "not-there": EditorWords(
        en="  Not there yet? Stop with Ctrl-C, make it with `make new KIND={kind}`, then begin again.",
        zh="  还没有这一项？请按 Ctrl-C 停止，用 `make new KIND={kind}` 新建后再重新开始。",
    ),
    "none-yet": EditorWords(
        en="There is nothing in {folder} to choose from yet: make that first, with `make new`.",
        zh="{folder} 中还没有可选的项：请先用 `make new` 新建。",
    ),
    "id": EditorWords(
        en="Id: the name of the file, and part of the page's address. It never changes once published. Letters a–z, digits, hyphens.",
        zh="标识：即文件名，也是网页地址的一部分，发布后不再更改。只用字母 a–z、数字和连字符。",
    ),
    "country-id": EditorWords(
        en="Country: its two-letter code, or its name. For example: tj",
        zh="国家：两位字母代码或国名。例：tj",
    ),
    "anyway": EditorWords(
        en="Write the file all the same, to mend it there? [y/N] ",
        zh="仍要写入文件，之后在文件中修改吗？[y/N] ",
    ),
    "stale-ids": EditorWords(
        en="Records were added, renamed or removed: `make schema` tells editors' programs of the new ids and names.",
        zh="记录有增删或更名：运行 `make schema`，编辑器的补全才会包含新的标识和名称。",
    ),
    "stale-addresses": EditorWords(
        en="There are new pages: `make addresses` puts them on the list of addresses that must never break.",
        zh="有新的页面：运行 `make addresses`，把它们列入必须永久有效的网址清单。",
    ),
    # What was found, and what was mended
    "codes": EditorWords(en="What the codes mean: {address}", zh="各代码的含义：{address}"),
    "mended": EditorWords(en="Mended:", zh="已更正："),
    "left": EditorWords(en="Left for you:", zh="需要您处理："),
    # What came of it
    "problems": EditorWords(en="This cannot be written yet:", zh="暂时不能写入："),
    "give": EditorWords(en="Give it with, for example:", zh="请补充，例如："),
    "no-id": EditorWords(
        en="no id can be made from the name: give one with --id",
        zh="无法由名称生成标识：请用 --id 指定",
    ),
    "encoding": EditorWords(
        en="what was said is not in UTF-8: set the terminal to UTF-8 and try again",
        zh="输入内容不是 UTF-8 编码：请将终端设为 UTF-8 后重试",
    ),
    "in-the-way": EditorWords(
        en="“{key}” has a value already, so that nothing can be put inside it",
        zh="“{key}”已有值，无法再向其中填写内容",
    ),
    "taken": EditorWords(
        en="there is {file} already — take another id",
        zh="已有 {file} — 请换一个标识",
    ),
    "nothing": EditorWords(en="Nothing was written.", zh="没有写入任何文件。"),
    "written": EditorWords(en="{file} is written.", zh="已写入 {file}。"),
    "sound": EditorWords(en="It has no problem.", zh="该文件没有问题。"),
    "unpublished": EditorWords(
        en="Not published, or still to be filled in (listed under “unpublished”):",
        zh="未公布或尚待填写（列在“unpublished”中）：",
    ),
    "next": EditorWords(
        en="""\
What to do next:
  1. Open {file}. Every line is explained there; fill in what sources say.
  2. A new source? `make new KIND=source`, then put its id after “cite:”.
  3. `make check` after every change.
  4. `make serve` shows the page.""",
        zh="""\
下一步：
  1. 打开 {file}。每一行都有说明；请填写来源所述的内容。
  2. 有新的来源？运行 `make new KIND=source`，再把其标识写在“cite:”后面。
  3. 每次修改后运行 `make check`。
  4. 运行 `make serve` 查看页面。""",
    ),
    "next-source": EditorWords(
        en="""\
What to do next:
  1. Put “{id}” after “cite:” in the records that rest on it; a new record: `make new KIND=project`.
  2. `make check` after every change.""",
        zh="""\
下一步：
  1. 在以它为依据的记录中，把“{id}”写在“cite:”后面；新建记录：`make new KIND=project`。
  2. 每次修改后运行 `make check`。""",
    ),
}
