import { z } from "@medusajs/framework/zod"
import { ROLES } from "../../../modules/company/lib/permissions"

export const InviteMember = z.strictObject({
  email: z.email().max(200).toLowerCase(),
  role: z.enum(ROLES),
})

export const ChangeMember = z
  .strictObject({ role: z.enum(ROLES).optional(), status: z.enum(["active", "suspended"]).optional() })
  .refine(({ role, status }) => role || status, "send a role or a status")

export type InviteMemberBody = z.infer<typeof InviteMember>
export type ChangeMemberBody = z.infer<typeof ChangeMember>
