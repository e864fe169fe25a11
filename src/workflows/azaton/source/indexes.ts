import { OrderContext, planOrder } from "../plan/orders"
import { repeatedCodes, repeatedGoodsCodes, repeatedReceipts } from "./duplicates"
import { CompanyIndex } from "./index-of-companies"
import { ProductIndex } from "./index-of-products"
import { UserIndex } from "./index-of-users"
import { pagesOf } from "./pages"
import { Session, tableOf } from "./session"
import { Votes } from "./votes"

/** Makes something once, when it is first asked for. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => (made ??= make())
}

/** What readers look things up in. Each is read from the source when the first reader needs it. */
export type Indexes = ReturnType<typeof indexesOf>

export function indexesOf(session: Session) {
  const companies = once(() => CompanyIndex.load(session))
  const products = once(() => ProductIndex.load(session))
  const plainUsers = once(async () => UserIndex.load(session, await companies()))
  const orderCodes = once(() => repeatedCodes(session))
  const orderContextOf = async (users: UserIndex): Promise<OrderContext> => {
    const [{ has: hasCompany }, { find }, codes] = [await companies(), await products(), await orderCodes()]
    return {
      find,
      hasCompany,
      customerOf: users.keptUser,
      customerWith: users.customerWith,
      losesCode: (id) => codes.has(id),
      now: session.options.now,
    }
  }
  const users = once(async () => {
    const index = await plainUsers()
    if (session.options.grant_from_orders) {
      await grantFromOrders(session, index, await companies(), await orderContextOf(index))
    }
    return index
  })
  return {
    companies,
    products,
    users,
    orderContext: once(async () => orderContextOf(await users())),
    goodsCodes: once(() => repeatedGoodsCodes(session)),
    receipts: once(() => repeatedReceipts(session)),
    votes: once(async () => Votes.load(session, await users())),
  }
}

/** Whoever ordered from a private company may enter it: asked for with `--grant-from-orders`. */
async function grantFromOrders(
  session: Session,
  users: UserIndex,
  companies: CompanyIndex,
  context: OrderContext
): Promise<void> {
  for await (const page of pagesOf(session.legacy, tableOf(session, "customer_orders"))) {
    for (const { value } of page.flatMap((row) => planOrder(row, context))) {
      if (value?.customer && companies.isPrivate(value.company)) {
        users.grant(value.customer, value.company)
      }
    }
  }
}
