/** Filters of the warehouse as they stand in the address bar, and as the server takes them. */

export const LIMIT = 25
export const SHOWN = ["visible", "hidden", "archived"] as const
export const STOCK = ["in", "low", "out"] as const
export const ORDERS = [
  "-created_at",
  "created_at",
  "name",
  "-name",
  "price",
  "-price",
  "available",
  "-available",
] as const

export type Order = (typeof ORDERS)[number]
export type Filters = {
  q: string
  shown: (typeof SHOWN)[number] | ""
  stock: (typeof STOCK)[number] | ""
  category_id: string
  order: Order
  offset: number
}

export const NO_FILTERS: Filters = {
  q: "",
  shown: "",
  stock: "",
  category_id: "",
  order: "-created_at",
  offset: 0,
}

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | undefined =>
  all.find((one) => one === value)

/** Reads an address that anybody may have typed: what is not known counts as not given. */
export function readFilters(params: URLSearchParams): Filters {
  const offset = Number(params.get("offset"))
  return {
    q: (params.get("q") ?? "").slice(0, 100),
    shown: oneOf(SHOWN, params.get("shown")) ?? "",
    stock: oneOf(STOCK, params.get("stock")) ?? "",
    category_id: params.get("category_id") ?? "",
    order: oneOf(ORDERS, params.get("order")) ?? NO_FILTERS.order,
    offset: Number.isInteger(offset) && offset > 0 ? offset : 0,
  }
}

/** The address of a set of filters, without what is as usual; other parts of the address stay. */
export function writeFilters(filters: Filters, params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(filters)) {
    if (value === NO_FILTERS[name as keyof Filters]) {
      next.delete(name)
    } else {
      next.set(name, String(value))
    }
  }
  return next
}

/** A changed filter starts at the first page again. */
export const changed = (filters: Filters, change: Partial<Filters>): Filters => ({
  ...filters,
  offset: 0,
  ...change,
})

export function queryOf({ shown, ...rest }: Filters) {
  return {
    ...rest,
    q: rest.q.trim(),
    status: shown === "archived" ? "archived" : undefined,
    is_visible: shown === "visible" ? true : shown === "hidden" ? false : undefined,
    limit: LIMIT,
  }
}

/** Whether anything narrows the list: an empty list then means "not found", not "no goods yet". */
export const isNarrowed = ({ q, shown, stock, category_id }: Filters): boolean =>
  !!(q.trim() || shown || stock || category_id)
