/** A frozen line with what has become of its pieces; numbers are decimal text. */
export type LineRow = {
  id: string
  line_item_id: string
  variant_id: string | null
  listing_id: string | null
  title: string
  thumbnail: string | null
  quantity: string
  unit_price: string
  discount: string
  total: string
  cost: string | null
  markup_percent: string | null
  ikpu: string | null
  package_code: string | null
  vat_percent: string | null
  profit: string
  sent_quantity: string
  refunded_quantity: string
  left_to_send: string
}

/** Pieces of a line l that Medusa's fulfilments have taken: what its order says of them now. */
const SENT = `left join lateral (select fulfilled_quantity from order_item
    where item_id = l.line_item_id and deleted_at is null order by version desc limit 1) d on true`

/** Pieces of a line l whose money has gone back or is on its way. */
const REFUNDED = `left join lateral (select sum((x ->> 'quantity')::numeric) as quantity
     from company_refund f cross join lateral jsonb_array_elements(f.lines) x
    where f.company_order_id = l.company_order_id and f.status <> 'failed' and f.deleted_at is null
      and x ->> 'company_order_line_id' = l.id and x ->> 'quantity' is not null) r on true`

/**
 * Pieces left to send: neither sent nor given back. Money that goes back for pieces takes those first that have not been
 * sent, as `refund/restock.ts` does.
 */
export const LEFT_TO_SEND = {
  joins: `${SENT} ${REFUNDED}`,
  column: `greatest(0, l.quantity - coalesce(d.fulfilled_quantity, 0) - coalesce(r.quantity, 0))`,
}

/** The lines of a company order, with the profit of each (business rule 3). */
export const LINES = `
  select l.id, l.line_item_id, l.variant_id, l.listing_id, l.title, i.thumbnail, l.quantity, l.unit_price, l.discount,
         l.total, l.cost, l.markup_percent, l.ikpu, l.package_code, l.vat_percent,
         (l.unit_price - coalesce(l.cost, l.unit_price)) * l.quantity - l.discount as profit,
         coalesce(d.fulfilled_quantity, 0) as sent_quantity, coalesce(r.quantity, 0) as refunded_quantity,
         ${LEFT_TO_SEND.column} as left_to_send
    from company_order_line l
    left join order_line_item i on i.id = l.line_item_id
    ${LEFT_TO_SEND.joins}
   where l.company_order_id = ? and l.deleted_at is null order by l.id`

/** A line as the API answers it; cost, markup and profit only for those who may see them. */
export function presentLine({ cost, markup_percent, profit, ...line }: LineRow, showsProfit: boolean) {
  const numberOrNull = (value: string | null) => (value === null ? null : Number(value))
  return {
    ...line,
    quantity: Number(line.quantity),
    unit_price: Number(line.unit_price),
    discount: Number(line.discount),
    total: Number(line.total),
    sent_quantity: Number(line.sent_quantity),
    refunded_quantity: Number(line.refunded_quantity),
    left_to_send: Number(line.left_to_send),
    vat_percent: numberOrNull(line.vat_percent),
    ...(showsProfit
      ? { cost: numberOrNull(cost), markup_percent: numberOrNull(markup_percent), profit: Number(profit) }
      : {}),
  }
}
