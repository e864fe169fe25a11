import { ProductStatus } from "@medusajs/framework/utils"
import { toHandle } from "../../../lib/handle"
import { randomLetters } from "../../../lib/ids"
import { draftVariants, Names, VariantDraft } from "../../../modules/listing/lib/draft"
import { Seller } from "../steps/load-seller"

export type ProductFacts = {
  description?: string | null
  category_id?: string | null
  images?: string[]
  is_visible?: boolean
}

/** Sales channels that show a listing: the company's, while it is visible and the company may sell. */
export function channelsOf(seller: Seller, isVisible: boolean): Array<{ id: string }> {
  return seller.is_selling && isVisible ? [{ id: seller.sales_channel_id }] : []
}

/**
 * Medusa's product for a listing. Barcodes stay out of it: core wants them unique in the whole market, while two
 * companies may sell the same EAN. The random tail of the handle keeps two companies' equal names apart.
 */
export function productOf(
  name: Names,
  facts: ProductFacts,
  draft: ReturnType<typeof draftVariants>,
  seller: Seller,
  thumbnails: Record<string, string> = {}
) {
  const [first] = facts.images ?? []
  return {
    title: name.uz,
    handle: `${toHandle(name.uz) || "mahsulot"}-${randomLetters(6)}`,
    description: facts.description ?? undefined,
    status: ProductStatus.PUBLISHED,
    images: facts.images?.map((url) => ({ url })),
    thumbnail: first && (thumbnails[first] ?? first),
    category_ids: facts.category_id ? [facts.category_id] : [],
    shipping_profile_id: seller.shipping_profile_id,
    sales_channels: channelsOf(seller, facts.is_visible ?? true),
    options: draft.options,
    variants: draft.variants.map((variant, rank) => ({
      title: variant.title,
      options: variant.options,
      variant_rank: rank,
      manage_inventory: true,
      allow_backorder: false,
      prices: [{ currency_code: "uzs", amount: Number(variant.price) }],
    })),
  }
}

type MadeVariant = {
  id: string
  variant_rank?: number | null
  inventory_items?: Array<{ inventory_item_id: string } | null> | null
}

/** Joins our drafts with the variants Medusa made of them, by rank. */
export function attachVariants(drafts: VariantDraft[], made: MadeVariant[]) {
  const byRank = new Map(made.map((variant) => [variant.variant_rank, variant]))
  return drafts.map((draft, rank) => {
    const variant = byRank.get(rank)
    const inventory_item_id = variant?.inventory_items?.[0]?.inventory_item_id
    if (!variant || !inventory_item_id) {
      throw new Error(`Medusa made no variant with an inventory item for "${draft.title}"`)
    }
    return { ...draft, variant_id: variant.id, inventory_item_id }
  })
}
