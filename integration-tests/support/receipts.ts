import { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../../src/modules/order-group"
import OrderGroupModuleService from "../../src/modules/order-group/service"
import { RECEIPT_MODULE } from "../../src/modules/receipt"
import { receiptLines } from "../../src/modules/receipt/lib/lines"
import ReceiptModuleService from "../../src/modules/receipt/service"
import { ReceiptDraft } from "../../src/modules/receipt/types"

type Order = Pick<ReceiptDraft, "company_id" | "company_order_id" | "order_id" | "order_group_id">

/** A receipt of one loaf for 3 300 so'm, as the workflow would hand it to the module. */
export function receiptDraft(order: Order, change: Partial<ReceiptDraft> = {}): ReceiptDraft {
  const loaf = { title: "Non", quantity: 1, unit_price: 3300, total: 3300, ikpu: null, package_code: null }
  return {
    kind: "sale",
    ...order,
    short_code: "000-001",
    refund_id: null,
    sale_number_text: null,
    transaction_id: null,
    provider_id: null,
    currency_code: "uzs",
    locale: null,
    reason: null,
    buyer: { name: "Dilnoza Karimova", phone: "+998901112233", email: null },
    seller: {
      name: "Baraka Market",
      legal_name: null,
      tax_id_type: null,
      tax_id: null,
      address: null,
      phone: null,
      is_vat_payer: false,
    },
    market: null,
    lines: receiptLines([{ ...loaf, vat_percent: 12 }], 3300, null),
    fiscal: { status: "not_needed", by: "receipt" },
    ...change,
  }
}

/** A receipt that was issued to an order, whose fiscal receipt Payme has not reported yet. */
export async function makeReceipt(container: MedusaContainer, orderId: string) {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [order] = await groups.listCompanyOrders({ order_id: orderId }, { relations: ["group"] })
  const facts = {
    company_id: order.company_id,
    company_order_id: order.id,
    order_id: orderId,
    order_group_id: order.group.id,
  }
  const transaction_id = `gtx_of_${orderId}`
  const receipts = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
  const { id } = await receipts.issue(
    receiptDraft(facts, {
      transaction_id,
      provider_id: "pp_payme_payme",
      fiscal: { status: "waiting", by: "transaction" },
    }),
    new Date()
  )
  const [submission] = await receipts.listFiscalSubmissions({ transaction_id })
  return { receipt: id, fiscal: submission.id }
}
