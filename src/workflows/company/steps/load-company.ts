import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { COMPANY_MODULE } from "../../../modules/company"
import { CompanyErrors } from "../../../modules/company/errors"
import { CompanyTransition, TRANSITIONS } from "../../../modules/company/lib/status"
import CompanyModuleService from "../../../modules/company/service"

/** The company, refused early when its status does not allow the coming transition. 404 when it is unknown. */
export const loadCompanyStep = createStep(
  "load-company",
  async (input: { company_id: string; transition?: CompanyTransition }, { container }) => {
    assertId(input.company_id, "company id")
    const company = await container
      .resolve<CompanyModuleService>(COMPANY_MODULE)
      .retrieveCompany(input.company_id)
    if (input.transition && !TRANSITIONS[input.transition].from.includes(company.status)) {
      throw CompanyErrors.wrongTransition(input.transition, company.status)
    }
    return new StepResponse(company)
  }
)

/**
 * The sales channel that a company's goods go into: the market's own one, where public goods live, or a new one for a private
 * company alone. That one belongs to no publishable key, so no shopper's list or cart sees its goods, whichever route is
 * asked; the keys of those who may enter come with the private shops.
 */
export const chooseChannelStep = createStep(
  "choose-company-channel",
  async (company: { id: string; name: string; is_private: boolean }, { container }) => {
    if (company.is_private) {
      const facts = {
        name: `${company.name} (${company.id})`,
        description: "Goods of a private company",
        metadata: { bozor: "private", company_id: company.id },
      }
      const [channel] = await container.resolve(Modules.SALES_CHANNEL).createSalesChannels([facts as never])
      return new StepResponse<string, string | null>(channel.id, channel.id)
    }
    const { data: stores } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "store",
      fields: ["default_sales_channel_id"],
      pagination: { take: 1, skip: 0 },
    })
    const id = stores[0]?.default_sales_channel_id
    assertId(id, "default sales channel of the store")
    return new StepResponse<string, string | null>(id, null)
  },
  async (made, { container }) => {
    if (made) {
      await container.resolve(Modules.SALES_CHANNEL).deleteSalesChannels(made)
    }
  }
)
