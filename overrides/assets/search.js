{ // 404.js may write the page once more, with this script in it
// Search in the page's language. Nothing is loaded before somebody opens it.

const dialog = document.getElementById("mz-search")
const opener = document.getElementById("mz-search-open")
const query = dialog.querySelector("input")
const results = dialog.querySelector(".mz-search__results")
const bundle = new URL("../pagefind/pagefind.js", document.currentScript.src).href

const RECORDS = { most: 10, filters: { not: { later: "yes" } } }
const LATER = { most: 12, filters: { later: "yes" } } // references, then sources
const WAIT = 150 // milliseconds after the last key

let pagefind
let shown = 0 // number of the query whose results are on the page

opener.hidden = false
opener.addEventListener("click", open)
query.addEventListener("input", search)
results.addEventListener("keydown", move)
query.addEventListener("keydown", move)

// The keys that Material's own search had: s, f and /.
document.addEventListener("keydown", event => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]")
  if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && ["s", "f", "/"].includes(event.key)) {
    event.preventDefault()
    open()
  }
})

async function open() {
  if (!dialog.open) dialog.showModal()
  query.select()
  try {
    pagefind ??= await import(bundle)
    await pagefind.init()
    if (query.value) search()
  } catch {
    say(dialog.dataset.failed)
  }
}

async function search() {
  const number = ++shown
  const text = query.value.trim()
  if (!text || !pagefind) return results.replaceChildren()
  await new Promise(resolve => setTimeout(resolve, WAIT))
  if (number !== shown) return // another key was pressed meanwhile
  try {
    const [records, later] = await Promise.all([best(text, RECORDS), best(text, LATER)])
    const pages = [...records, ...later.sort((one, other) => one.meta.tier - other.meta.tier)]
    if (number === shown) pages.length ? list(pages) : say(dialog.dataset.none)
  } catch {
    say(dialog.dataset.failed)
  }
}

// Pagefind stops at pages with the very word that was typed. Without their endings, words find
// their other forms too; those come after.
async function best(text, { most, filters }) {
  const roots = text.replace(/\p{Alphabetic}{6,}/gu, word => word.slice(0, -2))
  const searches = [text, roots].map(words => pagefind.search(words, { filters }))
  const found = (await Promise.all(searches)).flatMap(answer => answer.results)
  const distinct = [...new Map(found.map(result => [result.id, result])).values()]
  return Promise.all(distinct.slice(0, most).map(result => result.data()))
}

// Results grouped by kind; the kind of the best result comes first.
function list(pages) {
  const groups = new Map()
  for (const page of pages) {
    const group = groups.get(page.meta.kind) ?? []
    groups.set(page.meta.kind, [...group, page])
  }
  results.replaceChildren(...[...groups].flatMap(([kind, members]) => {
    const items = element("ul")
    items.append(...members.map(page => {
      const link = element("a", page.meta.title)
      link.href = page.url
      const item = element("li")
      item.append(link, element("small", page.meta.line ?? ""))
      return item
    }))
    return [element("h2", kind), items]
  }))
}

function say(text) {
  results.replaceChildren(element("p", text))
}

function element(name, text = "") {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

// Up and down go through the results.
function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const stops = [query, ...results.querySelectorAll("a")]
  stops[stops.indexOf(document.activeElement) + step]?.focus()
}
}
