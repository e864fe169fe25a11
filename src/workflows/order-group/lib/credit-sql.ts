import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"

const RAW = (amount: string) => `jsonb_build_object('value', trim_scale(${amount})::text, 'precision', 20)`

/** A total of an order's summary, and its exact twin, moved by the line's amount. */
const MOVED = (name: string, sign: "+" | "-") => {
  const exact = `coalesce((s.totals -> 'raw_${name}' ->> 'value')::numeric, (s.totals ->> '${name}')::numeric, 0) ${sign} l.amount`
  return `'${name}', trim_scale(${exact}), 'raw_${name}', ${RAW(exact)}`
}

const ADD_CREDIT_LINE = `
  with l as (
    insert into order_credit_line (id, order_id, version, reference, reference_id, amount, raw_amount, metadata)
    select ?, o.id, o.version, 'refund', ?, w.amount, ${RAW("w.amount")},
           jsonb_build_object('created_in_version', o.version)
      from "order" o cross join (select ?::numeric as amount) w where o.id = ? and o.deleted_at is null
    returning order_id, version, amount
  )
  update order_summary s
     set totals = s.totals || jsonb_build_object(${[
       MOVED("credit_line_total", "+"),
       MOVED("current_order_total", "-"),
       MOVED("accounting_total", "-"),
       MOVED("pending_difference", "-"),
     ].join(",")}), updated_at = now()
    from l where s.order_id = l.order_id and s.version = l.version and s.deleted_at is null`

/**
 * Makes an order cheaper by what has been given back: a credit line and the order's sums, in one statement. Medusa's own
 * way is an order change, which writes its parts in parallel in one transaction: when one of them fails, the others never
 * answer, and whoever waits holds the group's lock for ever (2.21.2; `refunds.spec.ts` breaks it).
 */
export async function addCreditLine(
  container: MedusaContainer,
  line: { order_id: string; key: string; amount: string }
): Promise<void> {
  const id = generateEntityId(undefined, "ordcl")
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(ADD_CREDIT_LINE, [id, line.key, line.amount, line.order_id])
}
