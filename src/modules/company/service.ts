import { Context, InferTypeOf } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { closeRedis } from "../../lib/redis"
import { sql } from "../../lib/sql"
import { AccessService } from "./access-service"
import { CompanyErrors } from "./errors"
import { MemberBefore, MemberChange } from "./lib/members"
import { selectStanding, Standing } from "./lib/standing"
import { CompanyStatus, CompanyTransition, TRANSITIONS } from "./lib/status"
import { Company } from "./models/company"
import { Member } from "./models/member"

export type CompanyDTO = InferTypeOf<typeof Company>
export type MemberDTO = InferTypeOf<typeof Member>

export type { MemberBefore, MemberChange, Standing }

class CompanyModuleService extends AccessService {
  /** Limits on trying to join are kept in Redis where there is one. */
  __hooks = { onApplicationShutdown: () => closeRedis() }

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
}

export default CompanyModuleService
