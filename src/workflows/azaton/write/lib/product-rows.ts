import { sellingPrice } from "../../../../lib/money"
import { toSearchText } from "../../../../lib/search-text"
import { SINGLE_OPTION } from "../../../../modules/listing/lib/draft"
import { ProductPlan } from "../../plans"
import { Row } from "../types"
import { Seller } from "./ground"
import { drawId } from "./ids"
import { amounts } from "./rows"

/** The old system knew that goods have colours, not which: one value, which the staff split later. */
const COLOR_OPTION = { title: "Rang", value: "Har qanday" }

/** Whether goods can be bought at all: with a name and a price of one so'm or more. */
export function priceOfPlan({ cost, markup_percent, is_draft }: ProductPlan): string | null {
  const price = cost === null || is_draft ? null : sellingPrice(cost, markup_percent)
  return price === null || Number(price) < 1 ? null : price
}

/** What a change in the source may change here, by table; `price` is null for a draft. */
export function productFacts(plan: ProductPlan) {
  const price = priceOfPlan(plan)
  const { barcode, shop_code, markup_percent } = plan
  return {
    price,
    is_visible: plan.is_visible && price !== null,
    product: {
      title: plan.title,
      status: price === null ? "draft" : "published",
      metadata: { ...plan.metadata, ...(plan.images.length > 0 ? { images: plan.images } : {}) },
    },
    listing: { name_uz: plan.title, search_text: toSearchText(plan.title, barcode, shop_code) },
    variant: {
      ...amounts({ cost: plan.cost ?? "0", markup_percent, price: price ?? "0" }),
      barcode,
      shop_code,
    },
    level: amounts({ stocked_quantity: String(plan.stock) }),
  }
}

export type ProductIds = {
  product_id: string
  variant_id: string
  listing_id: string
  listing_variant_id: string
  item_id: string
  price_set_id: string
}

/** Ids of goods to be. */
export const drawProductIds = (): ProductIds => ({
  product_id: drawId("prod"),
  variant_id: drawId("variant"),
  listing_id: drawId("list"),
  listing_variant_id: drawId("lvar"),
  item_id: drawId("iitem"),
  price_set_id: drawId("pset"),
})

/** A price of a variant, as Medusa's pricing keeps it. */
export const priceRow = (price_set_id: string, price: string): Row => ({
  id: drawId("price"),
  price_set_id,
  currency_code: "uzs",
  ...amounts({ amount: price }),
  rules_count: 0,
})

/** Where goods are shown: their company's channel, while they are visible and it may sell. */
export const channelRow = (product_id: string, sales_channel_id: string): Row => ({
  id: drawId("prodsc"),
  product_id,
  sales_channel_id,
})

/**
 * New goods, row by row and table by table: what `createListingWorkflow` makes of the same facts, but for images, whose
 * addresses stay in the metadata. A test holds the two against each other.
 */
export function productTables(
  plan: ProductPlan,
  ids: ProductIds,
  seller: Seller,
  of: { legacy_id: string; category_id: string | null }
): Record<string, Row[]> {
  const facts = productFacts(plan)
  const at = plan.created_at ?? new Date().toISOString()
  const option = plan.has_colors ? COLOR_OPTION : SINGLE_OPTION
  const { product_id, variant_id, listing_id, item_id, price_set_id } = ids
  const [option_id, option_value_id, own_option_id] = [drawId("opt"), drawId("optval"), drawId("prodopt")]
  const dated = { created_at: at }
  const isShown = facts.is_visible && seller.is_selling && seller.sales_channel_id
  return {
    product: [
      {
        id: product_id,
        handle: plan.handle,
        external_id: `azaton:product:${of.legacy_id}`,
        ...facts.product,
        ...dated,
      },
    ],
    product_option: [{ id: option_id, title: option.title, is_exclusive: true }],
    product_option_value: [{ id: option_value_id, value: option.value, option_id }],
    product_product_option: [{ id: own_option_id, product_id, product_option_id: option_id }],
    product_product_option_value: [
      {
        id: drawId("prodoptval"),
        product_product_option_id: own_option_id,
        product_option_value_id: option_value_id,
      },
    ],
    product_variant: [{ id: variant_id, title: option.value, variant_rank: 0, product_id, ...dated }],
    product_variant_option: [{ variant_id, option_value_id }],
    product_category_product: of.category_id ? [{ product_id, product_category_id: of.category_id }] : [],
    product_sales_channel: isShown ? [channelRow(product_id, seller.sales_channel_id!)] : [],
    product_shipping_profile: [
      { id: drawId("prodsp"), product_id, shipping_profile_id: seller.shipping_profile_id },
    ],
    price_set: [{ id: price_set_id }],
    price: facts.price === null ? [] : [priceRow(price_set_id, facts.price)],
    product_variant_price_set: [{ id: drawId("pvps"), variant_id, price_set_id }],
    inventory_item: [{ id: item_id, title: option.value, description: option.value }],
    product_variant_inventory_item: [{ id: drawId("pvitem"), variant_id, inventory_item_id: item_id }],
    inventory_level: [
      {
        id: drawId("ilev"),
        inventory_item_id: item_id,
        location_id: seller.stock_location_id,
        ...facts.level,
        ...amounts({ reserved_quantity: "0", incoming_quantity: "0" }),
      },
    ],
    listing: [
      {
        id: listing_id,
        company_id: seller.id,
        product_id,
        is_visible: facts.is_visible,
        ...facts.listing,
        ...dated,
      },
    ],
    listing_variant: [
      {
        id: ids.listing_variant_id,
        listing_id,
        company_id: seller.id,
        variant_id,
        inventory_item_id: item_id,
        title: option.value,
        rank: 0,
        ...facts.variant,
        ...dated,
      },
    ],
  }
}
