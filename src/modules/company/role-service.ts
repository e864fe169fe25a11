import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { sql } from "../../lib/sql"
import { CompanyErrors } from "./errors"
import { Permission } from "./lib/permissions"
import { countBuiltIn, findRole, lockCompany, refuseRoleClash, RoleRow, selectRoles } from "./lib/role-rows"
import { checkedPermissions } from "./lib/roles"
import { CompanyAccess } from "./models/access"
import { Company } from "./models/company"
import { CompanyDoor } from "./models/door"
import { Member } from "./models/member"
import { Operator } from "./models/operator"
import { OwnerLink } from "./models/owner-link"
import { CompanyRole } from "./models/role"

/** Roles of a company's own. Every write waits for the company's row, as every change of its people does. */
export class RoleService extends MedusaService({
  Company,
  Member,
  Operator,
  CompanyRole,
  CompanyAccess,
  CompanyDoor,
  OwnerLink,
}) {
  /** The company's own roles, and how many people have each built-in one: two statements. */
  @InjectManager()
  async rolesOf(
    companyId: string,
    @MedusaContext() context: Context = {}
  ): Promise<{ roles: RoleRow[]; built_in: Map<string, number> }> {
    assertId(companyId, "company id")
    return {
      roles: await selectRoles(context, companyId),
      built_in: await countBuiltIn(context, companyId),
    }
  }

  /**
   * Makes a role.
   * @param input.held what its maker may do: a role never gives more
   * @throws {MedusaError} the codes of `checkedPermissions`; COMPANY_ROLE_NAME_TAKEN, COMPANY_ROLES_FULL
   */
  @InjectTransactionManager()
  async makeRole(
    input: { company_id: string; name: string; permissions: string[]; held: Permission[] },
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    assertId(input.company_id, "company id")
    const permissions = checkedPermissions(input.permissions, input.held)
    await lockCompany(context, input.company_id)
    await refuseRoleClash(context, input.company_id, { id: null, name: input.name })
    const { company_id, name } = input
    return this.createCompanyRoles({ company_id, name, permissions }, context)
  }

  /**
   * Changes a role; whoever has it has the new permissions with their next request.
   * @throws {MedusaError} 404 for another company's; the codes of `makeRole`
   */
  @InjectTransactionManager()
  async changeRole(
    input: { company_id: string; role_id: string; name?: string; permissions?: string[]; held: Permission[] },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    assertId(input.company_id, "company id")
    assertId(input.role_id, "role id")
    const permissions = input.permissions && checkedPermissions(input.permissions, input.held)
    await lockCompany(context, input.company_id)
    const before = await findRole(context, input.company_id, input.role_id)
    await refuseRoleClash(context, input.company_id, { id: before.id, name: input.name })
    await this.updateCompanyRoles(
      {
        id: before.id,
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(permissions ? { permissions } : {}),
      },
      context
    )
  }

  /**
   * Deletes a role that nobody has and nobody is invited to.
   * @throws {MedusaError} 404 for another company's; COMPANY_ROLE_IN_USE
   */
  @InjectTransactionManager()
  async removeRole(
    input: { company_id: string; role_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    assertId(input.company_id, "company id")
    assertId(input.role_id, "role id")
    await lockCompany(context, input.company_id)
    const { id } = await findRole(context, input.company_id, input.role_id)
    const [{ count }] = await sql<{ count: number }>(
      context,
      `select count(*)::int as count from company_member
        where role_id = ? and status <> 'removed' and deleted_at is null`,
      [id]
    )
    if (count > 0) {
      throw CompanyErrors.roleInUse(count)
    }
    await this.softDeleteCompanyRoles(id, {}, context)
  }
}
