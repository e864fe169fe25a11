import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DELIVERY_PROVIDER } from "../../../lib/delivery-price"
import { notFound } from "../../../lib/errors"
import { COMPANY_MODULE } from "../../../modules/company"
import { CompanyErrors } from "../../../modules/company/errors"
import CompanyModuleService from "../../../modules/company/service"
import { DELIVERY_OPTIONS_MAX } from "../lib/delivery-options"
import { findCompanyDelivery, listCompanyDelivery } from "../queries/delivery-options"

/**
 * Where a company's delivery options live, refused when there are enough of them.
 * @throws {MedusaError} COMPANY_DELIVERY_NOT_READY before approval; COMPANY_DELIVERY_FULL
 */
export const findDeliveryRoomStep = createStep(
  "find-delivery-room",
  async (companyId: string, { container }) => {
    const company = await container.resolve<CompanyModuleService>(COMPANY_MODULE).retrieveCompany(companyId)
    if (!company.shipping_profile_id || !company.fulfillment_set_id || !company.stock_location_id) {
      throw CompanyErrors.deliveryNotReady()
    }
    if ((await listCompanyDelivery(container, companyId)).length >= DELIVERY_OPTIONS_MAX) {
      throw CompanyErrors.deliveryFull(DELIVERY_OPTIONS_MAX)
    }
    const [zone] = await container
      .resolve(Modules.FULFILLMENT)
      .listServiceZones({ fulfillment_set: { id: company.fulfillment_set_id } }, { select: ["id"], take: 1 })
    if (!zone) {
      throw notFound("Service zone of company", companyId)
    }
    return new StepResponse({ service_zone_id: zone.id, shipping_profile_id: company.shipping_profile_id })
  }
)

/**
 * A company's delivery option as it is.
 * @throws {MedusaError} 404 for another company's; COMPANY_DELIVERY_LAST when it is the only one that shoppers see and
 *   would not be any more
 */
export const findDeliveryOptionStep = createStep(
  "find-delivery-option",
  async (input: { company_id: string; id: string; stays_enabled: boolean }, { container }) => {
    const option = await findCompanyDelivery(container, input.company_id, input.id)
    const others = (await listCompanyDelivery(container, input.company_id)).filter(
      ({ id, is_enabled }) => is_enabled && id !== input.id
    )
    if (option.is_enabled && !input.stays_enabled && others.length === 0) {
      throw CompanyErrors.deliveryLast()
    }
    return new StepResponse(option)
  }
)

/** Lets a company's stock location be served by our provider; one that was opened before there was one lacks it. */
export const admitDeliveryProviderStep = createStep(
  "admit-delivery-provider",
  async (companyId: string, { container }) => {
    const company = await container.resolve<CompanyModuleService>(COMPANY_MODULE).retrieveCompany(companyId)
    const { data: locations } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "stock_location",
      fields: ["id", "fulfillment_providers.id"],
      filters: { id: company.stock_location_id! },
    })
    const providers = (locations[0]?.fulfillment_providers ?? []) as Array<{ id: string } | null>
    const has = providers.some((provider) => provider?.id === DELIVERY_PROVIDER.name)
    if (!has) {
      await container.resolve(ContainerRegistrationKeys.LINK).create({
        [Modules.STOCK_LOCATION]: { stock_location_id: company.stock_location_id! },
        [Modules.FULFILLMENT]: { fulfillment_provider_id: DELIVERY_PROVIDER.name },
      })
    }
    // A link too many does no harm, so nothing takes it back.
    return new StepResponse(undefined, undefined)
  }
)
