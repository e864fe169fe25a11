import { permissionsOf, ROLES } from "../../../modules/company/lib/permissions"
import { RoleRow } from "../../../modules/company/lib/role-rows"
import { ALL_PERMISSIONS, BUILT_IN_ONLY, customPermissions } from "../../../modules/company/lib/roles"

type Roles = { roles: RoleRow[]; built_in: Map<string, number> }

/** The built-in roles first, then the company's own, each with what it gives and how many people have it. */
export function presentRoles({ roles, built_in }: Roles) {
  return [
    ...ROLES.map((role) => ({
      id: role as string,
      is_custom: false,
      name: role as string,
      permissions: permissionsOf(role),
      members_count: built_in.get(role) ?? 0,
    })),
    ...roles.map((role) => ({
      ...role,
      is_custom: true,
      permissions: customPermissions(role.permissions),
    })),
  ]
}

/** The whole table of permissions, and which of them a company may put into a role of its own. */
export function presentPermissions() {
  return ALL_PERMISSIONS.map((name) => ({ name, is_custom_allowed: !BUILT_IN_ONLY.includes(name) }))
}
