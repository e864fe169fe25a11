import type { Permission, Role } from "../../../../modules/company/lib/permissions"

export type Member = {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
  role: Role | null
  role_id: string | null
  role_name: string | null
  status: "invited" | "active" | "suspended"
  user_id: string | null
  created_at: string
}

/** A role; a built-in one has its own name for an id. */
export type RoleRow = {
  id: string
  is_custom: boolean
  name: string
  permissions: Permission[]
  members_count: number
}

export type Roles = {
  roles: RoleRow[]
  permissions: Array<{ name: Permission; is_custom_allowed: boolean }>
}

/** What the inviter is told, once. */
export type Invitation = {
  member: { id: string; email: string }
  invite_token: string
  invite_url: string
  opens_account: boolean
}

/** A person's name, or their address while they have none. */
export function nameOf({ first_name, last_name, email }: Pick<Member, "first_name" | "last_name" | "email">) {
  return [first_name, last_name].filter(Boolean).join(" ") || email
}

/** What a chosen role is sent as. */
export function choiceOf(role: RoleRow | undefined): { role?: string; role_id?: string } {
  return role?.is_custom ? { role_id: role.id } : { role: role?.id }
}
