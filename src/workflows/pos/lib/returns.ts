import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PaymentMethod } from "../../../modules/pos/types"

export type ReturnRow = {
  id: string
  company_id: string
  sale_id: string
  order_id: string
  client_id: string
  fingerprint: string
  status: "placing" | "done"
  restock: boolean
  reason: string
  created_by: string | null
  lines: Array<{ line_id: string; company_order_line_id: string; quantity: number }>
}

type Find = { id: string } | { company_id: string; client_id: string }

/** A return's row with the order that it is of; null when there is none. */
export async function findReturn(container: MedusaContainer, find: Find): Promise<ReturnRow | null> {
  const [condition, values] =
    "id" in find
      ? ["t.id = ?", [find.id]]
      : ["t.company_id = ? and t.client_id = ?", [find.company_id, find.client_id]]
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: ReturnRow[] }>(
      `select t.id, t.company_id, t.sale_id, s.order_id, t.client_id, t.fingerprint, t.status, t.restock, t.reason, t.created_by,
              t.lines from pos_return t join pos_sale s on s.id = t.sale_id where ${condition}`,
      values
    )
  return rows[0] ?? null
}

type NewReturn = Omit<ReturnRow, "order_id" | "status" | "lines"> & {
  shift_id: string
  method: PaymentMethod
  lines: Array<{ line_id: string; quantity: number }>
}

/** Claims a return's client id; the unique index decides when two come at once. */
export async function insertReturn(container: MedusaContainer, row: NewReturn): Promise<void> {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `insert into pos_return (id, company_id, sale_id, shift_id, client_id, fingerprint, status, method, restock, reason,
            created_by, lines)
     select ?, ?, ?, ?, ?, ?, 'placing', ?, ?, ?, ?, jsonb_agg(jsonb_build_object('line_id', w.line_id,
            'quantity', w.quantity, 'company_order_line_id', l.company_order_line_id) order by l.rank)
       from jsonb_to_recordset(?::jsonb) as w(line_id text, quantity int) join pos_sale_line l on l.id = w.line_id
     on conflict (company_id, client_id) do nothing`,
    [
      row.id,
      row.company_id,
      row.sale_id,
      row.shift_id,
      row.client_id,
      row.fingerprint,
      row.method,
      row.restock,
      row.reason,
      row.created_by,
      JSON.stringify(row.lines),
    ] as never
  )
}
