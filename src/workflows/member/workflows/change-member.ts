import { deleteInvitesStep } from "@medusajs/medusa/core-flows"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import { Role } from "../../../modules/company/lib/permissions"
import CompanyModuleService from "../../../modules/company/service"

type Input = { company_id: string; member_id: string; role: Role | null }

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
 * Changes a member's role, or with `role: null` ends the membership (an open invitation is withdrawn with it). The
 * last owner stays. Access changes with the person's next request.
 */
export const changeMemberWorkflow = createWorkflow("change-member-workflow", (input: WorkflowData<Input>) => {
  const before = changeMemberStep(input)
  when("withdraw-invite", { input, before }, ({ input, before }) => !input.role && !!before.invite_id && before.status === "invited").then(
    () => {
      deleteInvitesStep(transform(before, ({ invite_id }) => [invite_id!]))
    }
  )
  return new WorkflowResponse(before)
})
