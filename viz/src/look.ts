// How charts look, and what they share.

export const blue = '#0072B2'
export const vermilion = '#D55E00'
export const green = '#007A5A' // of Okabe and Ito, darker: 4.5:1 on white
export const grey = '#5f6368'
export const pale = '#d5d5d5'
export const ink = '#1a1a1a'

/** PuOr, from what is less to what is more; the middle is what noise hides. */
export const differences = ['#b35806', '#f1a340', '#fee0b6', '#f2f2f2', '#d8daeb', '#998ec3', '#542788']

/** Text on a colour of `differences`. */
export const onDifference = ['#fff', ink, ink, ink, ink, ink, '#fff']

const wide = 13

let canvas: CanvasRenderingContext2D | null = null
/** Width of a text in pixels: labels are never cut. */
export function widthOf(text: string, size = wide, weight = 400): number {
  canvas ??= document.createElement('canvas').getContext('2d')
  if (!canvas) return text.length * size * 0.6
  canvas.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`
  return Math.ceil(canvas.measureText(text).width)
}

/** As much of a text as fits in a width. */
export function fit(text: string, width: number, size = wide, weight = 400): string {
  if (widthOf(text, size, weight) <= width) return text
  for (let end = text.length - 1; end > 1; --end) {
    const cut = `${text.slice(0, end).trimEnd()}…`
    if (widthOf(cut, size, weight) <= width) return cut
  }
  return text.slice(0, 1)
}

/** Of "−25 (−27 tot −22)" what stands before the bracket. */
export const short = (text: string) => text.replace(/ \(.*$/, '')

/** A tick as people of the language write it. */
export function tick(language: string): (value: number) => string {
  const format = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 3 })
  return (value) => format.format(value).replace('-', '−')
}

export const dateOf = (month: string) => new Date(`${month}-01T00:00:00Z`)

/** Narrower than this, a chart shows one panel at a time. */
export const narrowWidth = 560 // px

/** Whether a chart of that width shows one of its panels at a time. */
export const showsOne = (width: number, panels: unknown[]) => width < narrowWidth && panels.length > 1

/** Those that it shows: after the last choice come all of them. */
export const shown = <Panel>(width: number, panels: Panel[], chosen: number) =>
  showsOne(width, panels) && chosen < panels.length ? [panels[chosen]] : panels

/** Columns of panels in a width, and the width of one. */
export function columnsIn(width: number, panels: number, least: number, gap: number) {
  const columns = Math.max(1, Math.min(panels, Math.floor((width + gap) / (least + gap))))
  return { columns, panel: Math.min(460, Math.floor((width - gap * (columns - 1)) / columns)) }
}
