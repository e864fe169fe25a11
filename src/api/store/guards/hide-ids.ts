import { randomUUID } from "node:crypto"
import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Hidable, hiddenIds } from "../../../workflows/store/hidden-ids"
import { customerOf } from "../../access/shopper"

/**
 * Whoever is not in a private company and names something of it by id (a friend's cart, an order, a variant) is answered
 * as for an id that does not exist: the id is exchanged for one that doesn't before any route sees it, and put back into
 * what the route answers. So status, text and the work that is done are those of a wrong id, whatever the route is,
 * and stay so when the route changes.
 */

type Scene = { path: RegExp; kinds: readonly Hidable[] }

/** What is named by id under which address. Lists and look-ups of goods go by channel, and need no line here. */
const SCENES: Scene[] = [
  { path: /^\/carts(\/|$)/i, kinds: ["cart", "line", "variant", "shipping_option", "channel"] },
  { path: /^\/payment-collections(\/|$)/i, kinds: ["cart", "payment", "paid_order"] },
  { path: /^\/shipping-options(\/|$)/i, kinds: ["cart", "cart_inside", "shipping_option"] },
  { path: /^\/(products|product-variants)(\/|$)/i, kinds: ["cart"] },
  { path: /^\/product-options(\/|$)/i, kinds: ["product_option"] },
  { path: /^\/(orders|returns)(\/|$)/i, kinds: ["order"] },
  { path: /^\/order-groups(\/|$)/i, kinds: ["group", "group_token"] },
  { path: /^\/receipts(\/|$)/i, kinds: ["receipt", "receipt_token", "group", "group_token", "order"] },
]

/** Where ids stand in a query or a body. What a shopper writes down beside them is theirs. */
const KEYS = new Set([
  "id",
  "cart_id",
  "variant_id",
  "option_id",
  "sales_channel_id",
  "order_id",
  "order_group_id",
  "token",
])
const HEADERS = ["x-order-token", "token"]

export async function hideIds(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const scene = SCENES.find(({ path }) => path.test(req.path))
  if (!scene) {
    return next()
  }
  const named = new Set<string>()
  visit(req, (id) => {
    // PostgreSQL's text has no NUL: nothing is called so.
    if (!id.includes("\0")) {
      named.add(id)
    }
    return id
  })
  const hidden = named.size > 0 ? await hiddenIds(req.scope, scene.kinds, [...named], customerOf(req)) : []
  if (hidden.length > 0) {
    const masks = new Map(hidden.map((id) => [id, `none_${randomUUID().replaceAll("-", "")}`]))
    visit(req, (id) => masks.get(id) ?? id)
    unmaskAnswer(res, masks)
  }
  next()
}

type Exchange = (id: string) => string

/** Shows every id of a request to `exchange`, and writes what it returns in the id's place. */
function visit(req: MedusaRequest, exchange: Exchange): void {
  const [path, ...query] = req.url.split("?")
  const segments = path.split("/").map((segment) => {
    const id = decoded(segment)
    const other = id === "" ? id : exchange(id)
    return other === id ? segment : encodeURIComponent(other)
  })
  req.url = [segments.join("/"), ...query].join("?")
  visitValues(req.query, exchange)
  visitValues(req.body, exchange)
  for (const name of HEADERS) {
    const value = req.headers[name]
    if (typeof value === "string" && value !== "") {
      req.headers[name] = exchange(value)
    }
  }
}

function visitValues(at: unknown, exchange: Exchange): void {
  if (Array.isArray(at)) {
    at.forEach((one) => visitValues(one, exchange))
  } else if (at && typeof at === "object") {
    const record = at as Record<string, unknown>
    for (const [key, value] of Object.entries(record)) {
      if (KEYS.has(key)) {
        record[key] = exchanged(value, exchange)
      } else if (key !== "metadata" && key !== "data") {
        visitValues(value, exchange)
      }
    }
  }
}

/** What stands under a key, in every form in which Medusa takes it: `a`, `a,b` (its lists of one), `[a, b]`, `{ $in: [a] }`. */
function exchanged(value: unknown, exchange: Exchange): unknown {
  if (typeof value === "string") {
    return value.split(",").map(exchange).join(",")
  }
  if (Array.isArray(value)) {
    return value.map((one) => exchanged(one, exchange))
  }
  return value && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, exchanged(one, exchange)]))
    : value
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function unmaskAnswer(res: MedusaResponse, masks: Map<string, string>): void {
  const send = res.json.bind(res)
  res.json = ((body: unknown) => {
    let text = JSON.stringify(body) ?? "null"
    for (const [id, mask] of masks) {
      text = text.replaceAll(mask, () => JSON.stringify(id).slice(1, -1))
    }
    return send(JSON.parse(text))
  }) as typeof res.json
}
