import { z } from "@medusajs/framework/zod"

const text = z.string().trim().max(80)
/** Whole so'm. */
const money = z.number().int().min(0).max(1e9)

const facts = {
  name: z.strictObject({
    uz: text.min(2),
    ru: text.nullable().optional(),
    en: text.nullable().optional(),
  }),
  price: money,
  free_from: money.min(1).nullable(),
  is_enabled: z.boolean(),
}

export const CreateDeliveryOption = z.strictObject({
  kind: z.enum(["pickup", "courier"]),
  name: facts.name,
  price: facts.price,
  free_from: facts.free_from.default(null),
  is_enabled: facts.is_enabled.default(true),
})

export const UpdateDeliveryOption = z
  .strictObject(facts)
  .partial()
  .refine((body) => Object.keys(body).length > 0, "send what changes")

export type CreateDeliveryOptionBody = z.infer<typeof CreateDeliveryOption>
export type UpdateDeliveryOptionBody = z.infer<typeof UpdateDeliveryOption>
