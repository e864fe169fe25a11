import { planCart } from "../../plan/carts"
import { planLikes } from "../../plan/likes"
import { idOf, timeOf } from "../../plan/values"
import { samePhone } from "../duplicates"
import { UserIndex } from "../index-of-users"
import { Indexes } from "../indexes"
import { pagesOf } from "../pages"
import { Session, tableOf } from "../session"

export async function* readLikes(session: Session, indexes: Indexes) {
  const [users, { find }] = [await indexes.users(), await indexes.products()]
  const table = tableOf(session, "user_likes")
  // Pairs are remembered of those customers only who have more than one row.
  const shared = new Set((await samePhone(session, table, "phone_number", [], [])).map(({ id }) => idOf(id)))
  const pairs = new Set<string>()
  for await (const page of pagesOf(session.legacy, table)) {
    yield page.flatMap((row) => {
      const customer = users.customerNamed(row.phone_number)
      const plans = planLikes(row, {
        find,
        customer,
        hasPair: (product) => pairs.has(`${customer}:${product}`),
      })
      if (shared.has(idOf(row.id))) {
        plans.forEach(({ part }) => pairs.add(`${customer}:${part}`))
      }
      return plans
    })
  }
}

export async function* readCarts(session: Session, indexes: Indexes) {
  const [users, companies, { find }] = [
    await indexes.users(),
    await indexes.companies(),
    await indexes.products(),
  ]
  const copies = await olderCarts(session, users)
  for await (const page of pagesOf(session.legacy, tableOf(session, "user_cart"))) {
    yield page.map((row) =>
      planCart(row, {
        find,
        customer: users.customerNamed(row.phone_number),
        isPrivate: companies.isPrivate,
        mayEnter: users.mayEnter,
        copyOf: (id) => copies.get(id) ?? null,
      })
    )
  }
}

/** Carts of customers who have a newer one under another spelling of their telephone. */
async function olderCarts(session: Session, users: UserIndex): Promise<Map<string, string>> {
  const table = tableOf(session, "user_cart")
  const dated = table?.columns.updated_at ? ["updated_at"] : []
  const rows = await samePhone(session, table, "phone_number", [], dated)
  const newest = new Map<string, { id: string; at: string }>()
  const mine = rows.map((row) => ({
    id: idOf(row.id)!,
    at: timeOf(row.updated_at) ?? "",
    customer: users.customerNamed(row.phone_number),
  }))
  for (const { id, at, customer } of mine) {
    const best = customer && newest.get(customer)
    if (customer && (!best || at >= best.at)) {
      newest.set(customer, { id, at })
    }
  }
  const older = mine.filter(({ id, customer }) => customer && newest.get(customer)!.id !== id)
  return new Map(older.map(({ id, customer }) => [id, newest.get(customer!)!.id]))
}
