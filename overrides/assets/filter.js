// Narrows an index page down in place, and compares the programmes that a reader picked.
// Without it each choice leads to a page of its own, and all programmes are compared.

const MOST = 4 // programmes side by side

const all = selector => [...document.querySelectorAll(selector)]
const named = id => document.getElementById(id)
const number = n => n.toLocaleString(document.documentElement.lang + "-u-nu-latn")
const asked = () => new URLSearchParams(location.search)
const carry = () => all(".mz-languages a").forEach(link => (link.search = location.search))

const links = all(".mz-choice")
const cells = all("[data-programme]")
const boxes = all(".mz-pick input")

if (links.length) filter()
if (boxes.length > 1) pick()
if (cells.length) compare()

function filter() {
  const cards = all(".mz-card")
  const facets = new Set(links.map(link => link.dataset.facet))
  const chosen = ({ dataset: { facet, value } }) => asked().getAll(facet).includes(value)
  const has = (card, { dataset: { facet, value } }) => card.dataset[facet].split(" ").includes(value)
  const found = named("mz-found")
  const clear = named("mz-clear")

  // Any value chosen of a facet will do, but each facet must agree.
  function show() {
    const wanted = links.filter(chosen)
    const fits = (card, except) => [...facets].every(facet => {
      const some = wanted.filter(link => link.dataset.facet === facet)
      return facet === except || !some.length || some.some(link => has(card, link))
    })
    for (const link of links) {
      const rest = cards.filter(card => has(card, link) && fits(card, link.dataset.facet)).length
      link.querySelector(".mz-count").textContent = number(rest)
      link.setAttribute("aria-pressed", chosen(link))
      link.classList.toggle("mz-choice--none", !rest)
    }
    for (const link of wanted) link.closest("details").open = true
    for (const card of cards) card.hidden = !fits(card)
    clear.hidden = !wanted.length
    found.textContent = clear.hidden ? "" : found.dataset.text
      .replace("%(shown)s", number(cards.filter(card => !card.hidden).length))
      .replace("%(all)s", number(cards.length))
    carry()
  }

  function go(query) {
    history.pushState(null, "", `${location.pathname}?${query}`.replace(/\?$/, ""))
    show()
  }

  for (const link of links) {
    link.setAttribute("role", "button")
    link.onclick = event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      const { facet, value } = link.dataset
      const query = asked()
      const others = query.getAll(facet).filter(other => other !== value)
      query.delete(facet)
      for (const one of chosen(link) ? others : [...others, value]) query.append(facet, one)
      go(query)
    }
    link.onkeydown = event => {
      if (event.key === " ") link.onclick(event)
    }
  }
  clear.onclick = () => {
    go("")
    links[0].focus() // the button goes
  }
  addEventListener("popstate", show)
  show()
}

function pick() {
  const button = named("mz-picked").querySelector("button")
  const picked = () => boxes.filter(box => box.checked)
  const update = () => {
    const count = picked().length
    for (const box of boxes) box.disabled = count >= MOST && !box.checked
    button.disabled = count < 2
    button.firstElementChild.textContent = count ? number(count) : ""
  }
  boxes.forEach(box => (box.parentElement.hidden = false))
  named("mz-picked").hidden = false
  button.onclick = () => {
    const ids = picked().map(box => `p=${box.closest(".mz-card").dataset.id}`)
    location.href = `${button.dataset.href}?${ids.join("&")}`
  }
  addEventListener("change", update)
  addEventListener("pageshow", update) // the browser may bring back what was checked
}

function compare() {
  const known = cells.map(cell => cell.dataset.programme)
  const ids = asked().getAll("p").filter(id => known.includes(id)).slice(0, MOST)
  if (!ids.length) return
  for (const cell of cells) cell.hidden = !ids.includes(cell.dataset.programme)
  named("mz-all").hidden = false
  carry()
}
