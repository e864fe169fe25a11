import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { TransactionView } from "../../modules/gateway/types"
import { Cart, CartLine, cartOf } from "../../providers/uzum-checkout/cart"
import { CheckoutContext } from "./context"

/**
 * The cart of a whole payment: every line that the buyer pays for, with the company on whose behalf it is sold, and the
 * delivery as a line of its own. One statement.
 * @returns what is missing instead
 */
export async function cartOfPayment(
  context: CheckoutContext,
  payment: Pick<TransactionView, "payable_id" | "external_id">,
  amountTiyin: number
): Promise<{ cart: Cart } | { problem: string }> {
  const lines = await linesOf(context, payment.payable_id)
  return cartOf(payment.external_id, lines, amountTiyin)
}

async function linesOf({ container, gateway }: CheckoutContext, payableId: string): Promise<CartLine[]> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `select l.title, coalesce(l.variant_id, l.line_item_id) as product_id, l.quantity::float8 as quantity,
            (l.total * 100)::bigint::text as total_tiyin, l.ikpu, l.package_code,
            coalesce(l.vat_percent, 0)::float8 as vat_percent, m.tax_id_type, m.tax_id, false as is_delivery
       from gateway_payable p
       join company_order c on c.group_id = p.order_group_id and c.deleted_at is null
       join company_order_line l on l.company_order_id = c.id and l.deleted_at is null
       join company m on m.id = c.company_id
      where p.id = :id and l.total > 0
      union all
     select 'Yetkazib berish', c.id, 1, (c.shipping_paid * 100)::bigint::text, null, null, 0, m.tax_id_type, m.tax_id, true
       from gateway_payable p
       join company_order c on c.group_id = p.order_group_id and c.deleted_at is null
       join company m on m.id = c.company_id
      where p.id = :id and c.shipping_paid > 0`,
    { id: payableId } as never
  )
  // One setting for every provider's receipts: what the delivery of goods is called in the tax catalogue.
  const { shipping_ikpu = null, shipping_package_code = null } = gateway.options.payme
  return rows.map((row) => ({
    ...row,
    total_tiyin: Number(row.total_tiyin),
    ikpu: row.is_delivery ? shipping_ikpu : row.ikpu,
    package_code: row.is_delivery ? shipping_package_code : row.package_code,
    tax_id: row.tax_id ? { type: row.tax_id_type ?? "stir", value: row.tax_id } : null,
  }))
}

type Row = {
  title: string
  product_id: string
  quantity: number
  total_tiyin: string
  ikpu: string | null
  package_code: string | null
  vat_percent: number
  tax_id_type: string | null
  tax_id: string | null
  is_delivery: boolean
}
