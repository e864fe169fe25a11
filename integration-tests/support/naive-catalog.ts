import { Goods } from "./catalog-rows"

/** What the catalogue's lists must answer, worked out goods by goods. */

export type Wanted = {
  company_id: string[]
  category_id: string[]
  attribute: string[]
  price: [number, number] | null
  in_stock: boolean
  on_sale: boolean
  rating_min: number | null
  order: "newest" | "price" | "-price" | "rating" | "popular"
  limit: number
}

export function queryOf(wanted: Wanted): string {
  const { company_id, category_id, attribute, price, in_stock, on_sale, rating_min, order, limit } = wanted
  const pairs = [
    ...(company_id.length > 0 ? [["company_id", company_id.join(",")]] : []),
    ...category_id.map((id) => ["category_id", id]),
    ...attribute.map((one) => ["attribute", one]),
    ...(price
      ? [
          ["price_min", String(price[0])],
          ["price_max", String(price[1])],
        ]
      : []),
    ...(in_stock ? [["in_stock", "true"]] : []),
    ...(on_sale ? [["on_sale", "true"]] : []),
    ...(rating_min === null ? [] : [["rating_min", String(rating_min)]]),
    ["order", order],
    ["limit", String(limit)],
  ]
  return new URLSearchParams(pairs).toString()
}

type Filter = "company" | "category" | "price" | "stock" | "rating" | `attribute ${string}`

/** The filters that goods fail. */
function missed(goods: Goods, wanted: Wanted): Set<Filter | "sale"> {
  const failed = new Set<Filter | "sale">()
  const need = (filter: Filter | "sale", isMet: boolean) => isMet || failed.add(filter)
  need("company", wanted.company_id.length === 0 || wanted.company_id.includes(goods.company_id ?? ""))
  need(
    "category",
    wanted.category_id.length === 0 || wanted.category_id.some((id) => goods.category_ids.includes(id))
  )
  const { price } = wanted
  need("price", !price || (goods.price !== null && goods.price >= price[0] && goods.price <= price[1]))
  need("stock", !wanted.in_stock || goods.in_stock)
  need("sale", !wanted.on_sale || goods.is_sale)
  need("rating", wanted.rating_min === null || (goods.rating_average ?? -1) >= wanted.rating_min)
  for (const title of new Set(wanted.attribute.map((one) => one.split("=")[0]))) {
    const values = wanted.attribute.filter((one) => one.startsWith(`${title}=`))
    need(
      `attribute ${title}`,
      values.some((one) => goods.attributes.includes(one))
    )
  }
  return failed
}

const fits = (goods: Goods, wanted: Wanted, but?: Filter) =>
  [...missed(goods, wanted)].every((filter) => filter === but)

const rank: Record<Wanted["order"], (goods: Goods) => number> = {
  newest: ({ created_at }) => -created_at.getTime(),
  price: ({ price }) => price ?? Infinity,
  "-price": ({ price }) => (price === null ? Infinity : -price),
  rating: ({ rating_average }) => -(rating_average ?? 3),
  popular: ({ popularity }) => -popularity,
}

export function naiveIds(goods: Goods[], wanted: Wanted): string[] {
  const of = rank[wanted.order]
  return goods
    .filter((one) => fits(one, wanted))
    .sort((a, b) => (of(a) === of(b) ? (a.id < b.id ? -1 : 1) : of(a) - of(b)))
    .map(({ id }) => id)
}

/** Facets, as `plainFacets` makes them of an answer. */
export function naiveFacets(goods: Goods[], wanted: Wanted) {
  const of = (but: Filter) => goods.filter((one) => fits(one, wanted, but))
  const prices = of("price").flatMap(({ price }) => price ?? [])
  const rated = (from: number) => of("rating").filter((one) => (one.rating_average ?? 0) >= from).length
  return {
    categories: counted(of("category").flatMap((one) => one.category_ids)),
    companies: counted(of("company").flatMap(({ company_id }) => company_id ?? [])),
    attributes: counted(
      ["Rang", "Hajm"].flatMap((title) =>
        of(`attribute ${title}`).flatMap((one) =>
          one.attributes.filter((text) => text.startsWith(`${title}=`))
        )
      )
    ),
    in_stock: {
      true: of("stock").filter(({ in_stock }) => in_stock).length,
      false: of("stock").filter(({ in_stock }) => !in_stock).length,
    },
    rating: [4, 3, 2, 1].map((from) => ({ from, count: rated(from) })),
    price: {
      min: prices.length > 0 ? Math.min(...prices) : null,
      max: prices.length > 0 ? Math.max(...prices) : null,
      in_bars: prices.length,
    },
  }
}

const counted = (values: string[]) =>
  Object.fromEntries([...new Set(values)].map((one) => [one, values.filter((other) => other === one).length]))

type Counted = { id: string; count: number }
type Answered = {
  categories: Counted[]
  companies: Counted[]
  attributes: Array<{ title: string; values: Array<{ value: string; count: number }> }>
  in_stock: { true: number; false: number }
  rating: Array<{ from: number; count: number }>
  price: {
    min: number | null
    max: number | null
    histogram: Array<{ from: number; to: number; count: number }>
  }
}

export function plainFacets({ categories, companies, attributes, in_stock, rating, price }: Answered) {
  const byId = (rows: Counted[]) => Object.fromEntries(rows.map(({ id, count }) => [id, count]))
  return {
    categories: byId(categories),
    companies: byId(companies),
    attributes: Object.fromEntries(
      attributes.flatMap(({ title, values }) =>
        values.map(({ value, count }) => [`${title}=${value}`, count] as const)
      )
    ),
    in_stock,
    rating,
    price: {
      min: price.min,
      max: price.max,
      in_bars: price.histogram.reduce((sum, { count }) => sum + count, 0),
    },
  }
}
