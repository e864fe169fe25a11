import { Language } from "../../documents"
import { Cell } from "../../modules/exchange/lib/fields"
import { SheetLines } from "../exchange/lib/sheet-file"
import { SHOWN, TEXTS } from "./export-texts"
import { LocalText } from "./lib/breakdown-names"
import { Figures } from "./lib/figures"
import { Dimension, financeBreakdown } from "./queries/breakdown"
import { financeGoods } from "./queries/goods"
import { Summary } from "./types"

type Goods = Awaited<ReturnType<typeof financeGoods>>["goods"]
type Breakdown = Awaited<ReturnType<typeof financeBreakdown>>["breakdown"]

export type Report = {
  summary: Summary
  goods: Goods
  breakdowns: Array<{ by: Dimension; rows: Breakdown }>
  language: Language
  shows_cost: boolean
}

/** What tells the cost of goods, or lets it be reckoned. */
const COSTLY: ReadonlyArray<keyof Figures> = ["cost", "markup_profit", "net_profit", "lines_without_cost"]

const figuresOf = (showsCost: boolean) => SHOWN.filter((name) => showsCost || !COSTLY.includes(name))
const textIn = (text: string | LocalText, language: Language) =>
  typeof text === "string" ? text : text[language]

/** A report as sheets of a workbook, each with its headers first. */
export function sheetsOf(report: Report): SheetLines[] {
  const words = TEXTS[report.language]
  return [
    { name: words.summary, lines: summaryLines(report) },
    { name: words.series, lines: seriesLines(report) },
    { name: words.expense_sheet, lines: expenseLines(report) },
    { name: words.goods, lines: goodsLines(report) },
    { name: words.breakdowns, lines: breakdownLines(report) },
  ]
}

function summaryLines({ summary, language, shows_cost }: Report): Cell[][] {
  const words = TEXTS[language]
  const { compare } = summary
  const beside = (cell: Cell | undefined) => (compare ? [cell ?? ""] : [])
  const range = ({ from, to }: { from: string; to: string }) => `${from} … ${to}`
  return [
    [words.figure, words.period, ...beside(words.compared)],
    ["", range(summary), ...beside(compare ? range(compare) : "")],
    ...figuresOf(shows_cost).map((name) => [words[name], summary[name], ...beside(compare?.[name])]),
    ...(shows_cost ? [[words.stock_value, summary.stock_value, ...beside("")]] : []),
  ]
}

function seriesLines({ summary, language, shows_cost }: Report): Cell[][] {
  const words = TEXTS[language]
  const names = figuresOf(shows_cost)
  return [
    [words.from, words.to, ...names.map((name) => words[name])],
    ...summary.series.map((step) => [step.from, step.to, ...names.map((name) => step[name])]),
  ]
}

function expenseLines({ summary, language }: Report): Cell[][] {
  const words = TEXTS[language]
  return [
    [words.category, words.amount, words.purchase],
    ...summary.expenses_by_category.map(({ name, amount, is_purchase }) => [
      textIn(name, language),
      amount,
      is_purchase ? words.yes : words.no,
    ]),
  ]
}

function goodsLines({ goods, language, shows_cost }: Report): Cell[][] {
  const words = TEXTS[language]
  const costs = (...cells: Cell[]) => (shows_cost ? cells : [])
  return [
    [
      words.title,
      words.quantity,
      words.returned,
      words.revenue,
      ...costs(words.cost, words.profit),
      words.share,
    ],
    ...goods.map(({ title, quantity, returned_quantity, revenue, cost, profit, share }) => [
      title,
      quantity,
      returned_quantity,
      revenue,
      ...costs(cost ?? "", profit ?? ""),
      share,
    ]),
  ]
}

function breakdownLines({ breakdowns, language, shows_cost }: Report): Cell[][] {
  const words = TEXTS[language]
  const costs = (...cells: Cell[]) => (shows_cost ? cells : [])
  const head = [words.by, words.name, words.orders, words.quantity, words.revenue]
  return [
    [...head, ...costs(words.cost, words.profit), words.share],
    ...breakdowns.flatMap(({ by, rows }) =>
      rows.map(({ name, orders, quantity, revenue, cost, profit, share }) => [
        words[by],
        textIn(name, language),
        orders ?? "",
        quantity,
        revenue,
        ...costs(cost ?? "", profit ?? ""),
        share,
      ])
    ),
  ]
}
