import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Trx = { raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }
type Knex = { transaction: <T>(work: (trx: Trx) => Promise<T>) => Promise<T> }

const newId = (prefix: string, seed: string) =>
  `'${prefix}_' || upper(substr(md5(random()::text || ${seed}), 1, 26))`

/**
 * Moves links of what belongs to a company from other channels into one. `from` null means all others: what becomes
 * private is left nowhere else. Two rows of one table are two statements' worth of one, whatever the number of goods.
 */
const move = (table: string, prefix: string, column: string, own: string) => `
  with gone as (
    update ${table} l set deleted_at = now(), updated_at = now()
     where l.deleted_at is null and l.sales_channel_id <> :to and (cast(:from as text) is null or l.sales_channel_id = :from)
       and l.${column} in (${own}) returning l.${column})
  insert into ${table} (id, ${column}, sales_channel_id)
  select ${newId(prefix, `g.${column}`)}, g.${column}, :to from (select distinct ${column} from gone) g
  on conflict (${column}, sales_channel_id) do update set deleted_at = null, updated_at = now()`

const OWN_GOODS = `select product_id from listing where company_id = :id and deleted_at is null`
const OWN_PLACE = `select stock_location_id from company where id = :id and stock_location_id is not null`

/**
 * Makes a company private or public in one transaction with the channel that its goods and its stock location are in: a
 * crash leaves it wholly the one or wholly the other. A company that no operator has approved has no channel yet.
 * @returns whether it was the other before
 */
export async function moveCompany(
  container: MedusaContainer,
  to: { company_id: string; is_private: boolean; channel_id: string | null; from_channel_id: string | null }
): Promise<boolean> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Knex
  return knex.transaction(async (trx) => {
    const { rows } = await trx.raw<{ is_private: boolean }>(
      `select is_private from company where id = ? and deleted_at is null for update`,
      [to.company_id]
    )
    await trx.raw(
      `update company set is_private = ?, sales_channel_id = coalesce(?, sales_channel_id), updated_at = now()
        where id = ?`,
      [to.is_private, to.channel_id, to.company_id]
    )
    if (to.channel_id) {
      const values = { id: to.company_id, to: to.channel_id, from: to.from_channel_id } as never
      await trx.raw(move("product_sales_channel", "prodsc", "product_id", OWN_GOODS), values)
      await trx.raw(move("sales_channel_stock_location", "scloc", "stock_location_id", OWN_PLACE), values)
    }
    return rows[0].is_private !== to.is_private
  })
}

/**
 * Puts products of a company into the company's channel, where they are in the other one that it might have: the company
 * may have changed sides between the moment its channel was read and the moment they were linked to it. One statement.
 */
export async function settleProducts(
  container: MedusaContainer,
  company_id: string,
  product_ids: string[]
): Promise<void> {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `with own as (select c.sales_channel_id as id, d.private_channel_id, s.default_sales_channel_id as market_id
                    from company c join company_door d on d.company_id = c.id and d.deleted_at is null
                    left join store s on s.deleted_at is null
                   where c.id = :company_id and c.sales_channel_id is not null limit 1),
          gone as (
            update product_sales_channel l set deleted_at = now(), updated_at = now() from own
             where l.product_id = any(:product_ids) and l.deleted_at is null and l.sales_channel_id <> own.id
               and l.sales_channel_id in (own.private_channel_id, own.market_id) returning l.product_id, own.id as to_id)
     insert into product_sales_channel (id, product_id, sales_channel_id)
     select ${newId("prodsc", "product_id")}, product_id, to_id from gone
     on conflict (product_id, sales_channel_id) do update set deleted_at = null, updated_at = now()`,
    { company_id, product_ids } as never
  )
}
