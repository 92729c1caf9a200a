// What the program writes into a report for its charts (engine/report/chart_data.cpp).

export interface Dot {
  label: string
  text: string // "−25 (−27 tot −22)"
  mean: number | null
  low: number | null
  high: number | null
  visible: boolean
}
export interface Dots {
  kind: 'dots'
  panels: { title: string; dots: Dot[] }[]
}

export interface Lines {
  kind: 'lines'
  months: string[] // "2026-01"
  change: boolean
  reference: (number | null)[]
  referenceLabel: string
  panels: { label: string; mean: (number | null)[]; low: (number | null)[]; high: (number | null)[] }[]
}

export interface HexagonMap {
  kind: 'map'
  hexagons: { column: number; row: number; name: string }[]
  legend: string[] // of the classes -3..3
  panels: { label: string; classes: number[]; texts: string[] }[]
}

export interface Flow {
  payer: string
  payee: string
  purpose: string
  text: string
  amount: number
}
export interface Flows {
  kind: 'flows'
  panels: { label: string; flows: Flow[] }[]
}

export interface Step {
  lane: number
  month: string
  text: string
  kind: number
}
export interface Lanes {
  kind: 'lanes'
  from: string
  to: string
  kinds: string[]
  panels: { label: string; lanes: string[]; steps: Step[] }[]
}

export interface Spot {
  label: string
  text: string
  x: number
  y: number
  low: number | null
  high: number | null
}
export interface Spots {
  kind: 'spots'
  xTitle: string
  yTitle: string
  spots: Spot[]
}

export interface Bars {
  kind: 'bars'
  bars: { label: string; text: string; value: number }[]
}

export type ChartData = Dots | Lines | HexagonMap | Flows | Lanes | Spots | Bars

/** `{}` stands for a number. */
export interface Words {
  scenario: string
  show: string
  all: string
  openAll: string
  closeAll: string
  allRows: string
  fewerRows: string
  otherRows: string
  more: string
  less: string
  nothingChanges: string
  worse: string
  invisible: string
}

export interface ReportData {
  language: 'nl' | 'en'
  words: Words
  charts: Record<string, ChartData>
}
