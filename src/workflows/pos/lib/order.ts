import { CreateOrderDTO } from "@medusajs/framework/types"
import { OrderStatus } from "@medusajs/framework/utils"
import { ClaimedSale, DeskGoods } from "../types"

/** A sale as Medusa's order module takes it; `pos_line_id` is how a line is found again. */
export function orderOf(
  sale: ClaimedSale,
  goods: Map<string, DeskGoods>,
  ground: { sales_channel_id: string; region_id: string | null }
): CreateOrderDTO {
  return {
    id: sale.order_id,
    region_id: ground.region_id ?? undefined,
    sales_channel_id: ground.sales_channel_id,
    status: OrderStatus.PENDING,
    currency_code: "uzs",
    no_notification: true,
    items: sale.lines.map((line) => {
      const facts = goods.get(line.listing_variant_id)!
      return {
        title: line.title,
        subtitle: facts.variant_title,
        thumbnail: facts.thumbnail,
        quantity: line.quantity,
        product_id: facts.product_id,
        product_title: facts.product_title,
        product_handle: facts.product_handle,
        variant_id: facts.variant_id,
        variant_title: facts.variant_title,
        variant_sku: facts.variant_sku,
        variant_barcode: facts.barcode,
        unit_price: line.unit_price,
        is_tax_inclusive: true,
        // Handed over at the counter.
        requires_shipping: false,
        metadata: { pos_line_id: line.id },
        adjustments:
          line.discount > 0
            ? [{ amount: line.discount, description: "cash desk", is_tax_inclusive: true }]
            : [],
      }
    }),
    metadata: { order_group_id: sale.group_id, company_id: sale.company_id, pos_sale_id: sale.id },
  } as unknown as CreateOrderDTO
}
