type Row = Record<string, unknown>
export type Sql = (statement: string, values?: unknown[]) => Promise<Row[]>

/** A table of an order group, the columns that name rows of the group, and which of its rows belong to it. */
type Part = { table: string; names: string[]; where: string }

const OF_GROUP = "(select c.order_id from company_order c where c.group_id = :group)"
const COLLECTIONS = "(select c.payment_collection_id from company_order c where c.group_id = :group)"
const LINES =
  "(select l.line_item_id from company_order_line l join company_order c on c.id = l.company_order_id where c.group_id = :group)"
const SHIPPING = `(select shipping_method_id from order_shipping where order_id in ${OF_GROUP})`

const PARTS: Part[] = [
  { table: "order", names: ["id"], where: `r.id in ${OF_GROUP}` },
  { table: "order_line_item", names: ["id"], where: `r.id in ${LINES}` },
  { table: "order_item", names: ["id", "order_id", "item_id"], where: `r.order_id in ${OF_GROUP}` },
  { table: "order_summary", names: ["id", "order_id"], where: `r.order_id in ${OF_GROUP}` },
  { table: "order_shipping_method", names: ["id"], where: `r.id in ${SHIPPING}` },
  {
    table: "order_shipping",
    names: ["id", "order_id", "shipping_method_id"],
    where: `r.order_id in ${OF_GROUP}`,
  },
  { table: "payment_collection", names: ["id"], where: `r.id in ${COLLECTIONS}` },
  {
    table: "payment_session",
    names: ["id", "payment_collection_id"],
    where: `r.payment_collection_id in ${COLLECTIONS}`,
  },
  {
    table: "order_payment_collection",
    names: ["id", "order_id", "payment_collection_id"],
    where: `r.order_id in ${OF_GROUP}`,
  },
  { table: "reservation_item", names: ["id", "line_item_id"], where: `r.line_item_id in ${LINES}` },
  { table: "order_group", names: ["id", "cart_id", "token"], where: "r.id = :group" },
  {
    table: "company_order",
    names: ["id", "group_id", "order_id", "payment_collection_id", "payment_session_id"],
    where: "r.group_id = :group",
  },
  {
    table: "company_order_line",
    names: ["id", "company_order_id", "line_item_id"],
    where: "r.line_item_id in " + LINES,
  },
  { table: "gateway_payable", names: ["id", "order_group_id"], where: "r.order_group_id = :group" },
]

let serial = 0

/**
 * Makes another unpaid order group like one that a real checkout has made, by copying its rows under new names: a few
 * milliseconds instead of a whole checkout. Stock is reserved for it like for the first.
 */
export async function cloneGroup(
  sql: Sql,
  groupId: string
): Promise<{ group_id: string; reference: string }> {
  const suffix = `x${++serial}`
  const reference = String(9_000_000_000 + serial)
  const statements = PARTS.map(({ table, names, where }) => {
    const renamed = names.map((name) => `'${name}', r."${name}" || '${suffix}'`)
    const fresh = [
      ...renamed,
      ...(table === "company_order" ? [`'short_code', r.short_code || '${suffix}'`] : []),
      ...(table === "gateway_payable" ? [`'reference', '${reference}'`] : []),
    ]
    const source = where.replaceAll(":group", `'${groupId}'`)
    return `insert into "${table}" select (jsonb_populate_record(null::"${table}", to_jsonb(r) ||
      jsonb_build_object(${fresh.join(", ")}))).* from "${table}" r where ${source};`
  })
  statements.push(`
    update inventory_level v set reserved_quantity = v.reserved_quantity + r.quantity,
           raw_reserved_quantity = jsonb_build_object('value', (v.reserved_quantity + r.quantity)::text, 'precision', 20)
      from (select inventory_item_id, location_id, sum(quantity) as quantity from reservation_item
             where line_item_id in ${LINES.replaceAll(":group", `'${groupId}${suffix}'`)} group by 1, 2) r
     where v.inventory_item_id = r.inventory_item_id and v.location_id = r.location_id;`)
  await sql(statements.join("\n"))
  return { group_id: groupId + suffix, reference }
}
