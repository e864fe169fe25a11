import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { CompanyEvents } from "../../../modules/company/events"
import { changeCompanyStatusStep } from "../steps/change-company-status"
import { forgetPagesStep } from "../steps/forget-pages"
import { loadCompanyStep } from "../steps/load-company"
import { setChannelPresenceStep } from "../steps/set-channel-presence"

type Input = {
  company_id: string
  transition: "suspend" | "reinstate" | "archive"
  reason?: string | null
}

const EVENT = {
  suspend: CompanyEvents.SUSPENDED,
  reinstate: CompanyEvents.REINSTATED,
  archive: CompanyEvents.ARCHIVED,
}

/**
 * An operator stops a company's selling or lets it go on. The status is what checkout asks, so goods of a suspended
 * company cannot be bought from the moment it is written; taking its stock location and goods out of the sales channel
 * follows for carts and lists. Orders, members and money facts are untouched.
 * Emits `company.suspended`, `company.reinstated` or `company.archived`.
 */
export const setCompanySellingWorkflow = createWorkflow(
  "set-company-selling",
  (input: WorkflowData<Input>) => {
    const key = transform(input, ({ company_id }) => `company:${company_id}`)
    acquireLockStep({ key, timeout: 30, ttl: 120 })
    const company = loadCompanyStep({ company_id: input.company_id, transition: input.transition })
    changeCompanyStatusStep(input)
    when("was-approved", company, (company) => !!company.stock_location_id).then(() => {
      setChannelPresenceStep(
        transform({ company, input }, ({ company, input }) => ({
          company_id: company.id,
          stock_location_id: company.stock_location_id!,
          sales_channel_id: company.sales_channel_id!,
          is_present: input.transition === "reinstate",
        }))
      )
    })
    forgetPagesStep()
    emitEventStep({
      eventName: transform(input, ({ transition }) => EVENT[transition]),
      data: { id: input.company_id },
    })
    releaseLockStep({ key })
    return new WorkflowResponse({ id: input.company_id })
  }
)
