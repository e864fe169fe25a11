import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toTiyin } from "../../../lib/money"
import { RECEIPT_MODULE } from "../../../modules/receipt"
import ReceiptModuleService from "../../../modules/receipt/service"
import { findOrderGroup } from "../../order-group/queries"
import { findCompanyOrder } from "../../order-group/queries/company-order"
import { Invoice, InvoicePart } from "../documents/invoice-sheet"
import { saleDraft } from "../lib/draft"
import { readSale } from "./source"

type Row = {
  id: string
  status: Invoice["status"]
  created_at: Date
  expires_at: Date | null
}

/** The company orders of a group in their order, or the one of a company, with where the checkout stands. */
async function rowsOf(container: MedusaContainer, column: "group_id" | "order_id", id: string) {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `select c.id, c.created_at, case when c.refunded_total >= c.total and c.refunded_total > 0 then 'refunded'
              when c.paid_at is not null then 'paid' else g.status end as status,
            case when g.status = 'pending' then g.expires_at end as expires_at
       from company_order c join order_group g on g.id = c.group_id
      where c.${column} = ? and c.deleted_at is null order by c.rank`,
    [id]
  )
  return rows
}

async function invoiceOf(
  container: MedusaContainer,
  rows: Row[],
  facts: Pick<Invoice, "payment_url"> & Partial<Pick<Invoice, "status">>
): Promise<Invoice> {
  const { options } = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
  const sources = await Promise.all(rows.map(({ id }) => readSale(container, id)))
  const parts = sources.map((source): InvoicePart => {
    const { seller, market, lines } = saleDraft(source, options)
    return { short_code: source.short_code, seller, market, lines, total_tiyin: toTiyin(source.total) }
  })
  return {
    status: facts.status ?? rows[0].status,
    created_at: new Date(rows[0].created_at),
    expires_at: rows[0].expires_at && new Date(rows[0].expires_at),
    currency_code: sources[0].currency_code,
    locale: sources[0].locale,
    buyer: sources[0].buyer,
    parts,
    total_tiyin: parts.reduce((sum, { total_tiyin }) => sum + total_tiyin, 0),
    payment_url: facts.payment_url,
  }
}

/**
 * What a shopper ordered in one checkout, of all its companies.
 * @throws {MedusaError} 404 for everybody but its shopper and whoever holds its token
 */
export async function groupInvoice(
  container: MedusaContainer,
  reader: { id: string; token?: string; customer_id?: string },
  lang?: "uz" | "ru" | "en"
): Promise<Invoice> {
  const { id, status, payment_url } = await findOrderGroup(container, reader, { lang })
  const rows = await rowsOf(container, "group_id", id)
  return invoiceOf(container, rows, { status: status as Invoice["status"], payment_url })
}

/**
 * What was ordered from one company; by order id or short code.
 * @throws {MedusaError} 404, also for another company's order
 */
export async function companyInvoice(
  container: MedusaContainer,
  reader: { company_id: string; id: string }
): Promise<Invoice> {
  const order = await findCompanyOrder(container, { ...reader, shows_profit: false })
  return invoiceOf(container, await rowsOf(container, "order_id", order.id), { payment_url: null })
}
