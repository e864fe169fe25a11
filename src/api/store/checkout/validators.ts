import { z } from "@medusajs/framework/zod"

const id = z.string().min(1).max(100)
const text = z.string().max(1000).nullish()
const metadata = z.record(z.string(), z.unknown()).nullish()

const Address = z
  .object({
    first_name: text,
    last_name: text,
    phone: text,
    company: text,
    address_1: text,
    address_2: text,
    city: text,
    country_code: z.string().max(3).nullish(),
    province: text,
    postal_code: text,
    metadata,
  })
  .strict()

/** A basket: goods, where they go, how each company's are brought, and how it is paid. */
export const Checkout = z
  .object({
    items: z
      .array(z.object({ variant_id: id, quantity: z.number().int().positive().max(1e6), metadata }).strict())
      .min(1)
      .max(200),
    email: z.string().email().max(320).optional(),
    region_id: id.optional(),
    currency_code: z.string().length(3).optional(),
    sales_channel_id: id.optional(),
    shipping_address: Address.optional(),
    billing_address: Address.optional(),
    delivery: z
      .array(
        z
          .object({
            shipping_option_id: id,
            company_id: id.optional(),
            data: z.record(z.string(), z.unknown()).optional(),
          })
          .strict()
      )
      .max(100)
      .default([]),
    promo_codes: z.array(z.string().min(1).max(100)).max(20).default([]),
    payment: z
      .object({ provider_id: id, data: z.record(z.string(), z.unknown()).optional() })
      .strict()
      .optional(),
    locale: z.string().max(35).optional(),
    metadata,
    expected_total: z.number().min(0).max(1e15).optional(),
    idempotency_key: z.string().optional(),
  })
  .strict()

export type CheckoutBody = z.infer<typeof Checkout>
