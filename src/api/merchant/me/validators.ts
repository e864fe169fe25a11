import { z } from "@medusajs/framework/zod"

export const AcceptInvitation = z.strictObject({ token: z.string().min(1).max(2000) })
