// Draws the charts of a report, each in the place that the page keeps for it.
import { mount } from 'svelte'
import Chart from './Chart.svelte'
import type { ReportData } from './data'
import { foldReport } from './fold'

const data = JSON.parse(document.getElementById('polder-data')?.textContent ?? '{}') as ReportData

for (const place of document.querySelectorAll<HTMLElement>('[data-chart]')) {
  const id = place.dataset.chart ?? ''
  const chart = data.charts?.[id]
  if (chart) mount(Chart, { target: place, props: { id, chart, words: data.words, language: data.language } })
}
foldReport(data.words)
document.documentElement.dataset.drawn = 'yes'
