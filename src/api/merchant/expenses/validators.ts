import { z } from "@medusajs/framework/zod"
import { AMOUNT_MAX, isAmount } from "../../../modules/expense/lib/amount"
import { isDay } from "../../../modules/ledger/lib/period"
import { paging } from "../../access/validate-query"

/** A day of the calendar, as Tashkent counts them. */
export const day = z.string().refine(isDay, "must be a day like 2026-11-21")
export const amount = z
  .number()
  .refine(isAmount, `must be above 0, with two decimals at most, and no more than ${AMOUNT_MAX}`)
export const id = z.string().min(1).max(100)
export const payment_method = z.enum(["cash", "card", "transfer", "other"])
/** An empty text says nothing. */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((value) => value || null)

export const ListExpenses = z.object({
  ...paging,
  from: day.optional(),
  to: day.optional(),
  category_id: id.optional(),
  status: z.enum(["submitted", "approved", "rejected"]).optional(),
  payment_method: payment_method.optional(),
  q: z.string().trim().min(1).max(100).optional(),
  order: z.enum(["day", "-day", "amount", "-amount"]).default("-day"),
})

export const NewExpense = z.strictObject({
  day,
  amount,
  category_id: id,
  note: text(1000).default(null),
  payee: text(200).default(null),
  payment_method: payment_method.default("cash"),
  /** Drawn by the client: the same expense sent twice is one. */
  client_id: z.string().trim().min(8).max(100).optional(),
})

export const ChangeExpense = z.strictObject({
  day: day.optional(),
  amount: amount.optional(),
  category_id: id.optional(),
  note: text(1000).optional(),
  payee: text(200).optional(),
  payment_method: payment_method.optional(),
})

export const Approve = z.strictObject({ amount: amount.optional() })
export const Reject = z.strictObject({ reason: z.string().trim().min(1).max(500) })

export type ListExpensesQuery = z.infer<typeof ListExpenses>
export type NewExpenseBody = z.infer<typeof NewExpense>
export type ChangeExpenseBody = z.infer<typeof ChangeExpense>
export type ApproveBody = z.infer<typeof Approve>
export type RejectBody = z.infer<typeof Reject>
