import { z } from "@medusajs/framework/zod"

/**
 * Options of Bozor's modules and providers. In the application they come from the environment (`src/register.ts`);
 * a host passes the same object to the plugin. Every module reads the one namespaced shape `{ bozor: … }`, because
 * Medusa hands a plugin's modules the plugin's whole options.
 */

const cashbox = z.object({
  id: z.string().regex(/^[a-z0-9]{1,20}$/),
  merchant_id: z.string().min(1),
  key: z.string().min(1),
  test_key: z.string().min(1).optional(),
  account_field: z.string().default("order_id"),
})

const checkout = z.object({
  /** Minutes an unpaid order group keeps its stock (business rule 7). */
  reservation_minutes: z.number().positive().default(30),
  /** Minutes that a debit which has begun at the provider may still finish after that. */
  payment_grace_minutes: z.number().min(0).default(5),
})

const payme = z.object({
  cashboxes: z.array(cashbox).default([]),
  /** Accept `test_key`s and send shoppers to the sandbox's checkout page. */
  sandbox: z.boolean().default(false),
  login: z.string().default("Paycom"),
  checkout_url: z.string().optional(),
  /** Answer to a second transaction while one is live; the sources disagree (Payme Merchant API, CreateTransaction). */
  busy_code: z.number().int().default(-31099),
  allowed_ips: z.array(z.string()).default([]),
  change_password: z.boolean().default(false),
  /** What to do when a line has no IKPU or package code: leave `detail` out, or refuse the payment. */
  fiscal: z.enum(["omit", "refuse"]).default("omit"),
  /** With both set, delivery is an ordinary fiscal line with its own IKPU instead of `shipping`. */
  shipping_ikpu: z.string().optional(),
  shipping_package_code: z.string().optional(),
})

const schema = z.object({
  checkout: checkout.prefault({}),
  payme: payme.prefault({}),
})

export type BozorOptions = z.infer<typeof schema>
export type PaymeOptions = BozorOptions["payme"]
export type PaymeCashbox = z.infer<typeof cashbox>

/**
 * Checks options and fills defaults in.
 * @throws {Error} one line naming the wrong option
 */
export function parseOptions(value: unknown): BozorOptions {
  const parsed = schema.safeParse(value ?? {})
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`bozor option ${issue.path.join(".")}: ${issue.message}`)
  }
  return parsed.data
}

/** Reads the options of a module or provider, whichever way they were registered. */
export function readOptions(moduleOptions: unknown): BozorOptions {
  return parseOptions((moduleOptions as { bozor?: unknown } | undefined)?.bozor)
}

/** Medusa's id of the payment provider of a Payme cash box. */
export function paymeProviderId(cashboxId: string): string {
  return `pp_payme_${cashboxId}`
}
