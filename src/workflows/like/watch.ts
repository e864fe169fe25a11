import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { LikeEvents } from "../../modules/like/events"
import { variantStates } from "./queries/state"

/** Goods that are compared at a time. */
const BATCH = 500
/** News that is told at a time. */
const NEWS = 200

type Knex = {
  raw: <T>(statement: string, values?: unknown[]) => Promise<{ rows: T[] }>
  transaction: <T>(work: (trx: Knex) => Promise<T>) => Promise<T>
}
const knexOf = (container: MedusaContainer) =>
  container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Knex

/**
 * What has changed since the last look, and the state as it is now. The state and what came of it are written by one
 * statement: each crossing is noticed once, and none is lost when the process dies.
 */
const COMPARE = `
  with now_ as materialized (${variantStates("p.id = any(?)")}),
  news as (
    insert into like_news (kind, product_id, variant_id, currency_code, price_from, price_to)
    select k.kind, n.product_id, n.variant_id, w.currency_code,
           case k.kind when 'price_dropped' then w.price end, case k.kind when 'price_dropped' then n.price end
      from now_ n join like_watch w on w.variant_id = n.variant_id
      join (values ('price_dropped'), ('back_in_stock')) k (kind)
        on case k.kind when 'price_dropped' then n.price < w.price else n.is_in_stock and not w.is_in_stock end
     order by n.variant_id, k.kind
    returning id),
  kept as (
    insert into like_watch as w (variant_id, product_id, price, is_in_stock)
    select variant_id, product_id, price, is_in_stock from now_ order by variant_id
    on conflict (variant_id) do update
       set price = excluded.price, is_in_stock = excluded.is_in_stock, changed_at = now()
     where (w.price, w.is_in_stock) is distinct from (excluded.price, excluded.is_in_stock))
  select count(*)::int as noticed from news`

/**
 * Looks at the price and stock of some goods, where somebody likes them.
 * @returns how many crossings it noticed; they are yet to be told
 */
export async function watchLikedGoods(container: MedusaContainer, productIds: string[]): Promise<number> {
  return knexOf(container).transaction(async (trx) => {
    // The rows are locked first: what the second statement reads is then newer than whatever the last look has written.
    const { rows } = await trx.raw<{ product_id: string }>(
      `select k.product_id from product_like_count k where k.product_id = any(?) and k.like_count > 0
        order by k.product_id for no key update`,
      [productIds]
    )
    if (rows.length === 0) {
      return 0
    }
    const liked = rows.map(({ product_id }) => product_id)
    return (await trx.raw<{ noticed: number }>(COMPARE, [liked])).rows[0].noticed
  })
}

/** Looks at all liked goods, batch by batch, each a constant number of statements. @returns noticed crossings */
export async function watchEverything(container: MedusaContainer): Promise<number> {
  let noticed = 0
  for (let last = "", isMore = true; isMore;) {
    const { rows } = await knexOf(container).raw<{ product_id: string }>(
      `select product_id from product_like_count where product_id > ? and like_count > 0 order by product_id limit ?`,
      [last, BATCH]
    )
    const ids = rows.map(({ product_id }) => product_id)
    noticed += ids.length > 0 ? await watchLikedGoods(container, ids) : 0
    isMore = ids.length === BATCH
    last = ids.at(-1) ?? last
  }
  return noticed
}

type News = {
  id: string
  kind: "price_dropped" | "back_in_stock"
  product_id: string
  variant_id: string
  currency_code: string
  price_from: string | null
  price_to: string | null
}

/**
 * Tells of what was noticed. A process that dies after the event and before the row is marked makes it come again, with the
 * same id. @returns how much was told
 */
export async function tellLikeNews(container: MedusaContainer): Promise<number> {
  let told = 0
  for (let count = NEWS; count === NEWS; told += count) {
    count = await knexOf(container).transaction(async (trx) => {
      const { rows } = await trx.raw<News>(
        `select * from like_news where told_at is null order by id limit ? for update skip locked`,
        [NEWS]
      )
      if (rows.length > 0) {
        await container.resolve(Modules.EVENT_BUS).emit(rows.map(toEvent))
        await trx.raw(`update like_news set told_at = now() where id = any(?)`, [rows.map(({ id }) => id)])
      }
      return rows.length
    })
  }
  return told
}

function toEvent({ id, kind, product_id, variant_id, currency_code, price_from, price_to }: News): {
  name: string
  data: object
} {
  return kind === "back_in_stock"
    ? { name: LikeEvents.BACK_IN_STOCK, data: { id, product_id, variant_id } }
    : {
        name: LikeEvents.PRICE_DROPPED,
        data: { id, product_id, variant_id, currency_code, from: Number(price_from), to: Number(price_to) },
      }
}
