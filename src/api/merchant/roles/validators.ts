import { z } from "@medusajs/framework/zod"

const name = z.string().trim().min(2).max(60)
// Names that are no permissions are refused by the rule itself, which has a code for it.
const permissions = z.array(z.string().max(60)).min(1).max(100)

export const CreateRole = z.strictObject({ name, permissions })

export const UpdateRole = z
  .strictObject({ name: name.optional(), permissions: permissions.optional() })
  .refine((body) => body.name !== undefined || body.permissions !== undefined, "send a name or permissions")

export type CreateRoleBody = z.infer<typeof CreateRole>
export type UpdateRoleBody = z.infer<typeof UpdateRole>
