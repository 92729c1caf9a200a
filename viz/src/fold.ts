// Makes a long report short to read: sections folded on a narrow screen, long tables behind their names, and of those the
// first rows. The file holds everything open, for whom no script runs; on paper all sections are open.
import type { Words } from './data'

const longest = 15 // rows
const first = 10 // of a longer table
const narrow = '(max-width: 40rem)' // as in report.css

const parts = () => [...document.querySelectorAll<HTMLDetailsElement>('details.part')]
const fill = (text: string, count: number) => text.replace('{}', `${count}`)

function button(text: string, act: (self: HTMLButtonElement) => void): HTMLButtonElement {
  const one = document.createElement('button')
  one.type = 'button'
  one.textContent = text
  one.addEventListener('click', () => act(one))
  return one
}

/** The first rows of a long table, and a button for all; on paper, in its place, how many there are more. */
function shorten(place: HTMLElement, words: Words) {
  const rows = [...place.querySelectorAll<HTMLElement>('tbody tr')]
  if (rows.length <= longest) return
  let all = true
  const toggle = () => {
    all = !all
    for (const row of rows.slice(first)) row.hidden = !all
    one.textContent = all ? fill(words.fewerRows, first) : fill(words.allRows, rows.length)
    paper.hidden = all
  }
  const one = button('', toggle)
  const paper = document.createElement('span')
  paper.className = 'on-paper'
  paper.textContent = fill(words.otherRows, rows.length - first)
  const line = document.createElement('p')
  line.className = 'more'
  line.append(one, paper)
  place.after(line)
  toggle()
}

/** Opens what a link leads to. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  target.querySelector<HTMLDetailsElement>(':scope > details.part')?.setAttribute('open', '')
  for (let one = target.closest('details'); one; one = one.parentElement?.closest('details') ?? null) one.open = true
  target.scrollIntoView()
}

export function foldReport(words: Words) {
  const all = button('', () => {
    const open = parts().some((part) => !part.open)
    for (const part of parts()) part.open = open
  })
  const say = () => (all.textContent = parts().some((part) => !part.open) ? words.openAll : words.closeAll)
  const fold = matchMedia(narrow).matches
  const contents = document.querySelector<HTMLDetailsElement>('nav details')
  if (contents) contents.open = !fold
  for (const part of parts()) {
    part.open = !fold
    part.addEventListener('toggle', say)
  }
  say()
  for (const long of document.querySelectorAll<HTMLDetailsElement>('details.long')) long.open = false
  const line = document.createElement('p')
  line.className = 'open-all'
  line.append(all)
  document.querySelector('nav')?.append(line)
  for (const place of document.querySelectorAll<HTMLElement>('main .scroll:has(> table)')) shorten(place, words)

  let closed: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    closed = parts().filter((part) => !part.open)
    for (const part of closed) part.open = true
  })
  addEventListener('afterprint', () => {
    for (const part of closed) part.open = false
  })
  addEventListener('hashchange', openTarget)
  document.addEventListener('click', (event) => {
    // The same link a second time changes no address.
    const link = (event.target as Element).closest('a')
    if (link?.getAttribute('href') === location.hash) openTarget()
  })
  openTarget()
}
