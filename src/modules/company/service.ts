import { Context, InferTypeOf } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { sha256 } from "../../lib/ids"
import { sql } from "../../lib/sql"
import { CompanyErrors } from "./errors"
import { Role } from "./lib/permissions"
import { selectStanding, Standing } from "./lib/standing"
import { CompanyStatus, CompanyTransition, TRANSITIONS } from "./lib/status"
import { Company } from "./models/company"
import { Member } from "./models/member"
import { Operator } from "./models/operator"

export type CompanyDTO = InferTypeOf<typeof Company>
export type MemberDTO = InferTypeOf<typeof Member>

export type MemberBefore = Pick<MemberDTO, "id" | "role" | "status" | "user_id" | "invite_id">
export type MemberChange = { role?: Role; status?: "active" | "suspended" | "removed" }

export type { Standing }

class CompanyModuleService extends MedusaService({ Company, Member, Operator }) {
  /**
   * Operator grant and active memberships of a user. Asked on every request, never cached: a person who is removed
   * loses access on the next call, whatever token they hold. So does one whose account is deleted, because Medusa's
   * tokens outlive it; that is why the statement starts from Medusa's own table of users.
   */
  @InjectManager()
  async standingOf(userId: string, @MedusaContext() context: Context = {}): Promise<Standing> {
    assertId(userId, "user id")
    return selectStanding(context, userId)
  }

  /**
   * Moves a company along the table of allowed transitions, as one compare-and-set.
   * @returns the company's new status
   * @throws {MedusaError} 404 for an unknown company, COMPANY_STATUS_FORBIDS for a move that the table lacks
   */
  @InjectTransactionManager()
  async transition(
    companyId: string,
    transition: CompanyTransition,
    reason: string | null,
    @MedusaContext() context: Context = {}
  ): Promise<{ from: CompanyStatus; to: CompanyStatus }> {
    assertId(companyId, "company id")
    const { from, to } = TRANSITIONS[transition]
    const [company] = await sql<{ status: CompanyStatus }>(
      context,
      `select status from company where id = ? and deleted_at is null for update`,
      [companyId]
    )
    if (!company) {
      throw notFound("Company", companyId)
    }
    if (!from.includes(company.status)) {
      throw CompanyErrors.wrongTransition(transition, company.status)
    }
    await sql(
      context,
      `update company set status = ?, status_reason = ?, updated_at = now(),
              approved_at = case when ? = 'approve' then now() else approved_at end
        where id = ?`,
      [to, reason, transition, companyId]
    )
    return { from: company.status, to }
  }

  /** Puts a status back after a later step of the same workflow failed; nobody else calls it. */
  @InjectTransactionManager()
  async revertStatus(
    companyId: string,
    status: CompanyStatus,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    assertId(companyId, "company id")
    await sql(context, `update company set status = ?, updated_at = now() where id = ?`, [status, companyId])
  }

  /**
   * Changes a member's role or status, under a lock of the company's row, so that two owners who remove each other at
   * once cannot leave the company without one. `removed` ends the membership; an invitation becomes active only by
   * its person.
   * @returns the membership as it was before
   * @throws {MedusaError} 404 for a member of another company, COMPANY_LAST_OWNER, COMPANY_MEMBER_INVITED
   */
  @InjectTransactionManager()
  async changeMember(
    input: { company_id: string; member_id: string; change: MemberChange },
    @MedusaContext() context: Context = {}
  ): Promise<MemberBefore> {
    assertId(input.company_id, "company id")
    assertId(input.member_id, "member id")
    await sql(context, `select id from company where id = ? for update`, [input.company_id])
    const members = await sql<MemberBefore>(
      context,
      `select id, role, status, user_id, invite_id from company_member
        where company_id = ? and status <> 'removed' and deleted_at is null`,
      [input.company_id]
    )
    const member = members.find(({ id }) => id === input.member_id)
    if (!member) {
      throw notFound("Member", input.member_id)
    }
    const { role = member.role, status = member.status } = input.change
    if (member.status === "invited" && (status === "active" || status === "suspended")) {
      throw CompanyErrors.stillInvited()
    }
    const isOwner = (row: { role: string; status: string }) => row.role === "owner" && row.status === "active"
    const hasOtherOwner = members.some((row) => row.id !== member.id && isOwner(row))
    if (isOwner(member) && !isOwner({ role, status }) && !hasOtherOwner) {
      throw CompanyErrors.lastOwner()
    }
    await sql(context, `update company_member set role = ?, status = ?, updated_at = now() where id = ?`, [
      role,
      status,
      member.id,
    ])
    return member
  }

  /** Puts a membership back to what `changeMember` returned. */
  @InjectTransactionManager()
  async restoreMember(
    member: Pick<MemberBefore, "id" | "role" | "status">,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    assertId(member.id, "member id")
    await sql(context, `update company_member set role = ?, status = ?, updated_at = now() where id = ?`, [
      member.role,
      member.status,
      member.id,
    ])
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
}

export default CompanyModuleService
