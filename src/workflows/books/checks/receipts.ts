import { Check } from "../types"
import { SETTLED_ORDERS } from "./settled"

const needs = ["receipt"]

/**
 * A receipt for every payment and every refund, with its amount, and none without a cause. Orders of an older system had
 * theirs there.
 */
export const RECEIPT_CHECKS: Check[] = [
  {
    name: "sale_receipts",
    needs,
    sql: `with ${SETTLED_ORDERS}
      select c.id, c.short_code as about, c.total * 100 as expected, r.total_tiyin as actual
        from settled c
        left join receipt r on r.company_order_id = c.id and r.kind = 'sale' and r.deleted_at is null
       where not c.is_legacy and case when c.paid_at is null or c.total = 0 then r.id is not null and c.paid_at is null
                  else r.total_tiyin is distinct from (c.total * 100)::bigint end`,
    advice:
      "the paid order has no receipt with its total, or the receipt has no payment; the receipts' job issues missing ones",
  },
  {
    name: "refund_receipts",
    needs,
    sql: `select coalesce(f.id, r.id) as id, coalesce(f.company_order_id, r.company_order_id) as about,
             f.amount * 100 as expected, abs(r.total_tiyin) as actual
        from (select * from company_refund where status = 'succeeded' and deleted_at is null) f
        full join (select * from receipt where kind = 'refund' and deleted_at is null) r on r.refund_id = f.id
       where abs(r.total_tiyin) is distinct from (f.amount * 100)::bigint
         and coalesce(f.updated_at, r.created_at) < :bound`,
    advice:
      "the refund has no receipt with its amount, or the receipt has no refund; the receipts' job issues missing ones",
  },
]
