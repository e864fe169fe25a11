import { MedusaContainer } from "@medusajs/framework/types"
import { SaleRequest } from "../../modules/pos/types"
import { readSales } from "./queries/sales"
import { sell, Sold } from "./sell"
import { Seller } from "./types"

/**
 * Makes the sales of a batch, one after the other, each under a lock of its own: what is wrong with one keeps none of the
 * others. The answers stand in the order of the sales.
 */
export async function sellBatch(
  container: MedusaContainer,
  seller: Seller,
  requests: SaleRequest[],
  baseUrl: string
) {
  const sold: Sold[] = []
  for (const request of requests) {
    sold.push(await sell(container, seller, request))
  }
  const ids = sold.flatMap((entry) => (entry.status === "refused" ? [] : [entry.sale_id]))
  const sales = await readSales(container, { company_id: seller.company_id, ids }, baseUrl)
  const byId = new Map(sales.map((sale) => [sale.id, sale]))
  return sold.map((entry) => {
    if (entry.status === "refused") {
      const { client_id, status, error, problems } = entry
      const { code, message } = error
      return { client_id, status, code, message, ...(problems.length > 0 ? { problems } : {}) }
    }
    const sale = byId.get(entry.sale_id)
    const { client_id, status } = entry
    return { client_id, status, sale, ...(status === "review" ? { problems: sale?.problems } : {}) }
  })
}
