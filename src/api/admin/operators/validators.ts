import { z } from "@medusajs/framework/zod"

/** By id: an e-mail address may belong to an account that somebody else opened. */
export const GrantOperator = z.strictObject({ user_id: z.string().min(1).max(100) })

export type GrantOperatorBody = z.infer<typeof GrantOperator>
