import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { CompanyEvents } from "../../../modules/company/events"
import { inviteMemberWorkflow } from "../../member/workflows/invite-member"
import { createCompanyStep, CreateCompanyInput } from "../steps/create-company"

type Input = { company: CreateCompanyInput; owner_email?: string; invited_by?: string | null }

/**
 * An operator opens a company; it waits as `pending` for approval. With `owner_email` its owner is invited too, and
 * `owner_invite` holds what the invitation needs. Emits `company.created`.
 */
export const createCompanyWorkflow = createWorkflow(
  "create-company-workflow",
  (input: WorkflowData<Input>) => {
    const company = createCompanyStep(input.company)
    const owner_invite = when("owner-given", input, ({ owner_email }) => !!owner_email).then(() =>
      inviteMemberWorkflow.runAsStep({
        input: transform({ input, company }, ({ input, company }) => ({
          company_id: company.id,
          email: input.owner_email!,
          choice: { role: "owner" as const },
          held: null,
          invited_by: input.invited_by ?? null,
        })),
      })
    )
    emitEventStep({ eventName: CompanyEvents.CREATED, data: { id: company.id } })
    return new WorkflowResponse({ company, owner_invite })
  }
)
