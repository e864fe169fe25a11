import { BigNumberInput } from "@medusajs/framework/types"

/** A company order with its frozen lines, as a checkout hands it over. */
export type NewCompanyOrder = {
  company_id: string
  order_id: string
  rank: number
  currency_code: string
  item_total: string
  shipping_total: string
  discount_total: string
  tax_total: string
  total: string
  shipping_paid: string
  commission_percent: BigNumberInput
  payment_collection_id: string | null
  payment_session_id: string | null
  customer_name: string | null
  customer_phone: string | null
  lines: Array<{
    line_item_id: string
    variant_id: string | null
    listing_id: string | null
    title: string
    quantity: BigNumberInput
    unit_price: BigNumberInput
    discount: BigNumberInput
    total: string
    commission_percent: BigNumberInput
    cost: BigNumberInput | null
    markup_percent: BigNumberInput | null
    ikpu: string | null
    package_code: string | null
    vat_percent: BigNumberInput | null
  }>
}
