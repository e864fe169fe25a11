import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isUniqueViolation } from "../../../lib/sql"
import { LISTING_MODULE } from "../../../modules/listing"
import { ListingErrors } from "../../../modules/listing/errors"
import ListingModuleService from "../../../modules/listing/service"
import { ExistingVariant, NewVariant, planVariant } from "../lib/plan-variant"
import { optionsOf } from "../queries/options"
import { duplicateCode, LoadedListing, searchTextOf } from "./save-listing"

/**
 * Reads what a listing's variants are called in Medusa and decides about a new one.
 * @throws {MedusaError} see `planVariant`
 */
export const planVariantStep = createStep(
  "plan-variant",
  async ({ listing, input }: { listing: LoadedListing; input: NewVariant }, { container }) => {
    const { rows } = await container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)
      .raw<{ rows: ExistingVariant[] }>(
        `select v.id, v.variant_id, v.title, coalesce((select jsonb_object_agg(o.title, ov.value)
                from product_variant_option vo join product_option_value ov on ov.id = vo.option_value_id
                join product_option o on o.id = ov.option_id where vo.variant_id = v.variant_id), '{}') as options
           from listing_variant v where v.listing_id = ? and v.deleted_at is null order by v.rank, v.id`,
        [listing.id]
      )
    const options = await optionsOf(container, listing.product_id)
    return new StepResponse(planVariant(options, rows, input))
  }
)

type Added = {
  listing: LoadedListing
  plan: ReturnType<typeof planVariant>
  made: { variant_id: string; inventory_item_id: string }
}

const namesOf = ({ name_uz, name_ru, name_en }: LoadedListing) => ({ uz: name_uz, ru: name_ru, en: name_en })

/** Writes the company's side of a new variant. */
export const addVariantStep = createStep(
  "add-listing-variant",
  async ({ listing, plan, made }: Added, { container }) => {
    const listings = container.resolve<ListingModuleService>(LISTING_MODULE)
    const { options: _, stock: __, ...draft } = plan.draft
    const search_text = searchTextOf(namesOf(listing), [...listing.variants, draft])
    const renamed = plan.existing.map(({ id, title }) => ({ id, title }))
    const variant = {
      ...draft,
      ...made,
      company_id: listing.company_id,
      rank: Math.max(...listing.variants.map(({ rank }) => rank)) + 1,
    }
    const { id } = await listings
      .addVariant({ id: listing.id, search_text } as { id: string }, renamed, variant)
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? duplicateCode(error, [draft]) : error
      })
    return new StepResponse(
      { id },
      {
        id,
        listing: { id: listing.id, search_text: listing.search_text },
        renamed: plan.existing.map((row) => ({ id: row.id, title: row.title_before })),
      }
    )
  },
  async (done, { container }) => {
    if (done) {
      const listings = container.resolve<ListingModuleService>(LISTING_MODULE)
      await listings.deleteListingVariants(done.id)
      await listings.saveTogether([done.listing], done.renamed)
    }
  }
)

/**
 * The variant that is to go.
 * @throws {MedusaError} LISTING_VARIANT_UNKNOWN, LISTING_LAST_VARIANT
 */
export const pickVariantStep = createStep(
  "pick-listing-variant",
  async ({ listing, id }: { listing: LoadedListing; id: string }) => {
    const variant = listing.variants.find((row) => row.id === id)
    if (!variant) {
      throw ListingErrors.unknownVariant(id)
    }
    if (listing.variants.length === 1) {
      throw ListingErrors.lastVariant()
    }
    return new StepResponse(variant)
  }
)

/** Takes a variant off the company's shelf; its row stays, marked as deleted, for what refers to it. */
export const dropVariantStep = createStep(
  "drop-listing-variant",
  async ({ listing, id }: { listing: LoadedListing; id: string }, { container }) => {
    const left = listing.variants.filter((row) => row.id !== id)
    const search_text = searchTextOf(namesOf(listing), left)
    await container
      .resolve<ListingModuleService>(LISTING_MODULE)
      .dropVariant({ id: listing.id, search_text } as { id: string }, id)
    return new StepResponse(undefined, {
      id,
      listing: { id: listing.id, search_text: listing.search_text },
    })
  },
  async (done, { container }) => {
    if (done) {
      await container.resolve<ListingModuleService>(LISTING_MODULE).restoreVariant(done.listing, done.id)
    }
  }
)
