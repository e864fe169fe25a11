import { MedusaRequest } from "@medusajs/framework/http"

/** What Express keeps of a route; its own types leave it out. */
type Layer = {
  regexp: RegExp
  keys: Array<{ name: string | number }>
  route?: { path: unknown; methods: Record<string, boolean> }
}
type App = { _router?: { stack: Layer[] } }

type Route = { path: string; regexp: RegExp; names: string[]; weight: number }
export type Matched = { pattern: string; params: Record<string, string> }

const known = new WeakMap<object, Map<string, Route[]>>()

/** Fewer parameters say more: `/products/batch` before `/products/:id`. */
function weightOf(path: string): number {
  return (path.match(/:/g) ?? []).length
}

function routesOf(app: App, method: string): Route[] {
  const byMethod = known.get(app) ?? new Map<string, Route[]>()
  known.set(app, byMethod)
  const routes =
    byMethod.get(method) ??
    (app._router?.stack ?? []).flatMap(({ regexp, keys, route }) => {
      const path = route?.methods[method.toLowerCase()] ? route.path : undefined
      return typeof path === "string" && /^\/(admin|merchant)\//.test(path) && !/[*()]/.test(path)
        ? [{ path, regexp, names: keys.map(({ name }) => String(name)), weight: weightOf(path) }]
        : []
    })
  byMethod.set(method, routes)
  return routes
}

function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? "")
  } catch {
    return text ?? ""
  }
}

/**
 * The route that answers a request, known before it runs. For an address without a route the prefix and a star: what people
 * type there is theirs, and must not make a new kind of action each time.
 */
export function routePatternOf(req: MedusaRequest): Matched {
  // The path that Express goes by: an address may name a host or end in "#…", which must not hide what it is about.
  const path = req.baseUrl + req.path
  const [best] = routesOf(req.app as unknown as App, req.method)
    .filter(({ regexp }) => regexp.test(path))
    .sort((a, b) => a.weight - b.weight)
  if (!best) {
    return { pattern: `/${/^\/merchant/i.test(path) ? "merchant" : "admin"}/*`, params: {} }
  }
  const [, ...values] = best.regexp.exec(path) ?? []
  return {
    pattern: best.path,
    params: Object.fromEntries(best.names.map((name, index) => [name, decoded(values[index])])),
  }
}
