// Draws the charts of a report, each in the place that the page keeps for it.
import { mount } from 'svelte'
import Chart from './Chart.svelte'
import type { ReportData } from './data'

const data = JSON.parse(document.getElementById('polder-data')?.textContent ?? '{}') as ReportData

for (const place of document.querySelectorAll<HTMLElement>('[data-chart]')) {
  const id = place.dataset.chart ?? ''
  const chart = data.charts?.[id]
  if (chart) mount(Chart, { target: place, props: { id, chart, words: data.words, language: data.language } })
}
// Long tables are folded, and opened by who goes there.
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const details = target?.closest('details')
  if (!details || details.open) return
  details.open = true
  target?.scrollIntoView()
}
for (const details of document.querySelectorAll<HTMLDetailsElement>('details.long')) details.open = false
addEventListener('hashchange', openTarget)
openTarget()
document.documentElement.dataset.drawn = 'yes'
