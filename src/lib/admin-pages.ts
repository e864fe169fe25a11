/**
 * The pages that Bozor adds to Medusa's dashboard and the permission that opens each; the only list of them. The server
 * makes a person's sidebar of it (`src/api/access/sidebar.ts`), the pages ask it before they load.
 */

/** Pages of a company's people, in the order of the sidebar. A page without a permission is open to every member. */
export const SHOP_PAGES = {
  home: "company:read",
  orders: "order:read",
  warehouse: "listing:read",
  import: "listing:write",
  pos: "pos:sell",
  receipts: "order:read",
  ads: "ad:read",
  reviews: "review:read",
  sales: "order:read",
  expenses: "expense:write",
  finance: "finance:read",
  ledger: "finance:read",
  settlements: "finance:read",
  team: "member:read",
  access: "access:read",
  settings: "company:read",
} as const

/** Pages of the operator, in the order of the sidebar. */
export const MARKET_PAGES = [
  "companies",
  "ads",
  "reviews",
  "search",
  "finance",
  "settlements",
  "payments",
  "refunds",
  "audit",
  "health",
] as const

export type ShopPage = keyof typeof SHOP_PAGES
export type MarketPage = (typeof MARKET_PAGES)[number]

/** Addresses in the dashboard that are ours, whoever is signed in. */
export const isOurPage = (path: string): boolean => /^\/(shop|market)(\/|$)/.test(path)

/** What Medusa's sidebar offers of its own and a company's people may not use; ids of its layout entries. */
export const CORE_ENTRIES = [
  "Searchbar",
  "nav:/orders",
  "nav:/products",
  "nav:/inventory",
  "nav:/customers",
  "nav:/promotions",
  "nav:/price-lists",
  "nav:/translations",
].map((entry) => `core:${entry}`)

/** Layout entry of a page of ours. */
export const entryOf = (path: string): string => `core:nav:${path}`
