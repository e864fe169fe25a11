import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { notFound } from "../../../lib/errors"
import { COMPANY_MODULE } from "../../../modules/company"
import { CompanyErrors } from "../../../modules/company/errors"
import { InvitationSecret } from "../../../modules/company/lib/invitations"
import CompanyModuleService from "../../../modules/company/service"

/**
 * The invitation to renew, whether its person needs an invite of Medusa's own, and which of those give way: the one of
 * this invitation, and one that ran out. Another company's open one stays, and opens the account then.
 * @throws {MedusaError} 404 for another company's; COMPANY_MEMBER_NOT_INVITED
 */
export const findInvitationStep = createStep(
  "find-invitation",
  async (input: { company_id: string; member_id: string }, { container }) => {
    const [member] = await container
      .resolve<CompanyModuleService>(COMPANY_MODULE)
      .listMembers(
        { id: input.member_id, company_id: input.company_id, status: { $ne: "removed" } },
        { select: ["id", "email", "status", "invite_id"], take: 1 }
      )
    if (!member) {
      throw notFound("Member", input.member_id)
    }
    if (member.status !== "invited") {
      throw CompanyErrors.notInvited()
    }
    const people = container.resolve(Modules.USER)
    const [user] = await people.listUsers({ email: member.email }, { select: ["id"], take: 1 })
    const [invite] = await people.listInvites(
      { email: member.email },
      { select: ["id", "expires_at"], take: 1 }
    )
    const givesWay = !!invite && (invite.id === member.invite_id || new Date(invite.expires_at) <= new Date())
    return new StepResponse({
      email: member.email,
      needs_invite: !user && (!invite || givesWay),
      old_invite_ids: givesWay ? [invite.id] : [],
    })
  }
)

/** Writes the new secret of an invitation; the old one opens nothing from then on. */
export const renewSecretStep = createStep(
  "renew-secret",
  async (
    input: { company_id: string; member_id: string; token: string; invite_id: string | null },
    { container }
  ) => {
    const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const before = await companies.renewInvitation(input)
    const [member] = await companies.peopleOf(input.company_id, input.member_id)
    return new StepResponse(member, { id: input.member_id, before })
  },
  async (undo: { id: string; before: InvitationSecret } | undefined, { container }) => {
    if (undo) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).restoreInvitation(undo.id, undo.before)
    }
  }
)
