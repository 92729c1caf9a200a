// Looks at reports as people do: on a desk and a phone, by keyboard, by ear, on paper, and with scripts off.
// node look.mjs CHROMIUM REPORT...; prints what is wrong and exits with 1 if anything is.
import axe from 'axe-core'
import { readFileSync, statSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { pathToFileURL } from 'node:url'

const [program, ...reports] = process.argv.slice(2)
const wrong = []
const most = 3e6 // bytes
const longest = 5000 // px of a report that opens on a phone: two thousand more than its answer needs
const patience = 240_000 // ms: a machine may be busy
const kinds = ['dots', 'lines', 'map', 'flows', 'lanes', 'spots', 'bars']

/** In the page: figures without a name, a summary, a drawing or a table. */
function figuresThatLack() {
  return [...document.querySelectorAll('figure')].flatMap((figure) => {
    const text = (attribute) => document.getElementById(figure.getAttribute(attribute) ?? '')?.textContent?.trim()
    const table = document.querySelector(`${figure.querySelector('.to-table a')?.getAttribute('href')} table tbody tr`)
    const lacks = []
    if (!text('aria-labelledby')) lacks.push('a name')
    if (!text('aria-describedby')) lacks.push('a summary')
    if (!figure.querySelector('.chart svg')) lacks.push('a drawing')
    if (!table) lacks.push('a table')
    return lacks.map((what) => `${figure.id} has no ${what}`)
  })
}

/** In the page: drawings and texts of drawings that reach beyond it. */
function beyond() {
  const page = document.documentElement.clientWidth
  const out = [...document.querySelectorAll('.chart svg, .chart svg text')].filter((one) => {
    if (one.closest('.scroll')) return false // scrolls by itself
    const box = one.getBoundingClientRect()
    return box.width > 0 && (box.left < -1 || box.right > page + 1)
  })
  return out.map((one) => `${one.closest('figure')?.id}: ${one.textContent?.slice(0, 40)}`)
}

/** A phone shows the answer and the names of the rest; the contents and a button open them, paper shows everything. */
async function lookFolded(page, note) {
  const open = () => page.locator('details.part[open]').count()
  const parts = await page.locator('details.part').count()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (height > longest) note(`is ${height} px long when it opens`)
  if (parts < 5 || (await open()) !== 0) note(`${await open()} of ${parts} sections are open`)
  if (!(await page.locator('#answer li').first().isVisible())) note('does not show its answer')

  await page.click('nav summary')
  await page.click('nav a[href="#map"]')
  if (!(await page.locator('#map figure').isVisible())) note('contents do not open a section')
  await page.click('#map .to-table a')
  if (!(await page.locator('#table-map-employed').isVisible())) note('a link to a table does not open it')

  const before = await open()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  if ((await open()) !== parts) note('prints sections that are closed')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  if ((await open()) !== before) note('does not fold after printing')

  await page.click('.open-all button')
  if ((await open()) !== parts) note('the button does not open all sections')
  await page.waitForFunction(() => [...document.querySelectorAll('.chart')].every((one) => one.querySelector('svg')))

  // One panel of a map at a time, and all of them on request.
  const panels = page.locator('#map-employed .panels .panel-title')
  if ((await panels.count()) !== 1) note('shows more than one map at a time')
  const first = await panels.first().textContent()
  await page.selectOption('#map-employed-choice', '1')
  if ((await panels.first().textContent()) === first) note('the map does not follow the choice')
  const options = await page.locator('#map-employed-choice option').count()
  await page.selectOption('#map-employed-choice', `${options - 1}`)
  if ((await panels.count()) !== options - 1) note('does not show all maps')
}

/** Of a long table the first rows, and all on request. */
async function lookAtLongTable(page, note) {
  const rows = () => page.locator('#table-map-employed tbody tr:visible').count()
  const all = await page.locator('#table-map-employed tbody tr').count()
  await page.evaluate(() => (location.hash = '#table-map-employed'))
  await page.locator('#table-map-employed').waitFor()
  if (all <= 24 || (await rows()) !== 10) note(`shows ${await rows()} of ${all} rows of a long table`)
  await page.click('#table-map-employed + .more button')
  if ((await rows()) !== all) note('the button does not show all rows')
}

async function lookAt(browser, report, width) {
  const where = `${report.split('/').pop()} at ${width} px`
  const note = (what) => wrong.push(`${where}: ${what}`)
  const url = pathToFileURL(report).href
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  page.setDefaultTimeout(patience)
  page.on('console', (message) => note(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => note(`error: ${error.message}`))
  page.on('request', (request) => request.url() === url || note(`asks for ${request.url()}`))
  await page.goto(url)
  await page.waitForFunction(() => document.documentElement.dataset.drawn === 'yes')
  if (width < 640) await lookFolded(page, note)
  else if ((await page.locator('details.part:not([open])').count()) > 0) note('has closed sections on a wide screen')
  await page.waitForFunction(() => [...document.querySelectorAll('.chart')].every((one) => one.querySelector('svg')))
  await lookAtLongTable(page, note)

  const language = report.includes('.nl.') ? 'nl' : 'en'
  if ((await page.getAttribute('html', 'lang')) !== language) note(`is not in ${language}`)
  for (const lack of await page.evaluate(figuresThatLack)) note(lack)
  for (const out of await page.evaluate(beyond)) note(`reaches beyond the page: ${out}`)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 0) note(`is ${wide} px too wide`)

  // Axe, put in as text: the page lets nothing else in.
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  for (const violation of found.violations)
    note(`axe ${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(' | ')}`)

  // The keyboard alone chooses another scenario, and the chart follows.
  for (const id of ['money-flows', 'decisions-lanes']) {
    const shown = () => page.textContent(`#${id} .panel-title`)
    const before = await shown()
    await page.focus(`#${id} select`)
    await page.keyboard.press((await page.inputValue(`#${id} select`)) === '0' ? 'ArrowDown' : 'ArrowUp')
    if ((await shown()) === before) note(`${id} does not follow the keyboard`)
  }

  if (width > 1000) {
    const pdf = await page.pdf({ preferCSSPageSize: true })
    if (pdf.length < 50_000) note('prints nothing')
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.setViewportSize({ width: 680, height: 900 }) // A4 less its margins
    for (const out of await page.evaluate(beyond)) note(`reaches beyond the paper: ${out}`)
  }
  await page.close()
}

async function lookWithoutScripts(browser, report) {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(pathToFileURL(report).href)
  const figures = await page.locator('figure').count()
  const tables = await page.locator('[id^="table-"] table:visible').count()
  if (figures === 0 || tables !== figures) wrong.push(`${report}: ${tables} tables of ${figures} figures without scripts`)
  const closed = await page.locator('details.part:not([open]), details.long:not([open])').count()
  if (closed > 0) wrong.push(`${report}: ${closed} parts are closed without scripts`)
  if (!(await page.locator('#answer li').first().isVisible())) wrong.push(`${report}: no answer without scripts`)
  await context.close()
}

const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-dev-shm-usage'], timeout: patience })
for (const report of reports) {
  if (statSync(report).size > most) wrong.push(`${report} is larger than ${most} bytes`)
  const text = readFileSync(report, 'utf8')
  for (const kind of kinds) if (!text.includes(`"kind":"${kind}"`)) wrong.push(`${report} has no ${kind}`)
  for (const width of [1280, 390]) await lookAt(browser, report, width)
  await lookWithoutScripts(browser, report)
}
await browser.close()
for (const one of wrong) console.log(one)
console.log(wrong.length === 0 ? `${reports.length} reports are as they should be` : `${wrong.length} things are wrong`)
process.exit(wrong.length === 0 ? 0 : 1)
