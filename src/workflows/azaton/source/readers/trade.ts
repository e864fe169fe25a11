import { planOrder } from "../../plan/orders"
import { planReceipt } from "../../plan/receipts"
import { planSale } from "../../plan/sales"
import { idOf, textOf } from "../../plan/values"
import { Indexes } from "../indexes"
import { pagesOf, rowsWith } from "../pages"
import { Session, tableOf } from "../session"
import { TwinReader, twinsOf } from "../twins"

export async function* readOrders(session: Session, indexes: Indexes) {
  const context = await indexes.orderContext()
  for await (const page of pagesOf(session.legacy, tableOf(session, "customer_orders"))) {
    yield page.flatMap((row) => planOrder(row, context))
  }
}

export async function* readSales(session: Session, indexes: Indexes) {
  const context = await indexes.orderContext()
  const reader = new TwinReader(session)
  for await (const page of pagesOf(session.legacy, tableOf(session, "sales_history"))) {
    const pairs = await reader.upTo(idOf(page.at(-1)!.id)!)
    const twins = await twinsOf(session, [...pairs.values()].flat(), context)
    yield page.map((row) => {
      const near = (pairs.get(idOf(row.id)!) ?? []).map((order) => twins.get(order)).filter((twin) => !!twin)
      return planSale(row, { ...context, twins: near })
    })
  }
  await reader.close()
}

export async function* readReceipts(session: Session, indexes: Indexes) {
  const [context, copies] = [await indexes.orderContext(), await indexes.receipts()]
  for await (const page of pagesOf(session.legacy, tableOf(session, "user_receipts"))) {
    const codes = page.map((row) => textOf(row.order_code)).filter((code) => code !== null)
    const orders = await rowsWith(session.legacy, tableOf(session, "customer_orders"), "order_code", codes)
    const byCode = new Map(orders.map((row) => [String(row.order_code), planOrder(row, context)[0]]))
    const orderWith = (code: string) => {
      const plan = byCode.get(code)
      return plan?.value ? { legacy_id: plan.legacy_id, part: plan.part, company: plan.value.company } : null
    }
    yield page.map((row) =>
      planReceipt(row, { ...context, orderWith, copyOf: (id) => copies.get(id) ?? null })
    )
  }
}
