import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId, notFound } from "../../../lib/errors"
import { isUniqueViolation } from "../../../lib/sql"
import { toSearchText } from "../../../lib/search-text"
import { LISTING_MODULE } from "../../../modules/listing"
import { ListingErrors } from "../../../modules/listing/errors"
import { Names, VariantDraft } from "../../../modules/listing/lib/draft"
import ListingModuleService, { ListingDTO, ListingVariantDTO } from "../../../modules/listing/service"

export type FiscalFacts = { ikpu?: string | null; package_code?: string | null; vat_percent?: number | null }

export type NewListing = {
  company_id: string
  product_id: string
  name: Names
  is_visible: boolean
  fiscal: FiscalFacts
  variants: Array<VariantDraft & { variant_id: string; inventory_item_id: string }>
}

/** Everything the company's search looks at. */
export function searchTextOf(
  names: { uz: string; ru?: string | null; en?: string | null },
  variants: Array<{ barcode: string | null; shop_code: string | null }>
): string {
  return toSearchText(names.uz, names.ru, names.en, ...variants.flatMap((v) => [v.barcode, v.shop_code]))
}

/**
 * Refuses a barcode or shop code that the company already uses. The unique indexes decide when two come at once; this
 * step gives the clear answer in the ordinary case, before anything is made.
 */
export const checkCodesStep = createStep(
  "check-codes",
  async (
    input: {
      company_id: string
      variants: Array<{ id?: string; barcode?: string | null; shop_code?: string | null }>
    },
    { container }
  ) => {
    assertId(input.company_id, "company id")
    const listings = container.resolve<ListingModuleService>(LISTING_MODULE)
    for (const field of ["barcode", "shop_code"] as const) {
      const codes = input.variants.map((variant) => variant[field]).filter((code): code is string => !!code)
      const twice = codes.find((code, index) => codes.indexOf(code) !== index)
      if (twice) {
        throw ListingErrors.codeTaken(field, twice)
      }
      if (codes.length > 0) {
        const own = input.variants.flatMap(({ id }) => (id ? [id] : []))
        const [taken] = await listings.listListingVariants(
          {
            company_id: input.company_id,
            [field]: codes,
            is_live: true,
            ...(own.length ? { id: { $nin: own } } : {}),
          },
          { select: ["id", field], take: 1 }
        )
        if (taken) {
          throw ListingErrors.codeTaken(field, taken[field]!)
        }
      }
    }
    return new StepResponse(undefined)
  }
)

/**
 * Does nothing by itself. When a later step fails, it takes away the options of the new product: Medusa undoes the
 * making of a product by deleting the product, and would leave them behind for ever.
 */
export const ownOptionsStep = createStep(
  "own-options",
  async (optionIds: string[]) => new StepResponse(undefined, optionIds),
  async (optionIds, { container }) => {
    if (optionIds?.length) {
      await container.resolve(Modules.PRODUCT).deleteProductOptions(optionIds)
    }
  }
)

/** The row of a new listing, with those of its variants. */
export function listingRow({ company_id, product_id, name, is_visible, fiscal, variants }: NewListing) {
  return {
    company_id,
    product_id,
    name_uz: name.uz,
    name_ru: name.ru ?? null,
    name_en: name.en ?? null,
    search_text: searchTextOf(name, variants),
    is_visible,
    ...fiscal,
    variants: variants.map(({ options: _, stock: __, ...variant }, rank) => ({
      ...variant,
      rank,
      company_id,
    })),
  }
}

/** Writes the company's side of a new product. */
export const createListingStep = createStep(
  "create-listing",
  async (input: NewListing, { container }) => {
    const listings = container.resolve<ListingModuleService>(LISTING_MODULE)
    const listing = await listings.createListings(listingRow(input) as never).catch((error: unknown) => {
      throw isUniqueViolation(error) ? duplicateCode(error, input.variants) : error
    })
    const { id } = listing as unknown as ListingDTO
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) {
      const listings = container.resolve<ListingModuleService>(LISTING_MODULE)
      const variants = await listings.listListingVariants({ listing_id: id }, { select: ["id"] })
      await listings.deleteListingVariants(variants.map((variant) => variant.id))
      await listings.deleteListings(id)
    }
  }
)

export type LoadedListing = ListingDTO & { variants: ListingVariantDTO[] }

/**
 * A company's own listing with its variants.
 * @throws {MedusaError} 404, also for another company's; LISTING_ARCHIVED
 */
export const loadListingStep = createStep(
  "load-listing",
  async (input: { company_id: string; listing_id: string }, { container }) => {
    assertId(input.company_id, "company id")
    assertId(input.listing_id, "listing id")
    const [listing] = await container
      .resolve<ListingModuleService>(LISTING_MODULE)
      .listListings(
        { id: input.listing_id, company_id: input.company_id },
        { relations: ["variants"], take: 1 }
      )
    if (!listing) {
      throw notFound("Listing", input.listing_id)
    }
    if (listing.status === "archived") {
      throw ListingErrors.archived()
    }
    return new StepResponse(listing as unknown as LoadedListing)
  }
)

type Row = { id: string } & Record<string, unknown>
type Update = { listings: Row[]; variants: Row[] }

/** Writes changed fields of listings and their variants, and puts them back when a later step fails. */
export const updateListingsStep = createStep(
  "update-listings",
  async ({ listings: rows, variants }: Update, { container }) => {
    const listings = container.resolve<ListingModuleService>(LISTING_MODULE)
    const before = await listings.listListings(
      { id: rows.map(({ id }) => id) },
      { relations: ["variants"], take: rows.length }
    )
    const fieldsOf = (changes: Row[], found: Array<{ id: string }>): Row[] =>
      changes.map((change) => {
        const row = found.find(({ id }) => id === change.id) as unknown as Row
        return Object.fromEntries(Object.keys(change).map((key) => [key, row[key]])) as Row
      })
    const undo: Update = {
      listings: fieldsOf(rows, before),
      variants: fieldsOf(
        variants,
        before.flatMap((listing) => listing.variants)
      ),
    }
    try {
      await listings.saveTogether(rows, variants)
    } catch (error) {
      throw isUniqueViolation(error) ? duplicateCode(error, variants) : error
    }
    return new StepResponse(undefined, undo)
  },
  async (undo, { container }) => {
    if (undo) {
      await container.resolve<ListingModuleService>(LISTING_MODULE).saveTogether(undo.listings, undo.variants)
    }
  }
)

/** Medusa words the violation "Listing variant with company_id: …, barcode: 478…, already exists". */
export function duplicateCode(error: unknown, variants: Array<Record<string, unknown>>) {
  const text = String((error as Error).message)
  const field = text.includes("shop_code") ? "shop_code" : "barcode"
  const [, value] = new RegExp(`${field}: (.+), already`).exec(text) ?? []
  return ListingErrors.codeTaken(
    field,
    value ?? variants.flatMap((variant) => variant[field] ?? []).join(", ")
  )
}
