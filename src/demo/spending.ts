import { MedusaContainer } from "@medusajs/framework/types"
import { permissionsOf } from "../modules/company/lib/permissions"
import { dayOf } from "../modules/ledger/lib/period"
import { setBudget } from "../workflows/expense/budgets"
import { createRecurring } from "../workflows/expense/recurring"

/** So'm a month. */
const RENT = 40_000
const BUDGETS = { rent: 40_000, utilities: 30_000, delivery: 50_000, other: 60_000 }

/** A rent that comes back each month for a year now, and budgets of this month, so that their pages have something to show. */
export async function planSpending(
  container: MedusaContainer,
  person: { company_id: string; user_id: string }
): Promise<void> {
  const { company_id } = person
  const today = dayOf(new Date())
  const month = today.slice(0, 7)
  const owner = { ...person, role: "owner", permissions: permissionsOf("owner") }
  await createRecurring(container, owner, {
    category_id: "rent",
    amount: RENT,
    period: "month",
    starts_on: `${Number(month.slice(0, 4)) - 1}${month.slice(4)}-01`,
    ends_on: null,
    note: "Do‘kon ijarasi",
    payee: null,
    payment_method: "transfer",
  })
  for (const [category_id, amount] of Object.entries(BUDGETS)) {
    await setBudget(container, { company_id, category_id, month, amount })
  }
}
