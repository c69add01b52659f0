{ // 404.js may write the page once more, with this script in it
// Light or dark: the reader's choice, else the system's. Runs before the page is shown.

const STORED = "mz-colours"
const dark = matchMedia("(prefers-color-scheme: dark)")

function stored() {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null // storage may be forbidden
  }
}

function paint() {
  const scheme = stored() ?? (dark.matches ? "slate" : "default")
  document.body.dataset.mdColorScheme = scheme
  const button = document.getElementById("mz-colours")
  if (button) {
    button.hidden = false
    button.setAttribute("aria-pressed", scheme === "slate")
  }
}

function change() {
  const scheme = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate"
  try {
    localStorage.setItem(STORED, scheme)
  } catch {
    // the choice holds for this page only
  }
  document.body.dataset.mdColorScheme = scheme
  document.getElementById("mz-colours").setAttribute("aria-pressed", scheme === "slate")
}

dark.addEventListener("change", paint)
new MutationObserver((_, observer) => {
  if (document.body) {
    observer.disconnect()
    paint()
  }
}).observe(document.documentElement, { childList: true })
document.addEventListener("DOMContentLoaded", () => {
  paint()
  document.getElementById("mz-colours").addEventListener("click", change)
})
// The menu and the languages close with Escape and with a touch beside them.
document.addEventListener("keydown", event => {
  const dropped = document.querySelector(".mz-drop[open]")
  if (event.key === "Escape" && dropped) {
    dropped.open = false
    dropped.querySelector("summary").focus()
  }
})
document.addEventListener("click", event => {
  const dropped = document.querySelector(".mz-drop[open]")
  if (dropped && !dropped.contains(event.target)) dropped.open = false
})

document.documentElement.classList.replace("no-js", "js")

// The reader's language, suggested once on the home page and never forced.

const SUGGESTED = "mz-suggested"

document.addEventListener("DOMContentLoaded", () => {
  const invitations = [...document.querySelectorAll(".mz-invitation")]
  if (invitations.length === 0) return
  const spoken = navigator.languages.map(tag => tag.split("-")[0])
  const offered = invitations.map(invitation => invitation.dataset.language)
  const first = spoken.find(code => code === "en" || offered.includes(code))
  try {
    if (localStorage.getItem(SUGGESTED)) return
    localStorage.setItem(SUGGESTED, first ?? "none")
  } catch {
    return // without storage it would be suggested again and again
  }
  const invitation = invitations.find(one => one.dataset.language === first)
  if (invitation) invitation.hidden = false
})
}
