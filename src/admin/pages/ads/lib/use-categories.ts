import { useApi } from "../../../lib/query"
import { pathOf } from "../../warehouse/lib/names"
import type { Side } from "./types"

type Answer = {
  categories?: Array<{ id: string; path: string[] }>
  product_categories?: Array<{ id: string; name: string; parent_category?: { name: string } | null }>
}
const ROUTES = {
  "/merchant": { path: "/merchant/categories", query: { limit: 1000 } },
  "/admin": {
    path: "/admin/product-categories",
    query: { limit: 1000, fields: "id,name,parent_category.name" },
  },
} as const

/** The market's categories by their whole names. */
export function useCategories(side: Side, enabled = true): Array<{ value: string; label: string }> {
  const { path, query } = ROUTES[side]
  const { data } = useApi<Answer>(path, query, { staleTime: 300_000, enabled })
  return [
    ...(data?.categories ?? []).map(({ id, path: names }) => ({ value: id, label: pathOf({ path: names }) })),
    ...(data?.product_categories ?? []).map(({ id, name, parent_category }) => ({
      value: id,
      label: parent_category ? pathOf({ path: [parent_category.name, name] }) : name,
    })),
  ]
}
