import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
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

/** The market's own sales channel: the store's default one, where public goods live. */
export const loadMarketChannelStep = createStep(
  "load-market-channel",
  async (_: Record<string, never>, { container }) => {
    const { data: stores } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "store",
      fields: ["default_sales_channel_id"],
      pagination: { take: 1, skip: 0 },
    })
    const id = stores[0]?.default_sales_channel_id
    assertId(id, "default sales channel of the store")
    return new StepResponse(id)
  }
)
