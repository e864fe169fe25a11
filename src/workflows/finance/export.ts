import { MedusaContainer } from "@medusajs/framework/types"
import { Language } from "../../documents"
import { workbookOf } from "../exchange/lib/sheet-file"
import { sheetsOf } from "./export-sheets"
import { Dimension, DIMENSIONS, financeBreakdown } from "./queries/breakdown"
import { financeGoods } from "./queries/goods"
import { financeSummary } from "./summary"
import { SummaryWish } from "./types"

type Wish = SummaryWish & { lang: Language; shows_cost: boolean }

/** The best sold goods of a report; a whole catalogue belongs to the list, which has pages. */
const GOODS_MOST = 5_000

/** The report of a period as a workbook: figures with what they are compared to, their course, expenses, goods and breakdowns. */
export async function financeWorkbook(container: MedusaContainer, wish: Wish): Promise<Buffer> {
  const { lang: language, shows_cost, compare, by, ...scope } = wish
  const { summary } = await financeSummary(container, { ...scope, compare, by })
  const page = { order: "revenue" as const, limit: GOODS_MOST, offset: 0 }
  const { goods } = await financeGoods(container, { ...scope, ...page, shows_cost })
  const dimensions: Dimension[] = wish.company_id ? [...DIMENSIONS] : [...DIMENSIONS, "company"]
  const breakdowns = []
  for (const dimension of dimensions) {
    const { breakdown } = await financeBreakdown(container, { ...scope, by: dimension, shows_cost })
    breakdowns.push({ by: dimension, rows: breakdown })
  }
  return workbookOf(sheetsOf({ summary, goods, breakdowns, language, shows_cost }))
}
