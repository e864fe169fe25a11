import {
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  emitEventStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { ListingEvents } from "../../../modules/listing/events"
import { draftVariants, Names, VariantInput } from "../../../modules/listing/lib/draft"
import { settleChannelStep } from "../../company/steps/settle-channel"
import { attachVariants, ProductFacts, productOf } from "../lib/product"
import { claimImagesStep, settleImagesStep } from "../steps/images"
import { loadSellerStep } from "../steps/load-seller"
import { checkCodesStep, createListingStep, FiscalFacts, ownOptionsStep } from "../steps/save-listing"

type Input = {
  company_id: string
  name: Names
  facts: ProductFacts & FiscalFacts & { is_visible?: boolean }
  options: Array<{ title: string; values: string[] }>
  variants: VariantInput[]
}

/**
 * A company puts goods on sale: Medusa's product with variants, prices and stock at the company's location, and the
 * listing with cost, markup and codes. The price is derived here, never taken from the caller.
 * Emits `listing.created`.
 */
export const createListingWorkflow = createWorkflow(
  "create-listing-workflow",
  (input: WorkflowData<Input>) => {
    const draft = transform(input, ({ options, variants }) => draftVariants(options, variants))
    const seller = loadSellerStep(
      transform(input, ({ company_id, facts }) => ({ company_id, category_id: facts.category_id }))
    )
    checkCodesStep(
      transform({ input, draft }, ({ input, draft }) => ({
        company_id: input.company_id,
        variants: draft.variants,
      }))
    )
    const pictures = claimImagesStep(
      transform(input, ({ company_id, facts }) => ({ company_id, images: facts.images }))
    )
    const products = createProductsWorkflow.runAsStep({
      input: transform({ input, draft, seller, pictures }, ({ input, draft, seller, pictures }) => ({
        products: [productOf(input.name, input.facts, draft, seller, pictures.thumbnails)],
      })),
    })
    ownOptionsStep(transform(products, (products) => products[0].options.map(({ id }) => id)))
    const { data: made } = useQueryGraphStep({
      entity: "product_variant",
      fields: ["id", "variant_rank", "inventory_items.inventory_item_id"],
      filters: { product_id: transform(products, (products) => products[0].id) },
    })
    const variants = transform({ draft, made }, ({ draft, made }) => attachVariants(draft.variants, made))
    createInventoryLevelsWorkflow.runAsStep({
      input: transform({ variants, seller }, ({ variants, seller }) => ({
        inventory_levels: variants.map(({ inventory_item_id, stock }) => ({
          inventory_item_id,
          location_id: seller.stock_location_id,
          stocked_quantity: stock,
        })),
      })),
    })
    const listing = createListingStep(
      transform({ input, products, variants }, ({ input, products, variants }) => ({
        company_id: input.company_id,
        product_id: products[0].id,
        name: input.name,
        is_visible: input.facts.is_visible ?? true,
        fiscal: {
          ikpu: input.facts.ikpu ?? null,
          package_code: input.facts.package_code ?? null,
          vat_percent: input.facts.vat_percent ?? null,
        },
        variants,
      }))
    )
    settleChannelStep(
      transform({ input, products }, ({ input, products }) => ({
        company_id: input.company_id,
        product_ids: [products[0].id],
      }))
    )
    settleImagesStep(
      transform({ input, pictures }, ({ input, pictures }) => ({
        company_id: input.company_id,
        urls: pictures.urls,
      }))
    )
    emitEventStep({
      eventName: ListingEvents.CREATED,
      data: transform({ input, listing, products }, ({ input, listing, products }) => ({
        id: listing.id,
        company_id: input.company_id,
        product_id: products[0].id,
      })),
    })
    return new WorkflowResponse(listing)
  }
)
