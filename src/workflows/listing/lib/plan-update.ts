import { ProductStatus } from "@medusajs/framework/utils"
import { toSearchText } from "../../../lib/search-text"
import { ListingErrors } from "../../../modules/listing/errors"
import { derivePrice, Names } from "../../../modules/listing/lib/draft"
import { Seller } from "../steps/load-seller"
import type { FiscalFacts, LoadedListing } from "../steps/save-listing"
import { channelsOf, ProductFacts } from "./product"

type VariantFacts = {
  cost?: number
  markup_percent?: number
  barcode?: string | null
  shop_code?: string | null
  stock?: number
  /** What the sender believes lies on the shelf; another number there refuses the change. */
  stock_was?: number
  low_stock?: number | null
}

const OF_VARIANT = [
  "cost",
  "markup_percent",
  "barcode",
  "shop_code",
  "stock",
  "stock_was",
  "low_stock",
] as const

export type ListingPatch = ProductFacts &
  FiscalFacts &
  VariantFacts & { name?: Names; variants?: Array<VariantFacts & { id: string }> }

/**
 * What a change of a listing means for the listing, Medusa's product, its prices and its stock. Pure: it decides, the
 * workflow acts. Cost, markup, codes and stock at the top of the patch are those of the only variant.
 * @param thumbnails small pictures of the company's own uploads, by address
 * @throws {MedusaError} LISTING_VARIANT_UNKNOWN, LISTING_OPTIONS_WRONG, LISTING_PRICE_TOO_SMALL
 */
export function planUpdate(
  listing: LoadedListing,
  seller: Seller,
  patch: ListingPatch,
  thumbnails: Record<string, string> = {}
) {
  const changes = variantChanges(listing, patch)
  const variants = changes.map(({ variant, facts }) => {
    const { stock: _, stock_was: __, ...rest } = facts
    const reprices = facts.cost !== undefined || facts.markup_percent !== undefined
    const price = reprices
      ? derivePrice(facts.cost ?? variant.cost, facts.markup_percent ?? variant.markup_percent)
      : undefined
    return { id: variant.id, ...rest, ...(price === undefined ? {} : { price }) }
  })
  const codes = listing.variants.map((variant) => ({
    id: variant.id,
    barcode: variant.barcode,
    shop_code: variant.shop_code,
    ...pickDefined(changes.find((change) => change.variant.id === variant.id)?.facts ?? {}, [
      "barcode",
      "shop_code",
    ]),
  }))
  const names = patch.name ?? { uz: listing.name_uz, ru: listing.name_ru, en: listing.name_en }
  return {
    listing: {
      id: listing.id,
      name_uz: names.uz,
      name_ru: names.ru ?? null,
      name_en: names.en ?? null,
      search_text: toSearchText(
        names.uz,
        names.ru,
        names.en,
        ...codes.flatMap((c) => [c.barcode, c.shop_code])
      ),
      ...pickDefined(patch, ["is_visible", "ikpu", "package_code", "vat_percent"]),
    },
    variants: variants.filter((variant) => Object.keys(variant).length > 1),
    codes,
    product: productChanges(listing, seller, patch, thumbnails),
    prices: variants.flatMap(({ id, price }) => {
      const variant = listing.variants.find((row) => row.id === id)!
      return price === undefined
        ? []
        : [{ id: variant.variant_id, prices: [{ currency_code: "uzs", amount: Number(price) }] }]
    }),
    stock: changes.flatMap(({ variant, facts }) =>
      facts.stock === undefined
        ? []
        : [
            {
              inventory_item_id: variant.inventory_item_id,
              location_id: seller.stock_location_id,
              stocked_quantity: facts.stock,
              expected_quantity: facts.stock_was,
              title: variant.title,
            },
          ]
    ),
  }
}

function variantChanges(listing: LoadedListing, patch: ListingPatch) {
  const top = pickDefined(patch, [...OF_VARIANT])
  if (Object.keys(top).length > 0 && listing.variants.length > 1) {
    throw ListingErrors.variantOptions(
      "These goods have several variants: send the change under variants, with ids"
    )
  }
  const named = (patch.variants ?? []).map(({ id, ...facts }) => {
    const variant = listing.variants.find((row) => row.id === id || row.variant_id === id)
    if (!variant) {
      throw ListingErrors.unknownVariant(id)
    }
    return { variant, facts: facts as VariantFacts }
  })
  const all =
    Object.keys(top).length > 0
      ? [...named, { variant: listing.variants[0], facts: top as VariantFacts }]
      : named
  // Each variant once: a price is derived from cost and markup together, however they were sent.
  return listing.variants
    .filter((variant) => all.some((change) => change.variant === variant))
    .map((variant) => ({
      variant,
      facts: Object.assign(
        {},
        ...all.filter((change) => change.variant === variant).map(({ facts }) => facts)
      ) as VariantFacts,
    }))
}

function productChanges(
  listing: LoadedListing,
  seller: Seller,
  patch: ListingPatch,
  thumbnails: Record<string, string>
) {
  const [first] = patch.images ?? []
  const changes = {
    ...(patch.name ? { title: patch.name.uz } : {}),
    ...(patch.description === undefined ? {} : { description: patch.description ?? "" }),
    ...(patch.images
      ? {
          images: patch.images.map((url) => ({ url })),
          thumbnail: first ? (thumbnails[first] ?? first) : null,
        }
      : {}),
    ...(patch.category_id === undefined
      ? {}
      : { category_ids: patch.category_id ? [patch.category_id] : [] }),
    ...(patch.is_visible === undefined ? {} : { sales_channels: channelsOf(seller, patch.is_visible) }),
    // Goods of an import may be drafts: what the company shows is for sale.
    ...(patch.is_visible ? { status: ProductStatus.PUBLISHED } : {}),
  }
  return Object.keys(changes).length > 0 ? { id: listing.product_id, ...changes } : null
}

function pickDefined<T extends object, K extends keyof T>(of: T, keys: K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.filter((key) => of[key] !== undefined).map((key) => [key, of[key]])
  ) as Partial<Pick<T, K>>
}
