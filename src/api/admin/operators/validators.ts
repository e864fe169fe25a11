import { z } from "@medusajs/framework/zod"

export const GrantOperator = z.strictObject({ email: z.email().max(200).toLowerCase() })

export type GrantOperatorBody = z.infer<typeof GrantOperator>
