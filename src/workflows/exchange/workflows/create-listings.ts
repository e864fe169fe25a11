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
import { attachVariants, ProductFacts, productOf } from "../../listing/lib/product"
import { claimImagesStep, settleImagesStep } from "../../listing/steps/images"
import { loadSellerStep } from "../../listing/steps/load-seller"
import { checkCodesStep, FiscalFacts, ownOptionsStep } from "../../listing/steps/save-listing"
import { createListingsStep } from "../steps/create-listings"
import { holdImportStep } from "../steps/hold-import"

export type NewGoods = {
  /** Handle of the product to be: the mark of the import's row, which no second product can have. */
  handle: string
  name: Names
  facts: ProductFacts & FiscalFacts
  options: Array<{ title: string; values: string[] }>
  variants: VariantInput[]
}

type Input = { company_id: string; import_id: string; runner: string; goods: NewGoods[] }

/**
 * What `createListingWorkflow` does, for many goods in one go; all are made or none. A test holds the rows of the two
 * against each other. Emits `listing.created` for each.
 */
export const createListingsWorkflow = createWorkflow(
  "create-imported-listings",
  (input: WorkflowData<Input>) => {
    const drafts = transform(input, ({ goods }) =>
      goods.map(({ options, variants }) => draftVariants(options, variants))
    )
    const seller = loadSellerStep(transform(input, ({ company_id }) => ({ company_id })))
    checkCodesStep(
      transform({ input, drafts }, ({ input, drafts }) => ({
        company_id: input.company_id,
        variants: drafts.flatMap(({ variants }) => variants),
      }))
    )
    const pictures = claimImagesStep(
      transform(input, ({ company_id, goods }) => {
        const images = goods.flatMap(({ facts }) => facts.images ?? [])
        return { company_id, images: images.length > 0 ? images : undefined }
      })
    )
    const products = createProductsWorkflow.runAsStep({
      input: transform(
        { input, drafts, seller, pictures },
        ({ input: { goods }, drafts, seller, pictures }) => ({
          products: goods.map(({ name, facts, handle }, index) => ({
            ...productOf(name, facts, drafts[index], seller, pictures.thumbnails),
            handle,
          })),
        })
      ),
    })
    ownOptionsStep(
      transform(products, (products) => products.flatMap(({ options }) => options.map(({ id }) => id)))
    )
    const { data: made } = useQueryGraphStep({
      entity: "product_variant",
      fields: ["id", "product_id", "variant_rank", "inventory_items.inventory_item_id"],
      filters: { product_id: transform(products, (products) => products.map(({ id }) => id)) },
    })
    const listings = transform({ input, drafts, products, made }, ({ input, drafts, products, made }) =>
      input.goods.map(({ handle, name, facts }, index) => {
        const product_id = products.find((product) => product.handle === handle)!.id
        const own = made.filter((variant) => variant.product_id === product_id)
        return {
          company_id: input.company_id,
          product_id,
          name,
          is_visible: facts.is_visible ?? true,
          fiscal: {
            ikpu: facts.ikpu ?? null,
            package_code: facts.package_code ?? null,
            vat_percent: facts.vat_percent ?? null,
          },
          variants: attachVariants(drafts[index].variants, own),
        }
      })
    )
    createInventoryLevelsWorkflow.runAsStep({
      input: transform({ listings, seller }, ({ listings, seller }) => ({
        inventory_levels: listings.flatMap(({ variants }) =>
          variants.map(({ inventory_item_id, stock }) => ({
            inventory_item_id,
            location_id: seller.stock_location_id,
            stocked_quantity: stock,
          }))
        ),
      })),
    })
    holdImportStep(transform(input, ({ import_id, runner }) => ({ import_id, runner })))
    const saved = createListingsStep(listings)
    settleChannelStep(
      transform({ input, products }, ({ input, products }) => ({
        company_id: input.company_id,
        product_ids: products.map(({ id }) => id),
      }))
    )
    settleImagesStep(
      transform({ input, pictures }, ({ input, pictures }) => ({
        company_id: input.company_id,
        urls: pictures.urls,
      }))
    )
    emitEventStep({ eventName: ListingEvents.CREATED, data: saved })
    return new WorkflowResponse(saved)
  }
)
