import { z } from "@medusajs/framework/zod"

export const OwnerBody = z
  .object({
    email: z
      .email()
      .max(200)
      .transform((email) => email.toLowerCase()),
  })
  .strict()
export type OwnerBody = z.infer<typeof OwnerBody>
