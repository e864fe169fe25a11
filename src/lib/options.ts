import { z } from "@medusajs/framework/zod"
import { ads, catalog, joining, reviews, search } from "./options-shopping"

/**
 * Options of Bozor's modules and providers. In the application they come from the environment (`src/register.ts`);
 * a host passes the same object to the plugin. Every module reads the one namespaced shape `{ bozor: … }`, because
 * Medusa hands a plugin's modules the plugin's whole options.
 */

const provider = { id: z.string().regex(/^[a-z0-9]{1,20}$/) }

const cashbox = z.object({
  ...provider,
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

const clickService = z.object({
  ...provider,
  service_id: z.string().min(1),
  merchant_id: z.string().min(1),
  secret_key: z.string().min(1),
  /** User of the Merchant API; without it there are no reversals, no status reads and no fiscal data. */
  merchant_user_id: z.string().min(1).optional(),
  /** Secret of the Merchant API where it differs from `secret_key`. */
  merchant_api_key: z.string().min(1).optional(),
})

const click = z.object({
  services: z.array(clickService).default([]),
  pay_url: z.string().default("https://my.click.uz/services/pay"),
  api_url: z.string().default("https://api.click.uz/v2/merchant/"),
  /** Answer to a cancellation of a confirmed payment; Click's own testers disagree (SHOP API 2.5). */
  cancel_confirmed_code: z.union([z.literal(-9), z.literal(-4)]).default(-9),
})

const uzumService = z.object({
  ...provider,
  service_id: z.number().int().positive(),
  login: z.string().min(1),
  password: z.string().min(1),
  account_field: z.string().default("order_id"),
})

const uzum = z.object({
  services: z.array(uzumService).default([]),
  error_http_status: z.union([z.literal(400), z.literal(200)]).default(400),
  /** Answer to a second transaction while one is live; Uzum names none. */
  busy_code: z.enum(["99999", "10008"]).default("99999"),
  open_service_url: z.string().default("https://www.uzumbank.uz/open-service"),
  /** The unit of the link's amount is disputed, so it is left out unless asked for. */
  include_amount_in_link: z.boolean().default(false),
})

const uzumTerminal = z.object({
  ...provider,
  terminal_id: z.string().min(1),
  api_key: z.string().min(1),
  base_url: z.string().min(1),
  /** Unguessable part of the callback's address. */
  callback_token: z.string().min(16),
})

const uzumCheckout = z.object({
  terminals: z.array(uzumTerminal).default([]),
  pay_type: z.enum(["ONE_STEP", "TWO_STEP"]).default("ONE_STEP"),
  session_seconds: z.number().int().min(600).max(1800).default(1800),
  auto_fiscal: z.boolean().default(false),
})

const stripe = z.object({
  api_key: z.string().min(1).optional(),
  webhook_secret: z.string().min(1).optional(),
  /** Another address of Stripe's API, for its emulators. */
  api_url: z.string().optional(),
})

const cash = z.object({
  enabled: z.boolean().default(true),
  /** Hours an order that is paid at the shop keeps its stock (business rule 7). */
  reservation_hours: z.number().positive().default(24),
})

/** Who the market is, on receipts, statements and bank payments. */
const market = z.object({
  name: z.string().default("Bozor"),
  tax_id: z.string().optional(),
  address: z.string().optional(),
  bank_account: z.string().optional(),
  bank_mfo: z.string().optional(),
  /** What the market keeps of sales at a company's own cash desk: nothing, or the company's usual commission. */
  pos_commission: z.enum(["none", "same"]).default("none"),
})

const settlement = z.object({
  /** Days after its payment before an order's money may be settled. */
  hold_days: z.number().int().min(0).default(3),
  /** Smallest payout, in tiyin; less is carried to the next statement. */
  minimum_tiyin: z.number().int().min(0).default(10_000_000),
  /** VAT inside the commission; 0 for a market that pays none. */
  commission_vat_percent: z.number().min(0).max(100).default(12),
})

const receipt = z.object({
  /** Public address for links and QR codes; without it that of the request, or a path. */
  base_url: z.string().optional(),
})

const audit = z.object({
  /** Days that entries of the audit log are kept; 0 for ever. */
  retention_days: z
    .number()
    .int()
    .refine((days) => days === 0 || days >= 30, "must be 0 or at least 30")
    .default(1095),
})

const schema = z.object({
  checkout: checkout.prefault({}),
  payme: payme.prefault({}),
  click: click.prefault({}),
  uzum: uzum.prefault({}),
  uzum_checkout: uzumCheckout.prefault({}),
  stripe: stripe.prefault({}),
  cash: cash.prefault({}),
  market: market.prefault({}),
  settlement: settlement.prefault({}),
  receipt: receipt.prefault({}),
  audit: audit.prefault({}),
  reviews: reviews.prefault({}),
  ads: ads.prefault({}),
  joining: joining.prefault({}),
  catalog: catalog.prefault({}),
  search: search.prefault({}),
  /** Where limits and notices are shared between processes; without it each process keeps its own. */
  redis_url: z.string().optional(),
})

export type BozorOptions = z.infer<typeof schema>
export type PaymeOptions = BozorOptions["payme"]
export type PaymeCashbox = z.infer<typeof cashbox>
export type ClickOptions = BozorOptions["click"]
export type ClickService = z.infer<typeof clickService>
export type UzumOptions = BozorOptions["uzum"]
export type UzumService = z.infer<typeof uzumService>
export type UzumCheckoutOptions = BozorOptions["uzum_checkout"]
export type UzumTerminal = z.infer<typeof uzumTerminal>

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
