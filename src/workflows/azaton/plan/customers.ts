import { CustomerPlan } from "../plans"
import { Planned } from "../types"
import { Notes, planned } from "./notes"
import { legacyPhone } from "./phone"
import { idOf, textOf, timeOf } from "./values"

export type CustomerContext = {
  /** The oldest user with this telephone. */
  keptOf: (phone: string) => string
  /** Companies that the customer may enter, by the ties of everybody merged into it. */
  companiesOf: (id: string) => string[]
  /** The company that a tie names: its code, or its number. */
  tied: (tie: unknown) => string | null
}

/** A customer by telephone; two spellings of one telephone are one customer. */
export function planCustomer(row: Record<string, unknown>, context: CustomerContext): Planned<CustomerPlan> {
  const id = idOf(row.id)!
  const notes = new Notes()
  const facts = { table: "users", legacy_id: id, notes }
  const phone = legacyPhone(row.phone_number)
  if (!phone) {
    notes.add("invalid_phone", `“${textOf(row.phone_number) ?? ""}” is no telephone.`)
    return planned<CustomerPlan>("customers", null, facts)
  }
  if (textOf(row.company_id) && !context.tied(row.company_id)) {
    notes.add("company_link_unknown", `“${textOf(row.company_id)}” is no company's code or number.`)
  }
  const kept = context.keptOf(phone)
  if (kept !== id) {
    notes.add("customer_merged", `The same telephone as user ${kept}.`)
    return planned<CustomerPlan>("customers", null, { ...facts, merged_into: kept })
  }
  return planned(
    "customers",
    {
      phone,
      first_name: textOf(row.first_name),
      last_name: textOf(row.last_name),
      companies: context.companiesOf(id),
      created_at: timeOf(row.created_at),
    },
    facts
  )
}
