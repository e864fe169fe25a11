import {
  acquireLockStep,
  createInventoryLevelsWorkflow,
  createProductVariantsWorkflow,
  emitEventStep,
  releaseLockStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { ListingEvents } from "../../../modules/listing/events"
import { NewVariant } from "../lib/plan-variant"
import { loadSellerStep } from "../steps/load-seller"
import { growOptionsStep } from "../steps/product-options"
import { checkCodesStep, loadListingStep } from "../steps/save-listing"
import { addVariantStep, planVariantStep } from "../steps/save-variant"

type Input = { company_id: string; listing_id: string; variant: NewVariant }

/**
 * A company sells goods in one more kind: Medusa's variant with its options, price and stock, and the company's side of
 * it. Options and values that nobody has named before are made. One change at a time per listing. Emits
 * `listing.updated`.
 */
export const addVariantWorkflow = createWorkflow("add-variant-workflow", (input: WorkflowData<Input>) => {
  const key = transform(input, ({ listing_id }) => `listing:${listing_id}`)
  acquireLockStep({ key, timeout: 30, ttl: 120 })
  const listing = loadListingStep(input)
  const seller = loadSellerStep(transform(input, ({ company_id }) => ({ company_id })))
  const plan = planVariantStep(
    transform({ listing, input }, ({ listing, input }) => ({ listing, input: input.variant }))
  )
  checkCodesStep(
    transform({ input, plan }, ({ input, plan }) => ({
      company_id: input.company_id,
      variants: [plan.draft],
    }))
  )
  growOptionsStep(
    transform({ listing, plan }, ({ listing, plan }) => ({ product_id: listing.product_id, plan }))
  )
  const variants = createProductVariantsWorkflow.runAsStep({
    input: transform({ listing, plan }, ({ listing, plan }) => ({
      product_variants: [
        {
          product_id: listing.product_id,
          title: plan.draft.title,
          options: plan.draft.options,
          variant_rank: Math.max(...listing.variants.map(({ rank }) => rank)) + 1,
          manage_inventory: true,
          allow_backorder: false,
          prices: [{ currency_code: "uzs", amount: Number(plan.draft.price) }],
        },
      ],
    })),
  })
  const { data: found } = useQueryGraphStep({
    entity: "product_variant",
    fields: ["id", "inventory_items.inventory_item_id"],
    filters: { id: transform(variants, (variants) => variants[0].id) },
  })
  const made = transform(found, ([variant]) => ({
    variant_id: variant.id,
    inventory_item_id: variant.inventory_items![0]!.inventory_item_id,
  }))
  createInventoryLevelsWorkflow.runAsStep({
    input: transform({ made, plan, seller }, ({ made, plan, seller }) => ({
      inventory_levels: [
        {
          inventory_item_id: made.inventory_item_id,
          location_id: seller.stock_location_id,
          stocked_quantity: plan.draft.stock,
        },
      ],
    })),
  })
  const added = addVariantStep(transform({ listing, plan, made }, (data) => data))
  emitEventStep({
    eventName: ListingEvents.UPDATED,
    data: transform(listing, ({ id, company_id, product_id }) => ({ id, company_id, product_id })),
  })
  releaseLockStep({ key })
  return new WorkflowResponse(added)
})
