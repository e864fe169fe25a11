import { Plans } from "../plans"
import { AzatonSource, Entity, Planned } from "../types"
import { openLegacy } from "./connection"
import { detect } from "./detect"
import { indexesOf, Indexes } from "./indexes"
import { countOf } from "./pages"
import { readExpenses } from "./readers/expenses"
import { readCategories, readProducts } from "./readers/goods"
import { readCompanies, readCustomers } from "./readers/people"
import { readOrders, readReceipts, readSales } from "./readers/trade"
import { readAds, readRatings } from "./readers/voices"
import { readCarts, readLikes } from "./readers/wishes"
import { ReadOptions, Session, tableOf } from "./session"
import { stillThere } from "./still-there"
import { TableName } from "./tables"

export { AzatonRefused } from "./errors"
export type { ReadOptions } from "./session"

type Reader<E extends Entity> = (
  session: Session,
  indexes: Indexes
) => AsyncGenerator<Array<Planned<Plans[E]>>>

/** One line for each entity: how it is read, and from which tables. */
const READERS: { [E in Entity]: { read: Reader<E>; tables: TableName[] } } = {
  companies: { read: readCompanies, tables: ["companies"] },
  categories: { read: readCategories, tables: ["products"] },
  products: { read: readProducts, tables: ["products"] },
  customers: { read: readCustomers, tables: ["users"] },
  orders: { read: readOrders, tables: ["customer_orders"] },
  sales: { read: readSales, tables: ["sales_history"] },
  receipts: { read: readReceipts, tables: ["user_receipts"] },
  expenses: { read: readExpenses, tables: ["expenses", "company_custom_expenses"] },
  likes: { read: readLikes, tables: ["user_likes"] },
  carts: { read: readCarts, tables: ["user_cart"] },
  ads: { read: readAds, tables: ["advertisements"] },
  ratings: { read: readRatings, tables: ["company_ratings"] },
}

/**
 * Opens an old Azaton database for reading. Everything is read in one read-only transaction; nothing ever selects a
 * password or a key.
 * @throws {AzatonRefused} when it cannot or must not be read
 */
export async function openAzatonSource(url: string, options: ReadOptions): Promise<AzatonSource> {
  const legacy = await openLegacy(url)
  try {
    const schema = await detect(legacy)
    const session: Session = { legacy, schema, options }
    const indexes = indexesOf(session)
    return {
      profiles: schema.profiles,
      notes: schema.notes,
      count: async (entity) => {
        let count = 0
        for (const table of READERS[entity].tables) {
          count += await countOf(legacy, tableOf(session, table))
        }
        return count
      },
      stillThere: (entity, rows) => stillThere(session, READERS[entity].tables, rows),
      read: (entity) => READERS[entity].read(session, indexes),
      close: legacy.close,
    }
  } catch (error) {
    await legacy.close()
    throw error
  }
}
