import { z } from "@medusajs/framework/zod"
import { ROLES } from "../../../modules/company/lib/permissions"
import { RoleChoice } from "../../../modules/company/lib/roles"

const choice = { role: z.enum(ROLES).optional(), role_id: z.string().min(1).max(100).optional() }

export const InviteMember = z
  .strictObject({ email: z.email().max(200).toLowerCase(), ...choice })
  .refine(({ role, role_id }) => !role !== !role_id, "send a role or a role_id")

export const ChangeMember = z
  .strictObject({ ...choice, status: z.enum(["active", "suspended"]).optional() })
  .refine(({ role, role_id, status }) => role || role_id || status, "send a role, a role_id or a status")
  .refine(({ role, role_id }) => !(role && role_id), "send a role or a role_id, not both")

export type InviteMemberBody = z.infer<typeof InviteMember>
export type ChangeMemberBody = z.infer<typeof ChangeMember>

/** The chosen role of a checked body. */
export function choiceOf({ role, role_id }: Pick<InviteMemberBody, "role" | "role_id">): RoleChoice {
  return role_id === undefined ? { role: role! } : { role_id }
}
