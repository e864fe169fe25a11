import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { COMPANY_MODULE } from "../../../modules/company"
import { CompanyErrors } from "../../../modules/company/errors"
import { CompanyTransition, TRANSITIONS } from "../../../modules/company/lib/status"
import CompanyModuleService from "../../../modules/company/service"
import { ensureChannel, ensureKey } from "../../access/door"
import { giveCode, marketChannel } from "../../access/visibility"

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
 * The sales channel that a company's goods go into: the market's own one, where public goods live, or a private company's
 * own, which its own publishable key alone leads to. What a private company needs is found again by the next approval, so
 * nothing of it is undone.
 */
export const chooseChannelStep = createStep(
  "choose-company-channel",
  async (company: { id: string; name: string; is_private: boolean; code: string | null }, { container }) => {
    if (!company.is_private) {
      return new StepResponse(await marketChannel(container), null)
    }
    if (!company.code) {
      await giveCode(container, company.id)
    }
    const channelId = await ensureChannel(container, company)
    await ensureKey(container, company.id)
    return new StepResponse(channelId, null)
  }
)
