import { canChange, canDecide, Person, Policy, Status } from "../../../modules/expense/lib/approval"
import { isStandardCategory, LocalName, STANDARD_CATEGORIES } from "../../../modules/expense/lib/categories"
import { MimeType } from "../../../modules/expense/lib/attachment-rows"
import { PaymentMethod } from "../../../modules/expense/lib/rows"

/** A row as the statements of `expenses.ts` read it; amounts in so'm. */
export type ShownRow = {
  id: string
  day: string
  amount: number
  sanctioned_amount: number | null
  category_id: string
  own_category: string | null
  is_purchase: boolean
  note: string | null
  payee: string | null
  payment_method: PaymentMethod
  status: Status
  created_by: string | null
  author_name: string | null
  decided_by: string | null
  decided_at: Date | null
  reject_reason: string | null
  source: "manual" | "import" | "legacy"
  created_at: Date
  attachments: Array<{ id: string; file_name: string; mime_type: MimeType; size: number }>
}

/** Names of a category, whose own name, if it is an own one, has been read with the row. */
export function nameOfCategory(id: string, own: string | null): LocalName {
  const text = own ?? id
  return isStandardCategory(id) ? { ...STANDARD_CATEGORIES[id].name } : { uz: text, ru: text, en: text }
}

/** An expense as somebody reads it, with what they may do about it. */
export function presentExpense(row: ShownRow, person: Person, policy: Policy) {
  const { own_category, created_by, decided_by, attachments, created_at, ...facts } = row
  return {
    ...facts,
    category_name: nameOfCategory(row.category_id, own_category),
    is_mine: created_by === person.user_id,
    can_decide: canDecide(policy, person, row),
    can_change: canChange(person, { ...row, decided_by }),
    attachments: attachments.map((file) => ({
      ...file,
      url: `/merchant/expenses/${row.id}/attachments/${file.id}`,
    })),
    created_at,
  }
}

export type ExpenseView = ReturnType<typeof presentExpense>
