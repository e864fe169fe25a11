import { Documents } from "./documents"
import { Run } from "./run"

/** An array as PostgreSQL writes it, so that arrays of arrays of different lengths can be one parameter. */
const literal = (values: string[]) =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`

type Column<Row> = [name: string, type: string, value: (row: Row) => unknown]

type Products = Documents["products"][number]
type Prices = Documents["prices"][number]
type Stock = Documents["stock"][number]

const PRODUCT: Array<Column<Products>> = [
  ["product_id", "text", ({ id }) => id],
  ["handle", "text", ({ handle }) => handle],
  ["company_id", "text", ({ company }) => company?.id ?? null],
  ["channels", "text[]", ({ channels }) => literal(channels)],
  ["category_ids", "text[]", ({ category_ids }) => literal(category_ids)],
  ["collection_id", "text", ({ collection_id }) => collection_id],
  ["type_id", "text", ({ type_id }) => type_id],
  ["tag_ids", "text[]", ({ tag_ids }) => literal(tag_ids)],
  ["attributes", "text[]", ({ attributes }) => literal(attributes)],
  ["created_at", "timestamptz", ({ created_at }) => created_at.toISOString()],
  ["rating_average", "real", ({ rating_average }) => rating_average],
  ["rating_count", "integer", ({ rating_count }) => rating_count],
  ["rating_score", "real", ({ rating_score }) => rating_score],
  ["like_count", "integer", ({ like_count }) => like_count],
  ["sold_count", "integer", ({ sold_count }) => sold_count],
  ["popularity", "real", ({ popularity }) => popularity],
  ["titles", "text[]", ({ titles }) => literal(titles)],
  ["parts", "text[]", ({ parts }) => literal(parts)],
  ["next_change_at", "timestamptz", ({ next_change_at }) => next_change_at?.toISOString() ?? null],
]
const PRICE: Array<Column<Prices>> = [
  ["product_id", "text", ({ product_id }) => product_id],
  ["context_id", "integer", ({ context_id }) => context_id],
  ["min_price", "numeric", ({ min_price }) => min_price],
  ["max_price", "numeric", ({ max_price }) => max_price],
  ["is_sale", "boolean", ({ is_sale }) => is_sale],
  ["prices", "text[]", ({ prices }) => literal(prices)],
]
const STOCK: Array<Column<Stock>> = [
  ["product_id", "text", ({ product_id }) => product_id],
  ["channels_key", "text", ({ channels_key }) => channels_key],
  ["in_stock", "boolean", ({ in_stock }) => in_stock],
  ["stock", "text[]", ({ stock }) => literal(stock)],
]

/** Columns that counts and facets go by: see `nextGeneration`. */
const SHAPE = {
  catalog_product: [
    ...["handle", "company_id", "channels", "category_ids", "collection_id", "tag_ids", "attributes"],
    "rating_average",
  ],
  catalog_price: ["min_price", "is_sale"],
  catalog_stock: ["in_stock"],
}

/** Puts rows in or brings them up; those that are right already stay as they are. Says whether the shape is another. */
function upsert<Row>(
  table: keyof typeof SHAPE,
  key: string[],
  columns: Array<Column<Row>>,
  more: [string, string][] = []
) {
  const names = columns.map(([name]) => name)
  const facts = names.filter((name) => !key.includes(name))
  const set = [...facts, ...more.map(([name]) => name)].map((name) => `${name} = excluded.${name}`)
  const row = (of: string) => `(${facts.map((name) => `${of}.${name}`).join(", ")})`
  const place = ["version", ...key]
  const shape = (of: string) => `(${SHAPE[table].map((name) => `${of}.${name}`).join(", ")})`
  return `with written as (insert into ${table} (version, ${[...names, ...more.map(([name]) => name)].join(", ")})
    select w.version, ${columns.map(([name, type]) => `d.${name}::${type}`).join(", ")}${more.map(([, value]) => `, ${value}`).join("")}
      from unnest(cast(:versions as integer[])) w(version)
     cross join unnest(${names.map((name) => `cast(:${name} as text[])`).join(", ")}) d(${names.join(", ")})
    on conflict (version, ${key.join(", ")}) do update set ${set.join(", ")} where ${row(table)} is distinct from ${row("excluded")}
    returning ${[...place, ...SHAPE[table]].join(", ")})
    select n.product_id, o.version is null or ${shape("o")} is distinct from ${shape("n")} as is_shape
      from written n left join ${table} o on ${place.map((name) => `o.${name} = n.${name}`).join(" and ")}`
}

const UPSERT_PRODUCTS = upsert("catalog_product", ["product_id"], PRODUCT, [
  ["revision", "cast(:revision as bigint)"],
  ["built_at", "now()"],
])
const UPSERT_PRICES = upsert("catalog_price", ["context_id", "product_id"], PRICE)
const UPSERT_STOCK = upsert("catalog_stock", ["channels_key", "product_id"], STOCK)

const DELETE = (table: string, more = "") => `delete from ${table} x
   where x.version = any(cast(:versions as integer[])) and x.product_id = any(cast(:ids as text[])) ${more}
     and not exists (select 1 from unnest(cast(:kept as text[])) k(id) where k.id = `
const DELETE_PRODUCTS = `${DELETE("catalog_product")} x.product_id) returning product_id, true as is_shape`
const DELETE_PRICES = `${DELETE("catalog_price")} x.product_id) returning product_id, true as is_shape`
const DELETE_STOCK = `${DELETE("catalog_stock")} x.product_id || ' ' || x.channels_key) returning product_id, true as is_shape`

const bindings = <Row>(columns: Array<Column<Row>>, rows: Row[]) =>
  Object.fromEntries(columns.map(([name, , value]) => [name, rows.map((row) => text(value(row)))]))

const text = (value: unknown) => (value === null || value === undefined ? null : String(value))

/** Goods of which anything has really changed, and whether anything has that counts and facets go by. */
export type Written = { changed: string[]; is_shape: boolean }

/**
 * Brings the rows of goods in some versions to what has just been made of them, and takes out goods that have no document any
 * more. Hold `lockWriting` since before the documents were made. Six statements.
 * @param ids all goods that documents were asked for
 */
export async function writeDocuments(
  run: Run,
  versions: number[],
  ids: string[],
  { products, prices, stock }: Documents,
  revision: string
): Promise<Written> {
  const rows: Array<{ product_id: string; is_shape: boolean }> = []
  const does = async (sql: string, more: Record<string, unknown>) =>
    rows.push(...(await run<(typeof rows)[number]>(sql, { versions, ...more })))
  const kept = products.map(({ id }) => id)
  await does(DELETE_PRODUCTS, { ids, kept })
  await does(DELETE_PRICES, { ids, kept })
  await does(DELETE_STOCK, {
    ids,
    kept: stock.map(({ product_id, channels_key }) => `${product_id} ${channels_key}`),
  })
  if (products.length > 0) {
    await does(UPSERT_PRODUCTS, { revision, ...bindings(PRODUCT, products) })
    await does(UPSERT_PRICES, bindings(PRICE, prices))
    await does(UPSERT_STOCK, bindings(STOCK, stock))
  }
  return {
    changed: [...new Set(rows.map(({ product_id }) => product_id))],
    is_shape: rows.some(({ is_shape }) => is_shape),
  }
}
