import {
  createFulfillmentSets,
  createRemoteLinkStep,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { DELIVERY_PROVIDER } from "../../../lib/delivery-price"
import { deliveryOptions } from "../lib/delivery-options"

type Input = { company_id: string; name: string; address: string | null; sales_channel_id: string }

/**
 * What a company needs before it can sell: a stock location, and delivery options under a shipping profile of its own.
 * Medusa asks a cart for one shipping method per profile, so one profile per company is what makes a mixed cart ask
 * for one delivery choice per company.
 */
export const provisionCompanyWorkflow = createWorkflow("provision-company", (input: WorkflowData<Input>) => {
  const locations = createStockLocationsWorkflow.runAsStep({
    input: transform(input, ({ name, address }) => ({
      locations: [{ name, address: { address_1: address ?? name, country_code: "uz" } }],
    })),
  })
  const profiles = createShippingProfilesWorkflow.runAsStep({
    input: transform(input, ({ company_id, name }) => ({
      data: [{ name: `${name} (${company_id})`, type: "company" }],
    })),
  })
  const sets = createFulfillmentSets(
    transform(input, ({ company_id, name }) => [{ name: `${name} (${company_id})`, type: "shipping" }])
  )
  createRemoteLinkStep(
    transform({ input, locations, sets }, ({ input, locations, sets }) => {
      const location = { [Modules.STOCK_LOCATION]: { stock_location_id: locations[0].id } }
      return [
        { ...location, [Modules.FULFILLMENT]: { fulfillment_set_id: sets[0].id } },
        // Medusa's own provider too, for what operators add in its admin.
        ...["manual_manual", DELIVERY_PROVIDER.name].map((fulfillment_provider_id) => ({
          ...location,
          [Modules.FULFILLMENT]: { fulfillment_provider_id },
        })),
        { [Modules.SALES_CHANNEL]: { sales_channel_id: input.sales_channel_id }, ...location },
      ]
    })
  )
  const zones = createServiceZonesWorkflow.runAsStep({
    input: transform({ input, sets }, ({ input, sets }) => ({
      data: [
        {
          name: `${input.name} (${input.company_id})`,
          fulfillment_set_id: sets[0].id,
          geo_zones: [{ type: "country" as const, country_code: "uz" }],
        },
      ],
    })),
  })
  createShippingOptionsWorkflow.runAsStep({
    input: transform({ zones, profiles }, ({ zones, profiles }) =>
      deliveryOptions({ service_zone_id: zones[0].id, shipping_profile_id: profiles[0].id })
    ),
  })
  return new WorkflowResponse(
    transform({ input, locations, profiles, sets }, ({ input, locations, profiles, sets }) => ({
      stock_location_id: locations[0].id,
      shipping_profile_id: profiles[0].id,
      fulfillment_set_id: sets[0].id,
      sales_channel_id: input.sales_channel_id,
    }))
  )
})
