import { readMoney, typedOf } from "./amount"
import { Expense, ExpenseBody, Method } from "./types"

/** What the form of one expense holds. */
export type Draft = {
  amount: string
  category_id: string
  day: string
  payment_method: Method
  payee: string
  note: string
}

export const emptyDraft = (day: string): Draft => ({
  amount: "",
  category_id: "",
  day,
  payment_method: "cash",
  payee: "",
  note: "",
})

/** The next expense after one that was saved: the same day and way of paying, everything else anew. */
export const nextDraft = ({ day, payment_method }: Draft): Draft => ({ ...emptyDraft(day), payment_method })

export const draftOf = (expense: Expense): Draft => ({
  amount: typedOf(expense.amount),
  category_id: expense.category_id,
  day: expense.day,
  payment_method: expense.payment_method,
  payee: expense.payee ?? "",
  note: expense.note ?? "",
})

/** The same expense once more, on another day. */
export const repeated = (last: ExpenseBody, day: string): Draft => ({
  amount: typedOf(last.amount),
  category_id: last.category_id,
  day,
  payment_method: last.payment_method,
  payee: last.payee ?? "",
  note: last.note ?? "",
})

/** What is sent; null while something is missing. */
export function bodyOf(draft: Draft): ExpenseBody | null {
  const amount = readMoney(draft.amount)
  if (amount === null || !draft.category_id || !/^\d{4}-\d{2}-\d{2}$/.test(draft.day)) {
    return null
  }
  return {
    day: draft.day,
    amount,
    category_id: draft.category_id,
    note: draft.note.trim() || null,
    payee: draft.payee.trim() || null,
    payment_method: draft.payment_method,
  }
}
