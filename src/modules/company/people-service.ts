import { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { sha256 } from "../../lib/ids"
import { sql } from "../../lib/sql"
import {
  InvitationInput,
  InvitationSecret,
  renewInvitation,
  roleOfInvitation,
  writeSecret,
} from "./lib/invitations"
import {
  changeMember,
  InvitationView,
  MemberBefore,
  MemberChange,
  MemberView,
  selectInvitations,
  selectMembers,
  writeMember,
} from "./lib/members"
import { Permission } from "./lib/permissions"
import { RoleService } from "./role-service"

/** The people of a company: memberships and invitations. */
export class PeopleService extends RoleService {
  /**
   * Changes a member's role or status, under a lock of the company's row, so that two owners who remove each other at
   * once cannot leave the company without one. `removed` ends the membership; an invitation becomes active only by
   * its person.
   * @param input.held permissions of whoever changes it; without them it is the market itself
   * @returns the membership as it was before
   * @throws {MedusaError} 404 for a member or role of another company, COMPANY_LAST_OWNER, COMPANY_MEMBER_INVITED,
   *   COMPANY_ROLE_BEYOND_YOURS
   */
  @InjectTransactionManager()
  async changeMember(
    input: { company_id: string; member_id: string; change: MemberChange; held?: Permission[] | null },
    @MedusaContext() context: Context = {}
  ): Promise<MemberBefore> {
    assertId(input.company_id, "company id")
    assertId(input.member_id, "member id")
    return changeMember(context, input)
  }

  /** Puts a membership back to what `changeMember` returned. */
  @InjectTransactionManager()
  async restoreMember(
    member: Pick<MemberBefore, "id" | "role" | "role_id" | "status">,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    assertId(member.id, "member id")
    await writeMember(context, member)
  }

  /** Living memberships of a company with names and roles; with a member's id that one alone. */
  @InjectManager()
  async peopleOf(
    companyId: string,
    memberId?: string,
    @MedusaContext() context: Context = {}
  ): Promise<MemberView[]> {
    assertId(companyId, "company id")
    return selectMembers(context, companyId, memberId)
  }

  /** Open invitations to an address. */
  @InjectManager()
  async invitationsTo(email: string, @MedusaContext() context: Context = {}): Promise<InvitationView[]> {
    assertId(email, "email")
    return selectInvitations(context, email)
  }

  /**
   * Turns an invited membership into an active one: for whoever holds the secret of the invitation, which went to the
   * inviter alone. An e-mail address is no proof, because nobody has verified it.
   * @returns ids of the memberships that became active; none when the secret fits no open invitation
   */
  @InjectTransactionManager()
  async activateMember(
    input: { user_id: string; email: string; token: string; member_id?: string },
    @MedusaContext() context: Context = {}
  ): Promise<string[]> {
    assertId(input.user_id, "user id")
    assertId(input.email, "email")
    assertId(input.token, "invitation token")
    const rows = await sql<{ id: string }>(
      context,
      `update company_member set status = 'active', user_id = ?, token_sha256 = null, updated_at = now()
        where token_sha256 = ? and email = ? and status = 'invited' and deleted_at is null
          ${input.member_id === undefined ? "" : "and id = ?"} returning id`,
      [
        input.user_id,
        sha256(input.token),
        input.email,
        ...(input.member_id === undefined ? [] : [input.member_id]),
      ]
    )
    return rows.map(({ id }) => id)
  }

  /**
   * Makes an invited membership; the unique index on company and e-mail decides between two at once.
   * @throws {MedusaError} 404 for another company's role; COMPANY_ROLE_BEYOND_YOURS; a unique violation
   */
  @InjectTransactionManager()
  async inviteMember(
    input: InvitationInput & { invited_by: string | null; invite_id: string | null; token: string },
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    assertId(input.company_id, "company id")
    assertId(input.email, "email")
    assertId(input.token, "invitation token")
    const role = await roleOfInvitation(context, input)
    const { company_id, email, invited_by, invite_id } = input
    const facts = { company_id, email, invited_by, invite_id, token_sha256: sha256(input.token) }
    return this.createMembers({ ...facts, ...role }, context)
  }

  /**
   * Gives an open invitation a new secret; the old one dies.
   * @returns digest and invite as they were
   * @throws {MedusaError} 404 for another company's; COMPANY_MEMBER_NOT_INVITED
   */
  @InjectTransactionManager()
  async renewInvitation(
    input: { company_id: string; member_id: string; token: string; invite_id: string | null },
    @MedusaContext() context: Context = {}
  ): Promise<InvitationSecret> {
    assertId(input.company_id, "company id")
    assertId(input.member_id, "member id")
    assertId(input.token, "invitation token")
    return renewInvitation(context, input)
  }

  /** Puts an invitation's digest and invite back to what `renewInvitation` returned. */
  @InjectTransactionManager()
  async restoreInvitation(
    memberId: string,
    secret: InvitationSecret,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    assertId(memberId, "member id")
    await writeSecret(context, memberId, secret)
  }
}
