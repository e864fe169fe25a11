import {
  acquireLockStep,
  emitEventStep,
  releaseLockStep,
  updateProductsWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ListingEvents } from "../../../modules/listing/events"
import { settleChannelStep } from "../../company/steps/settle-channel"
import { ListingPatch, planUpdate } from "../lib/plan-update"
import { claimImagesStep, settleImagesStep } from "../steps/images"
import { loadSellerStep } from "../steps/load-seller"
import { checkCodesStep, loadListingStep, updateListingsStep } from "../steps/save-listing"
import { setStockStep } from "../steps/set-stock"

type Input = { company_id: string; listing_id: string; patch: ListingPatch }

/**
 * A company changes a listing: names and pictures, cost and markup (the price follows), codes, stock, visibility. One
 * change at a time per listing. What may be refused comes first and prices last, because Medusa cannot put a price
 * back: undoing its own step leaves the variant without any. Emits `listing.updated`.
 */
export const updateListingWorkflow = createWorkflow(
  "update-listing-workflow",
  (input: WorkflowData<Input>) => {
    const key = transform(input, ({ listing_id }) => `listing:${listing_id}`)
    acquireLockStep({ key, timeout: 30, ttl: 120 })
    const listing = loadListingStep(input)
    const seller = loadSellerStep(
      transform(input, ({ company_id, patch }) => ({ company_id, category_id: patch.category_id }))
    )
    const pictures = claimImagesStep(
      transform({ listing, input }, ({ listing, input }) => ({
        company_id: input.company_id,
        product_id: listing.product_id,
        images: input.patch.images,
      }))
    )
    const plan = transform({ listing, seller, input, pictures }, ({ listing, seller, input, pictures }) =>
      planUpdate(listing, seller, input.patch, pictures.thumbnails)
    )
    checkCodesStep(
      transform({ input, plan }, ({ input, plan }) => ({
        company_id: input.company_id,
        variants: plan.codes,
      }))
    )
    when("stock-changed", plan, ({ stock }) => stock.length > 0).then(() => {
      setStockStep(transform(plan, ({ stock }) => stock))
    })
    updateListingsStep(transform(plan, ({ listing, variants }) => ({ listings: [listing], variants })))
    when("product-changed", plan, ({ product }) => !!product).then(() => {
      updateProductsWorkflow.runAsStep({
        input: transform(plan, ({ product }) => ({ products: [product!] })),
      })
      settleChannelStep(
        transform(listing, ({ company_id, product_id }) => ({ company_id, product_ids: [product_id] }))
      )
    })
    settleImagesStep(
      transform({ input, pictures }, ({ input, pictures }) => ({
        company_id: input.company_id,
        urls: pictures.urls,
      }))
    )
    when("prices-changed", plan, ({ prices }) => prices.length > 0).then(() => {
      updateProductVariantsWorkflow.runAsStep({
        input: transform(plan, ({ prices }) => ({ product_variants: prices })),
      })
    })
    emitEventStep({
      eventName: ListingEvents.UPDATED,
      data: transform(listing, ({ id, company_id, product_id }) => ({ id, company_id, product_id })),
    })
    releaseLockStep({ key })
    return new WorkflowResponse({ id: input.listing_id })
  }
)
