import { markerOf } from "../plan/categories"
import { ProductFacts } from "../plan/lines"
import { decimalOf, idOf, wholeOf } from "../plan/values"
import { pagesOf } from "./pages"
import { Session, tableOf } from "./session"

/** What lines and carts ask about goods: a few words for each, and no row that only names a category. */
export class ProductIndex {
  readonly #facts = new Map<string, ProductFacts>()

  static async load(session: Session): Promise<ProductIndex> {
    const index = new ProductIndex()
    const names = ["id", "company_id", "name", "price", "quantity", "available_for_customers"]
    for await (const page of pagesOf(session.legacy, tableOf(session, "products"), names)) {
      for (const row of page) {
        const company = idOf(row.company_id)
        if (company && markerOf(row.name) === undefined) {
          const cost = decimalOf(row.price)
          index.#facts.set(idOf(row.id)!, {
            company,
            name: String(row.name),
            cost: cost?.startsWith("-") ? null : cost,
            is_visible: row.available_for_customers === true,
            stock: wholeOf(row.quantity) ?? 0,
          })
        }
      }
    }
    return index
  }

  find = (id: string): ProductFacts | undefined => this.#facts.get(id)
}
