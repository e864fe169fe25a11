import { Context } from "@medusajs/framework/types"
import { notFound } from "../../../lib/errors"
import { sql } from "../../../lib/sql"
import { CompanyErrors } from "../errors"
import { Permission, permissionsOf, Role } from "./permissions"
import { customPermissions, refuseBeyond, RoleChoice, ROLES_MAX } from "./roles"

export type RoleRow = {
  id: string
  name: string
  permissions: string[]
  members_count: number
  created_at: Date
}

/** A role as a membership's row keeps it. With one of the company's own, the built-in name is only what the column asks. */
export type StoredRole = { role: Role; role_id: string | null }

/** Everybody who changes people or roles of a company waits here: what they looked at is still so when they write. */
export async function lockCompany(context: Context, companyId: string): Promise<void> {
  await sql(context, `select id from company where id = ? for update`, [companyId])
}

/** The company's own roles by name, each with the number of people who have it or are invited to it. */
export async function selectRoles(context: Context, companyId: string): Promise<RoleRow[]> {
  return sql<RoleRow>(
    context,
    `select r.id, r.name, r.permissions, r.created_at, count(m.id)::int as members_count
       from company_role r left join company_member m
         on m.role_id = r.id and m.company_id = r.company_id and m.status <> 'removed' and m.deleted_at is null
      where r.company_id = ? and r.deleted_at is null group by r.id order by lower(r.name), r.id`,
    [companyId]
  )
}

/** Living memberships of a company by built-in role. */
export async function countBuiltIn(context: Context, companyId: string): Promise<Map<string, number>> {
  const rows = await sql<{ role: string; count: number }>(
    context,
    `select role, count(*)::int as count from company_member
      where company_id = ? and role_id is null and status <> 'removed' and deleted_at is null group by role`,
    [companyId]
  )
  return new Map(rows.map(({ role, count }) => [role, count]))
}

/**
 * One of the company's own roles.
 * @throws {MedusaError} 404, also for another company's
 */
export async function findRole(
  context: Context,
  companyId: string,
  roleId: string
): Promise<{ id: string; name: string; permissions: string[] }> {
  const [role] = await sql<{ id: string; name: string; permissions: string[] }>(
    context,
    `select id, name, permissions from company_role where id = ? and company_id = ? and deleted_at is null`,
    [roleId, companyId]
  )
  if (!role) {
    throw notFound("Role", roleId)
  }
  return role
}

/**
 * How a chosen role is kept, for somebody who may give it.
 * @param held permissions of whoever gives the role; null for the market itself
 * @throws {MedusaError} 404 for another company's role; COMPANY_ROLE_BEYOND_YOURS
 */
export async function storedRole(
  context: Context,
  companyId: string,
  choice: RoleChoice,
  held: readonly Permission[] | null
): Promise<StoredRole> {
  const given =
    choice.role_id === undefined
      ? permissionsOf(choice.role)
      : customPermissions((await findRole(context, companyId, choice.role_id)).permissions)
  if (held) {
    refuseBeyond(given, held)
  }
  return choice.role_id === undefined
    ? { role: choice.role, role_id: null }
    : { role: "marketer", role_id: choice.role_id }
}

/**
 * Refuses a name that another role of the company has, and one role too many.
 * @throws {MedusaError} COMPANY_ROLE_NAME_TAKEN, COMPANY_ROLES_FULL
 */
export async function refuseRoleClash(
  context: Context,
  companyId: string,
  role: { id: string | null; name?: string }
): Promise<void> {
  const others = (await selectRoles(context, companyId)).filter(({ id }) => id !== role.id)
  if (role.name !== undefined && others.some(({ name }) => name.toLowerCase() === role.name!.toLowerCase())) {
    throw CompanyErrors.roleNameTaken(role.name)
  }
  if (role.id === null && others.length >= ROLES_MAX) {
    throw CompanyErrors.rolesFull(ROLES_MAX)
  }
}
