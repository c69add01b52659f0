// Marks what is past today, by the reader's clock, and moves intakes for which it is too late behind
// the others. It only adds: what was past when last checked says so without it. Old browsers of phones
// read it, too: hence its plain words.
(function () {
  var now = new Date()
  var two = function (number) { return (number < 10 ? "0" : "") + number }
  var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate())

  // Dates are ISO 8601, as precise as is known: 2025 is past from the first day of 2026 on.
  function isPast(date) { return !!date && date < today.slice(0, date.length) }

  function all(selector, inside) { return [].slice.call(inside.querySelectorAll(selector)) }

  all("[data-last-day]", document).forEach(function (mark) {
    if (!isPast(mark.getAttribute("data-last-day"))) return
    mark.textContent = " " + mark.getAttribute("data-word")
    mark.removeAttribute("hidden")
  })

  function rank(intake) {
    var last = intake.getAttribute("data-rank")
    if (isPast(intake.getAttribute("data-start"))) return "2"
    return last === "0" && isPast(intake.getAttribute("data-deadline")) ? "1" : last
  }

  all(".mz-intakes", document).forEach(function (list) {
    var groups = { 0: [], 1: [], 2: [] }
    all(".mz-intake", list).forEach(function (intake) {
      var own = rank(intake)
      groups[own].push(intake)
      intake.setAttribute("data-rank", own)
      if (own !== "0") intake.className = "mz-intake mz-intake--late"
    })
    groups[0].concat(groups[1], groups[2]).forEach(function (intake) { list.appendChild(intake) })
  })
})()
