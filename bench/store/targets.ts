import type { Around } from "./database"
import type { Market } from "./goods"
import { BRANDS, NOUNS } from "./goods-sql"
import type { Target } from "./measure"
import type { Server } from "./servers"

export type Servers = { floor: Server; ours: Server; vanilla: Server; cached: Server }

/** Names of the targets, as the tables show them and as the ratios (goals.ts) refer to them. */
export const NAMES = {
  floorList: "floor: node:http + one SELECT of 20 documents",
  floorDetail: "floor: node:http + one SELECT of one document",
  health: "Medusa's own /health",
  vanillaList: "Medusa list with prices, market of 1 channel",
  vanillaListOne: "Medusa list with prices, 1 channel of several",
  vanillaListTwo: "Medusa list with prices, 2 channels of several",
  vanillaDetail: "Medusa product with prices, market of 1 channel",
  cachedList: "Medusa list, caching flag, market of 1 channel",
  cachedListTwo: "Medusa list, caching flag, 2 channels of several",
  cachedDetail: "Medusa product, caching flag, market of 1 channel",
  coreList: "our /store/products list, 1 channel of several",
  coreListTwo: "our /store/products list, 2 channels of several",
  catalogList: "catalogue list, 1 channel",
  catalogListTwo: "catalogue list, 2 channels",
  catalogCold: "catalogue list, another page each time",
  catalogDetail: "catalogue product, 1 channel",
  catalogDetailTwo: "catalogue product, 2 channels",
  catalogDetailCold: "catalogue product, another each time",
  vanillaSearch: "Medusa search, its PostgreSQL provider",
  search: "our search, POST /store/search",
  catalogSearch: "catalogue list found by q",
  suggest: "suggestions",
} as const

const PRICES = "fields=*variants.calculated_price"
/** Pages of a list before its order changes. */
const PAGES = 50

/** What is searched: another noun and brand each time, of which there are goods (goods-sql.ts). */
const asked = (write: (word: string) => string, space: string) => {
  const words = (list: string) => list.split(",").map(write).join("|")
  return `{n:${words(NOUNS)}}${space}{n/16:${words(BRANDS)}}`
}

/** Nobody may ask for suggestions as fast as this: each call comes from another address. */
const another = { "x-forwarded-for": "10.{n/65536%256}.{n/256%256}.{n%256}" }

/** Every target that lists, shows or finds goods. */
export function storeTargets(
  { floor, ours, vanilla, cached }: Servers,
  market: Market,
  single: Around
): Target[] {
  const key = (token: string) => ({ "x-publishable-api-key": token })
  const one = key(market.one_channel)
  const two = key(market.two_channels)
  const region = `region_id=${market.region_id}`
  const list = `/store/products?limit=20&${region}&${PRICES}`
  const detail = `/store/products/prod_b2?${region}&${PRICES}`
  const page = `/store/catalog/products?limit=20&${region}`
  // As deep among many goods as among few: how far a page is from the first is not what is compared.
  const last = Math.min(Math.max(market.products - 20, PAGES), 1_980)
  const get = (
    name: string,
    server: Server,
    path: string,
    headers?: Record<string, string>,
    contains = "calculated_amount"
  ) => ({
    name,
    server,
    path,
    headers,
    contains,
  })
  const search = { method: "POST" as const, path: "/store/search", headers: one, contains: "prod_b" }
  const query = JSON.stringify({
    entity: "product",
    filters: { q: asked((word) => word, " ") },
    pagination: { take: 20 },
  })
  return [
    get(NAMES.floorList, floor, "/list?offset={n%100}"),
    get(NAMES.floorDetail, floor, "/detail?offset={n%100}"),
    get(NAMES.health, ours, "/health", undefined, "OK"),
    { ...get(NAMES.vanillaList, vanilla, list, one), around: single },
    get(NAMES.vanillaListOne, vanilla, list, one),
    get(NAMES.vanillaListTwo, vanilla, list, two),
    { ...get(NAMES.vanillaDetail, vanilla, detail, one), around: single },
    { ...get(NAMES.cachedList, cached, list, one), around: single },
    get(NAMES.cachedListTwo, cached, list, two),
    { ...get(NAMES.cachedDetail, cached, detail, one), around: single },
    get(NAMES.coreList, ours, list, one),
    get(NAMES.coreListTwo, ours, list, two),
    get(NAMES.catalogList, ours, page, one),
    get(NAMES.catalogListTwo, ours, page, two),
    get(NAMES.catalogCold, ours, `${page}&offset={n%${last}}&price_min={n/${last}}`, one),
    get(NAMES.catalogDetail, ours, `/store/catalog/products/tovar-2?${region}`, one),
    get(NAMES.catalogDetailTwo, ours, `/store/catalog/products/tovar-2?${region}`, two),
    get(
      NAMES.catalogDetailCold,
      ours,
      `/store/catalog/products/prod_b{n%${market.products}+1}?${region}`,
      one
    ),
    { ...search, name: NAMES.vanillaSearch, server: vanilla, body: query },
    { ...search, name: NAMES.search, server: ours, body: query },
    get(NAMES.catalogSearch, ours, `${page}&q=${asked(encodeURIComponent, "+")}&price_min={n}`, one),
    get(
      NAMES.suggest,
      ours,
      `/store/search/suggest?q={n:Sut|Non|Choy|Guruch}`,
      { ...one, ...another },
      "prod_b"
    ),
  ]
}
