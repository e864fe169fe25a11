import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { LISTING_MODULE } from "../../../modules/listing"
import ListingModuleService from "../../../modules/listing/service"

type Input = { company_id: string; stock_location_id: string; sales_channel_id: string; is_present: boolean }
type Links = Array<Record<string, Record<string, string>>>

/** Puts a company's stock location and visible goods into its sales channel, or takes them out. */
export const setChannelPresenceStep = createStep(
  "set-channel-presence",
  async (input: Input, { container }) => {
    assertId(input.company_id, "company id")
    const listings = await container
      .resolve<ListingModuleService>(LISTING_MODULE)
      .listListings(
        { company_id: input.company_id, is_visible: true, status: "active" },
        { select: ["product_id"], take: null as never }
      )
    const links: Links = [
      {
        [Modules.SALES_CHANNEL]: { sales_channel_id: input.sales_channel_id },
        [Modules.STOCK_LOCATION]: { stock_location_id: input.stock_location_id },
      },
      ...listings.map(({ product_id }) => ({
        [Modules.PRODUCT]: { product_id },
        [Modules.SALES_CHANNEL]: { sales_channel_id: input.sales_channel_id },
      })),
    ]
    const link = container.resolve(ContainerRegistrationKeys.LINK)
    await (input.is_present ? link.create(links) : link.dismiss(links))
    return new StepResponse(links.length, { links, was_present: !input.is_present })
  },
  async (before, { container }) => {
    if (before) {
      const link = container.resolve(ContainerRegistrationKeys.LINK)
      await (before.was_present ? link.create(before.links) : link.dismiss(before.links))
    }
  }
)
