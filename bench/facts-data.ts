/** Generated sales of one company over a year, by plain SQL: hours of checkouts in seconds. */

/** Lines of an order; a tenth of the orders has a refund of its first line. */
export const LINES_PER_ORDER = 4

const RAW = `'{"value":"0","precision":20}'::jsonb`
/** Spreads whole numbers over a range without a pattern that an index would like. */
const spread = (n: string, salt: number, range: number) =>
  `(hashint8(${n} + ${salt * 1_000_003}) & 2147483647) % ${range}`

export const YEAR = { from: "2025-01-01", to: "2025-12-31" }

/** Statements that fill a company with `lines` order lines of `goods` kinds; run them on one connection, in this order. */
export function yearOfSales(company: string, lines: number, goods: number): string[] {
  const orders = Math.round(lines / LINES_PER_ORDER)
  const buyers = Math.max(10, Math.round(orders / 5))
  const at = `timestamptz '2025-01-01T00:00:00+05:00' + (${spread("n", 1, 365 * 86_400)}) * interval '1 second'`
  return [
    `insert into order_group (id, cart_id, status, customer_id, currency_code, token)
     select '${company}_g' || n, case when n % 2 = 0 then 'pos:' else '' end || '${company}_c' || n, 'paid',
            case when n % 3 = 0 then null else 'cus_' || (${spread("n", 2, buyers)}) end, 'uzs', '${company}_t' || n
       from generate_series(1, ${orders}) n`,
    `insert into company_order (id, group_id, company_id, order_id, short_code, currency_code, item_total, shipping_total, discount_total,
            tax_total, total, commission_percent, raw_item_total, raw_shipping_total, raw_discount_total, raw_tax_total, raw_total,
            raw_commission_percent, paid_at, paid_provider_id)
     select '${company}_o' || n, '${company}_g' || n, '${company}', '${company}_m' || n, n::text, 'uzs', 40000, 0, 0, 0,
            ${LINES_PER_ORDER} * 10000, 5, ${RAW}, ${RAW}, ${RAW}, ${RAW}, ${RAW}, ${RAW}, ${at},
            case when n % 2 = 0 then 'pp_cash_cash' else 'pp_payme_payme' end
       from generate_series(1, ${orders}) n`,
    `insert into company_order_line (id, company_order_id, line_item_id, variant_id, listing_id, title, quantity, unit_price, discount,
            total, cost, raw_quantity, raw_unit_price, raw_discount, raw_cost)
     select '${company}_l' || n, '${company}_o' || (n / ${LINES_PER_ORDER} + 1), '${company}_i' || n, '${company}_v' || g, '${company}_k' || g,
            'Tovar ' || g, 2, 5000, 0, 10000, 4000, ${RAW}, ${RAW}, ${RAW}, ${RAW}
       from (select n, ${spread("n", 3, goods)} as g from generate_series(0, ${orders * LINES_PER_ORDER - 1}) n) lines`,
    `insert into company_refund (id, company_order_id, company_id, order_id, amount, lines, reason, restock, status, method, raw_amount,
            succeeded_at)
     select '${company}_r' || n, '${company}_o' || n, '${company}', '${company}_m' || n, 5000, jsonb_build_array(jsonb_build_object(
            'company_order_line_id', '${company}_l' || ((n - 1) * ${LINES_PER_ORDER}), 'quantity', 1, 'amount', '5000')), 'qaytarildi',
            n % 20 = 0, 'succeeded', 'hand', ${RAW}, least(c.paid_at + interval '3 days', timestamptz '2025-12-31T12:00:00+05:00')
       from generate_series(10, ${orders}, 10) n join company_order c on c.id = '${company}_o' || n`,
    `analyze company_order, company_order_line, company_refund`,
  ]
}
