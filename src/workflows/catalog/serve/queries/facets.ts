import { select } from "../database"
import { GoodsQuery } from "../lib/query"
import { Scope } from "../goods"
import { baseValues, Reader } from "../reader"
import { inStock, minPrice, titleOf } from "./filters"
import { PRICE, STOCK } from "./page"

/** Bars of the price histogram. */
const BARS = 10
/** Values that a facet shows at most, the most frequent first. */
const MOST = 100

export type Facets = {
  categories: Array<{ id: string; name: string; handle: string; count: number }>
  companies: Array<{ id: string; name: string; handle: string; count: number }>
  attributes: Array<{ title: string; values: Array<{ value: string; count: number }> }>
  in_stock: { true: number; false: number }
  rating: Array<{ from: number; count: number }>
  price: {
    min: number | null
    max: number | null
    histogram: Array<{ from: number; to: number; count: number }>
  }
}

type Row = Omit<Facets, "attributes" | "price"> & {
  attributes: Array<{ attribute: string; count: number }>
  price: { min: number | null; max: number | null; bars: Array<{ bar: number; count: number }> }
}

/**
 * What the list could be narrowed by: one statement. Each facet is counted without its own filter, so that choosing a second
 * company is possible after a first; `missed` has a bit for every filter that goods fail, and a facet overlooks its own.
 */
export async function readFacets(reader: Reader, query: GoodsQuery, scope: Scope): Promise<Facets> {
  const { filters, deviations } = scope
  const deviating = { prices: deviations.prices !== null, stock: deviations.stock !== null }
  const bits = new Map(filters.facets.map(({ name }, index) => [name as string, 2 ** index]))
  const missed = filters.facets.map(
    ({ name, condition }) => `case when ${condition} then 0 else ${bits.get(name)} end`
  )
  const but = (name: string) => `(b.missed & ~${bits.get(name) ?? 0}) = 0`
  const titles = query.attribute.length > 0 ? [...new Set(query.attribute.map(titleOf))] : []
  const attributeCase = titles.map(
    (_, index) => `when :t_${index} then b.missed & ~${bits.get(`attribute:${titles[index]}`)}`
  )
  const missedByTitle =
    titles.length === 0
      ? "b.missed"
      : `(case split_part(a.attribute, '=', 1) ${attributeCase.join(" ")} else b.missed end)`
  const [row] = await select<Row>(
    reader.container,
    `with base as materialized (
       select p.company_id, p.category_ids, p.attributes, p.rating_average, ${minPrice(deviating)} as price,
              ${inStock(deviating)} as in_stock, cast(${missed.join(" | ") || "0"} as bigint) as missed
         from catalog_product p left join company c on c.id = p.company_id left join ${PRICE} left join ${STOCK} ${scope.deviationJoins}
        where ${filters.always.map((one) => `(${one})`).join(" and ")}),
     span as (select min(b.price) as low, max(b.price) as high from base b where ${but("price")})
     select
       (select coalesce(json_agg(x), '[]') from (
          select g.id, g.name, g.handle, count(*)::int as count from base b, unnest(b.category_ids) i(id)
            join product_category g on g.id = i.id and g.deleted_at is null and g.is_active and not g.is_internal
           where ${but("category")} group by g.id order by count desc, g.name, g.id limit ${MOST}) x) as categories,
       (select coalesce(json_agg(x), '[]') from (
          select g.id, g.name, g.handle, count(*)::int as count from base b join company g on g.id = b.company_id
           where ${but("company")} group by g.id order by count desc, g.name, g.id limit ${MOST}) x) as companies,
       (select coalesce(json_agg(x), '[]') from (
          select a.attribute, count(*)::int as count from base b, unnest(b.attributes) a(attribute)
           where ${missedByTitle} = 0
           group by a.attribute order by count desc, a.attribute limit ${5 * MOST}) x) as attributes,
       (select json_build_object('true', count(*) filter (where b.in_stock), 'false', count(*) filter (where not b.in_stock))
          from base b where ${but("stock")}) as in_stock,
       (select json_agg(json_build_object('from', n.floor, 'count',
                 (select count(*) from base b where ${but("rating")} and b.rating_average >= n.floor)) order by n.floor desc)
          from generate_series(1, 4) n(floor)) as rating,
       (select json_build_object('min', span.low, 'max', span.high, 'bars', (
          select coalesce(json_agg(x order by x.bar), '[]') from (
            select case when span.high = span.low then 1
                        else least(width_bucket(b.price, span.low, span.high, ${BARS}), ${BARS}) end as bar, count(*)::int as count
              from base b where ${but("price")} and b.price is not null group by 1) x)) from span) as price`,
    {
      ...baseValues(reader),
      ...filters.values,
      ...Object.fromEntries(titles.map((title, index) => [`t_${index}`, title])),
    }
  )
  return { ...row, attributes: groupAttributes(row.attributes), price: barsOf(row.price) }
}

function groupAttributes(rows: Row["attributes"]): Facets["attributes"] {
  const byTitle = new Map<string, Array<{ value: string; count: number }>>()
  for (const { attribute, count } of rows) {
    const title = titleOf(attribute)
    const values = byTitle.get(title) ?? []
    values.push({ value: attribute.slice(title.length + 1), count })
    byTitle.set(title, values)
  }
  return [...byTitle].map(([title, values]) => ({ title, values }))
}

function barsOf({ min, max, bars }: Row["price"]): Facets["price"] {
  if (min === null || max === null) {
    return { min, max, histogram: [] }
  }
  const counts = new Map(bars.map(({ bar, count }) => [bar, count]))
  const width = (max - min) / BARS
  const histogram = Array.from({ length: width === 0 ? 1 : BARS }, (_, index) => ({
    from: min + index * width,
    to: index === BARS - 1 || width === 0 ? max : min + (index + 1) * width,
    count: counts.get(index + 1) ?? 0,
  }))
  return { min, max, histogram }
}
