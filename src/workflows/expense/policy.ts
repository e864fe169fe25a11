import { MedusaContainer } from "@medusajs/framework/types"
import { COMPANY_MODULE } from "../../modules/company"
import { permissionsOf, ROLES } from "../../modules/company/lib/permissions"
import CompanyModuleService from "../../modules/company/service"
import { ExpenseErrors } from "../../modules/expense/errors"
import { limitOf } from "../../modules/expense/lib/approval"
import { expensesOf } from "./announce"

/** Roles whose people write or decide expenses: for the others a limit says nothing. */
async function rolesOf(container: MedusaContainer, companyId: string) {
  const { roles } = await container.resolve<CompanyModuleService>(COMPANY_MODULE).rolesOf(companyId)
  const builtIn = ROLES.map((role) => ({
    role: role as string,
    name: role as string,
    permissions: permissionsOf(role),
  }))
  const own = roles.map(({ id, name, permissions }) => ({ role: id, name, permissions }))
  return [...builtIn, ...own].filter(({ permissions }) =>
    (permissions as string[]).some((one) => one === "expense:write" || one === "expense:approve")
  )
}

/** What a company has settled about approval, with the limit of each role; null: none. */
export async function readPolicy(container: MedusaContainer, companyId: string) {
  const policy = await expensesOf(container).policyOf(companyId)
  const roles = await rolesOf(container, companyId)
  const asked = { ...policy, requires_approval: true }
  return {
    ...policy,
    roles: roles.map(({ role, name }) => ({ role, name, limit: limitOf(asked, role) })),
  }
}

/**
 * Changes it; `limits` replaces all of them, null takes one away.
 * @throws {MedusaError} EXPENSE_ROLE_UNKNOWN
 */
export async function changePolicy(
  container: MedusaContainer,
  companyId: string,
  change: { requires_approval?: boolean; limits?: Record<string, number | null> }
): Promise<void> {
  const roles = new Set((await rolesOf(container, companyId)).map(({ role }) => role))
  const unknown = Object.keys(change.limits ?? {}).find((role) => !roles.has(role))
  if (unknown !== undefined) {
    throw ExpenseErrors.roleUnknown(unknown)
  }
  const limits =
    change.limits &&
    (Object.fromEntries(Object.entries(change.limits).filter(([, limit]) => limit !== null)) as Record<
      string,
      number
    >)
  await expensesOf(container).changePolicy({
    company_id: companyId,
    requires_approval: change.requires_approval,
    limits,
  })
}
