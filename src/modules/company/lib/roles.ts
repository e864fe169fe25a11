import { CompanyErrors } from "../errors"
import { Permission, PERMISSIONS, permissionsOf, Role } from "./permissions"

/** Roles of its own that a company may have; a list that nobody can read keeps nobody safe. */
export const ROLES_MAX = 50

/**
 * Permissions that only a built-in role gives: whoever hands out roles could hand themselves the rest, so this stays
 * with the owner.
 */
export const BUILT_IN_ONLY: readonly Permission[] = ["member:write"]

/** Every permission, in the order of the table. */
export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[]

/** A membership's role: a built-in one, or one of the company's own. */
export type RoleChoice = { role: Role; role_id?: undefined } | { role_id: string; role?: undefined }

/** Names that are permissions, in the order of the table; what a later version no longer knows gives nothing. */
export function knownPermissions(names: readonly string[]): Permission[] {
  return ALL_PERMISSIONS.filter((permission) => names.includes(permission))
}

/**
 * What a role of the company's own gives. Names of the database are believed no further than the rules of today: one
 * that only built-in roles give is left out, however it came there.
 */
export function customPermissions(names: readonly string[]): Permission[] {
  return knownPermissions(names).filter((permission) => !BUILT_IN_ONLY.includes(permission))
}

/** What a membership may do: exactly what its own role says, or its built-in one when it has none. */
export function permissionsOfMember(member: {
  role: Role | null
  role_id: string | null
  role_permissions: readonly string[] | null
}): Permission[] {
  if (member.role_id !== null) {
    return customPermissions(member.role_permissions ?? [])
  }
  return member.role === null ? [] : permissionsOf(member.role)
}

/**
 * The permissions that somebody may put into a role.
 * @param held what the maker of the role may do
 * @returns them in the order of the table, each once
 * @throws {MedusaError} COMPANY_ROLE_UNKNOWN_PERMISSION, COMPANY_ROLE_FORBIDDEN_PERMISSION, COMPANY_ROLE_BEYOND_YOURS
 */
export function checkedPermissions(wanted: readonly string[], held: readonly Permission[]): Permission[] {
  const unknown = wanted.find((name) => !(ALL_PERMISSIONS as string[]).includes(name))
  if (unknown !== undefined) {
    throw CompanyErrors.permissionUnknown(unknown)
  }
  const permissions = knownPermissions(wanted)
  const forbidden = permissions.find((permission) => BUILT_IN_ONLY.includes(permission))
  if (forbidden) {
    throw CompanyErrors.permissionBuiltIn(forbidden)
  }
  refuseBeyond(permissions, held)
  return permissions
}

/**
 * Nobody gives what they don't hold.
 * @throws {MedusaError} COMPANY_ROLE_BEYOND_YOURS
 */
export function refuseBeyond(given: readonly Permission[], held: readonly Permission[]): void {
  const beyond = given.find((permission) => !held.includes(permission))
  if (beyond) {
    throw CompanyErrors.permissionBeyond(beyond)
  }
}
