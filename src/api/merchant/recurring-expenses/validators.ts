import { z } from "@medusajs/framework/zod"
import { PERIODS } from "../../../modules/expense/lib/prorate"
import { paging } from "../../access/validate-query"
import { amount, day, id, payment_method, text } from "../expenses/validators"

export const ListRecurring = z.object({
  ...paging,
  status: z.enum(["submitted", "approved", "rejected"]).optional(),
  category_id: id.optional(),
  /** true: what has not ended; false: what has. */
  living: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
})

export const NewRecurring = z.strictObject({
  category_id: id,
  amount,
  period: z.enum(PERIODS),
  starts_on: day,
  ends_on: day.nullable().default(null),
  note: text(1000).default(null),
  payee: text(200).default(null),
  payment_method: payment_method.default("transfer"),
})

export const ChangeRecurring = z
  .strictObject({
    category_id: id.optional(),
    amount: amount.optional(),
    period: z.enum(PERIODS).optional(),
    starts_on: day.optional(),
    ends_on: day.nullable().optional(),
    note: text(1000).optional(),
    payee: text(200).optional(),
    payment_method: payment_method.optional(),
    /** What was counted before the period of this day stays as it is. */
    from: day.optional(),
  })
  .refine(({ from, starts_on }) => from === undefined || starts_on === undefined, {
    message: "from says where the new part begins; leave starts_on out",
    path: ["starts_on"],
  })

export const ChangePeriod = z.strictObject({
  /** Any day of the period. */
  period_start: day,
  /** So'm of the whole period; null skips it. */
  amount: amount.nullable(),
  note: text(1000).default(null),
})

export type ListRecurringQuery = z.infer<typeof ListRecurring>
export type NewRecurringBody = z.infer<typeof NewRecurring>
export type ChangeRecurringBody = z.infer<typeof ChangeRecurring>
export type ChangePeriodBody = z.infer<typeof ChangePeriod>
