import { deleteInvitesStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import { Permission } from "../../../modules/company/lib/permissions"
import CompanyModuleService, { MemberChange } from "../../../modules/company/service"

type Input = {
  company_id: string
  member_id: string
  change: MemberChange
  /** Permissions of whoever changes it, who cannot give more; null for the market itself. */
  held: Permission[] | null
}

const changeMemberStep = createStep(
  "change-member",
  async (input: Input, { container }) => {
    const before = await container.resolve<CompanyModuleService>(COMPANY_MODULE).changeMember(input)
    return new StepResponse(before, before)
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).restoreMember(before)
    }
  }
)

/**
 * Changes a member's role or status; `removed` ends the membership, and an open invitation is withdrawn with it. The last
 * owner stays. Access changes with the person's next request.
 */
export const changeMemberWorkflow = createWorkflow("change-member-workflow", (input: WorkflowData<Input>) => {
  const before = changeMemberStep(input)
  const withdrawn = transform({ input, before }, ({ input, before }) =>
    input.change.status === "removed" && before.status === "invited" ? before.invite_id : null
  )
  when("withdraw-invite", { withdrawn }, ({ withdrawn }) => !!withdrawn).then(() => {
    deleteInvitesStep(transform({ withdrawn }, ({ withdrawn }) => [withdrawn!]))
  })
  return new WorkflowResponse(before)
})
