import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { secretToken } from "../../../lib/ids"
import { isUniqueViolation } from "../../../lib/sql"
import { COMPANY_MODULE } from "../../../modules/company"
import { CompanyErrors } from "../../../modules/company/errors"
import { Permission } from "../../../modules/company/lib/permissions"
import { RoleChoice } from "../../../modules/company/lib/roles"
import CompanyModuleService from "../../../modules/company/service"

/**
 * Refuses a person who is in the company already or invited to it, before an invite is made.
 * @throws {MedusaError} COMPANY_MEMBER_EXISTS
 */
export const refuseMemberStep = createStep(
  "refuse-member",
  async (input: { company_id: string; email: string }, { container }) => {
    assertId(input.company_id, "company id")
    assertId(input.email, "email")
    const [existing] = await container
      .resolve<CompanyModuleService>(COMPANY_MODULE)
      .listMembers(
        { company_id: input.company_id, email: input.email, status: { $ne: "removed" } },
        { select: ["id"], take: 1 }
      )
    if (existing) {
      throw CompanyErrors.alreadyMember(input.email)
    }
    return new StepResponse(undefined)
  }
)

/**
 * Whether a person needs an invite. Somebody with an account accepts by signing in. Medusa keeps one invite per address
 * in the whole market, so somebody whose invite (another company's, the operator's) is still open makes the account
 * with that one and finds this invitation under `GET /merchant/me`. One that ran out gives way to a new one.
 */
export const findPersonStep = createStep("find-person", async (email: string, { container }) => {
  assertId(email, "email")
  const people = container.resolve(Modules.USER)
  const [user] = await people.listUsers({ email }, { select: ["id"], take: 1 })
  const [invite] = await people.listInvites({ email }, { select: ["id", "expires_at"], take: 1 })
  const isOpen = !!invite && new Date(invite.expires_at) > new Date()
  return new StepResponse({
    needs_invite: !user && !isOpen,
    expired_invite_ids: invite && !isOpen ? [invite.id] : [],
  })
})

/** A secret for an invitation that Medusa makes none for; a step, so that it is drawn once. */
export const drawSecretStep = createStep(
  "draw-secret",
  async () => new StepResponse({ secret: secretToken() })
)

type Input = {
  company_id: string
  email: string
  choice: RoleChoice
  held: Permission[] | null
  invited_by: string | null
  invite_id: string | null
  token: string
}

/**
 * Makes the invited membership; the unique index on company and e-mail decides between two at once.
 * @throws {MedusaError} COMPANY_MEMBER_EXISTS, 404 for another company's role, COMPANY_ROLE_BEYOND_YOURS
 */
export const createMemberStep = createStep(
  "create-member",
  async (input: Input, { container }) => {
    const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const { id } = await companies.inviteMember(input).catch((error: unknown) => {
      throw isUniqueViolation(error) ? CompanyErrors.alreadyMember(input.email) : error
    })
    const [member] = await companies.peopleOf(input.company_id, id)
    return new StepResponse(member, id)
  },
  async (memberId, { container }) => {
    if (memberId) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteMembers(memberId)
    }
  }
)
