import { toSearchText } from "../../../lib/search-text"

/**
 * Categories of expenses (business rule 15): the standard ones are the same for everybody and have no rows; a company
 * adds its own, whose ids begin with `ecat_`.
 */

/** A name in the three languages of the market. */
export type LocalName = { uz: string; ru: string; en: string }

/** Key of each standard category → its names. Only `purchases` is cash out without being an expense of the period. */
export const STANDARD_CATEGORIES = {
  salary: { name: { uz: "Ish haqi", ru: "Зарплата", en: "Salaries" }, is_purchase: false },
  rent: { name: { uz: "Ijara", ru: "Аренда", en: "Rent" }, is_purchase: false },
  utilities: {
    name: { uz: "Kommunal xizmatlar", ru: "Коммунальные услуги", en: "Utilities" },
    is_purchase: false,
  },
  purchases: { name: { uz: "Tovar xaridi", ru: "Закупка товара", en: "Purchases" }, is_purchase: true },
  delivery: { name: { uz: "Yetkazib berish", ru: "Доставка", en: "Delivery" }, is_purchase: false },
  marketing: {
    name: { uz: "Reklama va marketing", ru: "Реклама и маркетинг", en: "Marketing" },
    is_purchase: false,
  },
  tax: { name: { uz: "Soliqlar", ru: "Налоги", en: "Taxes" }, is_purchase: false },
  other: { name: { uz: "Boshqa xarajatlar", ru: "Прочие расходы", en: "Other" }, is_purchase: false },
} as const satisfies Record<string, { name: LocalName; is_purchase: boolean }>

export type StandardCategory = keyof typeof STANDARD_CATEGORIES

/** Keys of the standard categories, in the order people are shown them. */
export const STANDARD_CATEGORY_IDS = Object.keys(STANDARD_CATEGORIES) as StandardCategory[]

/** What is needed of a company's own category. */
export type OwnCategory = {
  id: string
  name: string
  is_purchase: boolean
  archived_at?: Date | string | null
}

export type CategoryView = {
  id: string
  name: LocalName
  is_standard: boolean
  is_purchase: boolean
  is_archived: boolean
}

/** Whether an id names a standard category. */
export const isStandardCategory = (id: string): id is StandardCategory =>
  Object.hasOwn(STANDARD_CATEGORIES, id)

/** Whether a name is that of a standard category, in any language and any case. */
export function namesStandard(name: string): boolean {
  const wanted = toSearchText(name)
  return Object.values(STANDARD_CATEGORIES).some((category) =>
    Object.values(category.name).some((text) => toSearchText(text) === wanted)
  )
}

/** A standard category as it is shown. */
export const standardView = (id: StandardCategory): CategoryView => ({
  id,
  name: { ...STANDARD_CATEGORIES[id].name },
  is_standard: true,
  is_purchase: STANDARD_CATEGORIES[id].is_purchase,
  is_archived: false,
})

/** A company's own category as it is shown: called the same in every language. */
export const ownView = (row: OwnCategory): CategoryView => ({
  id: row.id,
  name: { uz: row.name, ru: row.name, en: row.name },
  is_standard: false,
  is_purchase: row.is_purchase,
  is_archived: Boolean(row.archived_at),
})

/**
 * Resolves a category's id among the standard ones and the company's own.
 * @param own the company's own categories by id
 * @returns undefined for an id that is neither, such as another company's
 */
export function categoryOf(id: string, own: ReadonlyMap<string, OwnCategory>): CategoryView | undefined {
  if (isStandardCategory(id)) {
    return standardView(id)
  }
  const row = own.get(id)
  return row && ownView(row)
}

/** A category's name; one that is not found (it never should be) is called by its id. */
export const categoryName = (id: string, own: ReadonlyMap<string, OwnCategory>): LocalName =>
  categoryOf(id, own)?.name ?? { uz: id, ru: id, en: id }

/** Whether money spent on a category is buying stock: cash out, no expense of the period. */
export const isPurchase = (id: string, own: ReadonlyMap<string, OwnCategory>): boolean =>
  categoryOf(id, own)?.is_purchase ?? false

/** SQL condition that says the same over `<category>` and the joined row `<own>` of `expense_category`. */
export const isPurchaseSql = (category = "e.category_id", own = "c"): string =>
  `(${category} = 'purchases' or coalesce(${own}.is_purchase, false))`
