import { drawId } from "./lib/ids"
import { amounts, insertRows, updateRows } from "./lib/rows"
import { knownRows, targetsOf } from "./map"
import { keyOf, Kind, Ready, Saved, Trx } from "./types"

/**
 * Receipts that the old system had given out, as they stood: in a table of their own, because ours are numbered without a
 * gap, final and worth a proof, and these are none of that.
 */
export const receipts: Kind<"receipts"> = {
  entity: "receipts",
  target_type: "legacy_receipt",
  grows: ["legacy_receipt", "legacy_import_map"],
  print: `select id, md5(concat_ws('|', coalesce(company_id, '-'), coalesce(order_id, '-'), number, phone, total, lines,
                 extract(epoch from issued_at), deleted_at is null)) as print from legacy_receipt where id = any(?)`,
  lock: `select id from legacy_receipt where id = any(?) for update`,
  async save(trx, run, plans, known) {
    const orderIds = plans.flatMap(({ value }) => value.order?.legacy_id ?? [])
    const orders = await knownRows(trx, run.source, "orders", orderIds)
    const ours = await companyOrders(
      trx,
      [...orders.values()].flatMap(({ target_id }) => target_id ?? [])
    )
    const wanted = plans.map(({ value }) => value.company)
    const companies = await targetsOf(trx, run.source, "companies", wanted)
    const saved = new Map<string, Saved>()
    const rowOf = (plan: Ready<"receipts">) => {
      const { value } = plan
      const id = known.get(keyOf(plan)) ?? drawId("lrcpt")
      const order_id = value.order && (orders.get(keyOf(value.order))?.target_id ?? null)
      const ordered = order_id === null ? undefined : ours.get(order_id)
      saved.set(keyOf(plan), { target_id: id })
      return {
        id,
        company_id: ordered?.company_id ?? companies.get(value.company ?? "") ?? null,
        company_order_id: ordered?.id ?? null,
        order_id: ordered ? order_id : null,
        number: value.number,
        phone: value.phone,
        currency_code: "uzs",
        ...amounts({ total: value.total }),
        lines: value.lines,
        issued_at: value.issued_at,
      }
    }
    await insertRows(trx, "legacy_receipt", plans.filter((plan) => !known.has(keyOf(plan))).map(rowOf))
    await updateRows(trx, "legacy_receipt", plans.filter((plan) => known.has(keyOf(plan))).map(rowOf))
    return saved
  },
}

async function companyOrders(
  trx: Trx,
  orderIds: string[]
): Promise<Map<string, { id: string; company_id: string }>> {
  const { rows } = await trx.raw<{ id: string; company_id: string; order_id: string }>(
    `select id, company_id, order_id from company_order where order_id = any(?) and deleted_at is null`,
    [orderIds]
  )
  return new Map(rows.map((row) => [row.order_id, row]))
}
