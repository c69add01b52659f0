{
// A host has one 404 page, in the default language. Show the one of the address's language, and
// suggest the pages whose addresses are nearest to it.

const nearest = document.getElementById("mz-nearest")
const base = new URL(nearest.dataset.base + "/", location).pathname.replace(/\/+$/, "/")
const [first, ...rest] = location.pathname.slice(base.length).split("/").filter(Boolean)
const languages = [...document.querySelectorAll(".mz-languages a")].map(link => link.hreflang)
const language = languages.includes(first) ? first : languages[0]
const wanted = (language === first ? rest : [first, ...rest]).join("/")

const MOST = 5 // suggestions
const LEAST = 0.3 // likeness of a suggestion, from 0 to 1

document.documentElement.lang === language ? suggest() : change()

async function change() {
  const answer = await fetch(`${base}${language}/404.html`)
  if (!answer.ok) return
  document.open()
  document.write(await answer.text())
  document.close()
}

async function suggest() {
  const folder = base + (language === languages[0] ? "" : `${language}/`)
  const answer = await fetch(`${folder}404.json`)
  if (!answer.ok) return
  const best = Object.entries(await answer.json())
    .map(([path, title]) => ({ path, title, score: likeness(path, wanted) }))
    .filter(page => page.score >= LEAST)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
  nearest.querySelector("ul").append(...best.map(page => {
    const item = document.createElement("li")
    const link = document.createElement("a")
    link.href = folder + page.path
    link.textContent = page.title
    item.append(link)
    return item
  }))
  nearest.hidden = best.length === 0
}

// Sørensen–Dice coefficient of letter pairs.
function likeness(one, other) {
  const [a, b] = [one, other].map(text => {
    const plain = text.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim()
    return new Set([...plain.slice(1)].map((letter, index) => plain[index] + letter))
  })
  const shared = [...a].filter(pair => b.has(pair)).length
  return a.size + b.size ? (2 * shared) / (a.size + b.size) : 0
}
}
