export type AdKind = "banner" | "listing"

export const PLACEMENT_CODES = [
  "home_banner",
  "category_banner",
  "search_banner",
  "product_banner",
  "category_list",
  "search_list",
] as const
export type PlacementCode = (typeof PLACEMENT_CODES)[number]

/** A place of the storefront for ads. Sizes are pixels; prices are tiyin, per 1 000 impressions (cpm) and per click (cpc). */
export type Placement = {
  code: PlacementCode
  kind: AdKind
  name: { uz: string; ru: string; en: string }
  /** Of the picture, exactly; null in lists, where goods show their own. */
  width: number | null
  height: number | null
  /** Ads per answer, at most. */
  most: number
  /** Fixed places in a list, from 1; empty for banners. */
  positions: number[]
  minimum_cpm_tiyin: number
  minimum_cpc_tiyin: number
  is_active: boolean
}

const banner = (
  code: PlacementCode,
  [width, height]: [number, number],
  most: number,
  [cpm, cpc]: [number, number],
  name: Placement["name"]
): Placement => ({
  code,
  kind: "banner",
  name,
  width,
  height,
  most,
  positions: [],
  minimum_cpm_tiyin: cpm * 100,
  minimum_cpc_tiyin: cpc * 100,
  is_active: true,
})

const list = (code: PlacementCode, name: Placement["name"]): Placement => ({
  ...banner(code, [0, 0], 3, [3_000, 150], name),
  kind: "listing",
  width: null,
  height: null,
  positions: [2, 7, 12],
})

/** The places as they are without an operator's word; rows of `ad_placement` say otherwise. */
export const PLACEMENTS: Placement[] = [
  banner("home_banner", [1200, 400], 5, [5_000, 250], {
    uz: "Bosh sahifadagi banner",
    ru: "Баннер на главной странице",
    en: "Banner on the home page",
  }),
  banner("category_banner", [1200, 240], 3, [4_000, 200], {
    uz: "Toifa sahifasidagi banner",
    ru: "Баннер на странице категории",
    en: "Banner on a category page",
  }),
  banner("search_banner", [1200, 240], 3, [4_000, 200], {
    uz: "Qidiruv sahifasidagi banner",
    ru: "Баннер на странице поиска",
    en: "Banner on the search page",
  }),
  banner("product_banner", [600, 200], 2, [3_000, 150], {
    uz: "Tovar sahifasidagi banner",
    ru: "Баннер на странице товара",
    en: "Banner on a product page",
  }),
  list("category_list", {
    uz: "Toifadagi tovarlar ro‘yxati",
    ru: "Список товаров категории",
    en: "List of goods in a category",
  }),
  list("search_list", {
    uz: "Qidiruv natijalari ro‘yxati",
    ru: "Список результатов поиска",
    en: "List of search results",
  }),
]

/** What an operator has changed about a place; null stands for what was there before. */
export type PlacementRow = { code: string } & {
  [
    Key in "width" | "height" | "most" | "positions" | "minimum_cpm_tiyin" | "minimum_cpc_tiyin" | "is_active"
  ]: Placement[Key] | null
}

/** The places as they are now, in their order. */
export function placementsWith(rows: PlacementRow[]): Placement[] {
  return PLACEMENTS.map((placement) => {
    const row = rows.find(({ code }) => code === placement.code)
    const said = Object.entries(row ?? {}).filter(([, value]) => value !== null && value !== undefined)
    return { ...placement, ...(Object.fromEntries(said) as Partial<Placement>) }
  })
}
