import { z } from "@medusajs/framework/zod"

/** What an owner says; the address is kept as every invitation's. */
export const OwnerBody = z.strictObject({ email: z.email().max(200).toLowerCase() })
export type OwnerBody = z.infer<typeof OwnerBody>
