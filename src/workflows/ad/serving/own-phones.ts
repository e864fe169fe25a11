import { MedusaContainer } from "@medusajs/framework/types"
import { BoundedMap } from "../../../lib/bounded-map"
import { AdIndex } from "../../../modules/ad/lib/serving/types"
import { databaseOf } from "./queries/index-rows"

const KEPT_MS = 10 * 60_000

/** Phones of customers who were counted lately; customers are too many to have all of them in the index. */
const phones = new BoundedMap<string, { phone: string | null; at: number }>(10_000)

/** Whether a signed-in customer has a company's own phone. At most one statement per customer in ten minutes. */
export async function isOwnPhone(
  container: MedusaContainer,
  index: AdIndex,
  { customer_id }: { customer_id: string | null },
  companyId: string
): Promise<boolean> {
  if (customer_id === null) {
    return false
  }
  const phone = await phoneOf(container, customer_id)
  return phone !== null && (index.phones.get(phone)?.has(companyId) ?? false)
}

async function phoneOf(container: MedusaContainer, customerId: string): Promise<string | null> {
  const known = phones.get(customerId)
  if (known && Date.now() - known.at < KEPT_MS) {
    return known.phone
  }
  const { rows } = await databaseOf(container).raw<{ rows: Array<{ phone: string | null }> }>(
    `select phone from customer where id = ? and deleted_at is null`,
    [customerId]
  )
  const phone = rows[0]?.phone?.replace(/[^+\d]/g, "") ?? null
  phones.set(customerId, { phone, at: Date.now() })
  return phone
}
