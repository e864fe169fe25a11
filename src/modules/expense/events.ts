/** Events of the expenses' room; every payload is `{ id, company_id }`, the id the expense's. */
export const ExpenseEvents = {
  CREATED: "expense.created",
  /** By its author's own limit as it was written down (after CREATED), or by somebody else. */
  APPROVED: "expense.approved",
  REJECTED: "expense.rejected",
} as const

/** Of a budget, once per level and amount; the payload is `{ company_id, category_id, month, level: "80" | "100" }`. */
export const BudgetEvents = { REACHED: "expense.budget-reached" } as const
