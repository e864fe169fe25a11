import { z } from "@medusajs/framework/zod"
import { AMOUNT_MAX } from "../../../modules/expense/lib/amount"

export const ChangePolicy = z.strictObject({
  requires_approval: z.boolean().optional(),
  /** Role → so'm that its people decide by themselves; null: what the role has without a limit of its own. */
  limits: z.record(z.string().min(1).max(100), z.number().int().min(0).max(AMOUNT_MAX).nullable()).optional(),
})

export type ChangePolicyBody = z.infer<typeof ChangePolicy>
