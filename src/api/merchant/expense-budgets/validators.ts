import { z } from "@medusajs/framework/zod"
import { AMOUNT_MAX, isAmount } from "../../../modules/expense/lib/amount"
import { paging } from "../../access/validate-query"
import { id } from "../expenses/validators"

const month = z.string().regex(/^2\d{3}-(0[1-9]|1[0-2])$/, "must be a month like 2026-11")

/** A company has a budget per category at most: a page holds all of them. */
export const ListBudgets = z.object({
  month,
  limit: z.coerce.number().int().min(1).max(300).default(300),
  offset: paging.offset,
})

export const SetBudget = z.strictObject({
  month,
  category_id: id,
  /** So'm; 0 takes the budget away. */
  amount: z
    .number()
    .refine(
      (value) => value === 0 || isAmount(value),
      `must be 0 to ${AMOUNT_MAX}, with two decimals at most`
    ),
})

export const CopyBudgets = z
  .strictObject({ from: month, to: month })
  .refine(({ from, to }) => from !== to, { message: "must be another month", path: ["to"] })

export type ListBudgetsQuery = z.infer<typeof ListBudgets>
export type SetBudgetBody = z.infer<typeof SetBudget>
export type CopyBudgetsBody = z.infer<typeof CopyBudgets>
