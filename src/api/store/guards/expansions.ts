import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { shownProducts } from "../../../workflows/store/hidden-ids"
import { channelsOf } from "./channel"

/**
 * `fields=*products` lets a category, collection, tag or type bring along every product that it has, whatever channel that
 * is in. Storefronts ask for it (Medusa's own starter does), so it stays, and what the key does not show is taken out.
 */
export function pruneExpansions(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  // Of an option's values nobody can tell whose product they are of; those that products share are the market's.
  if (/^\/product-options\/?$/i.test(req.path)) {
    req.query.is_exclusive = "false"
  }
  // Sorted by its products, a list would tell of those that it does not show.
  const order = String(req.query.order ?? "")
  if (/products/.test(order)) {
    const text = `Order field ${order.replace(/^-/, "")} is not valid`
    return next(new MedusaError(MedusaError.Types.INVALID_DATA, text))
  }
  if (!/products/.test(String(req.query.fields ?? ""))) {
    return next()
  }
  const send = res.json.bind(res)
  res.json = ((body: unknown) => {
    prune(req, body).then(send, next)
    return res
  }) as typeof res.json
  next()
}

type Named = { id?: string; product_id?: string } | null
type Lists = Array<{ holder: Record<string, unknown>; key: string; products: Named[] }>

async function prune(req: MedusaRequest, body: unknown): Promise<unknown> {
  const lists: Lists = []
  collect(body, lists)
  const ids = [...new Set(lists.flatMap(({ products }) => products.flatMap((one) => idOf(one) ?? [])))]
  const shown = ids.length > 0 ? await shownProducts(req.scope, ids, channelsOf(req)) : new Set<string>()
  for (const { holder, key, products } of lists) {
    holder[key] = products.filter((one) => shown.has(idOf(one) ?? ""))
  }
  return body
}

const idOf = (one: Named) => one?.product_id ?? one?.id

function collect(at: unknown, lists: Lists): void {
  if (Array.isArray(at)) {
    at.forEach((one) => collect(one, lists))
  } else if (at && typeof at === "object" && !(at instanceof Date)) {
    const holder = at as Record<string, unknown>
    for (const [key, value] of Object.entries(holder)) {
      if (/^products(_link)?$/.test(key) && Array.isArray(value)) {
        lists.push({ holder, key, products: value as Named[] })
      }
      collect(value, lists)
    }
  }
}
