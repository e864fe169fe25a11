import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { CompanyEvents } from "../../../modules/company/events"
import { changeCompanyStatusStep } from "../steps/change-company-status"
import { chooseChannelStep, loadCompanyStep } from "../steps/load-company"
import { updateCompanyStep } from "../steps/update-company"
import { provisionCompanyWorkflow } from "./provision-company"

type Input = { company_id: string }

/**
 * An operator lets a pending company sell: it gets a stock location, a shipping profile and delivery options, and
 * becomes active. The status changes last, so a crash in between leaves a pending company that can be approved again.
 * Emits `company.approved`.
 */
export const approveCompanyWorkflow = createWorkflow("approve-company", (input: WorkflowData<Input>) => {
  const key = transform(input, ({ company_id }) => `company:${company_id}`)
  acquireLockStep({ key, timeout: 30, ttl: 120 })
  const company = loadCompanyStep({ company_id: input.company_id, transition: "approve" })
  const channelId = chooseChannelStep(company)
  const rooms = provisionCompanyWorkflow.runAsStep({
    input: transform({ company, channelId }, ({ company, channelId }) => ({
      company_id: company.id,
      name: company.name,
      address: company.address,
      sales_channel_id: channelId,
    })),
  })
  updateCompanyStep(
    transform({ input, rooms }, ({ input, rooms }) => ({ id: input.company_id, update: rooms }))
  )
  changeCompanyStatusStep({ company_id: input.company_id, transition: "approve" })
  emitEventStep({ eventName: CompanyEvents.APPROVED, data: { id: input.company_id } })
  releaseLockStep({ key })
  return new WorkflowResponse({ id: input.company_id })
})
