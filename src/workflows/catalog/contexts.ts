import { Run } from "./run"

/** A context that goods are priced for in advance. */
export type KeptContext = {
  id: number
  region_id: string | null
  currency_code: string
  country_code: string | null
}
/** A set of sales channels whose stock is added up in advance; the key is their sorted ids joined by commas. */
export type KeptChannels = { channels_key: string; channels: string[] }
export type Kept = { contexts: KeptContext[]; sets: KeptChannels[] }

const WANTED_CONTEXTS = `
  select r.id as region_id, r.currency_code, null::text as country_code from region r where r.deleted_at is null
  union all
  select r.id, r.currency_code, y.iso_2 from region r join region_country y on y.region_id = r.id and y.deleted_at is null
   where r.deleted_at is null and r.automatic_taxes
  union
  select null, currency_code, null from store_currency where deleted_at is null`

const KEYS = `api_key k join publishable_api_key_sales_channel s on s.publishable_key_id = k.id and s.deleted_at is null
     where k.type = 'publishable' and k.deleted_at is null and (k.revoked_at is null or k.revoked_at > now())`

/** The channels of each key, and each alone: a storefront may ask for one of its key's. */
const WANTED_SETS = `
  select distinct array_to_string(channels, ',') as channels_key, channels from (
    select array_agg(s.sales_channel_id::text order by s.sales_channel_id collate "C") as channels from ${KEYS} group by k.id
    union select array[s.sales_channel_id::text] from ${KEYS}) of_keys`

const SAME = `w.region_id is not distinct from x.region_id and w.currency_code = x.currency_code
   and w.country_code is not distinct from x.country_code`

/** No change can have such an id: goods have nothing for the context yet. */
export const NOT_READY = "9223372036854775807"

/**
 * Follows regions, countries, currencies and keys. What is new is not ready before `settle` says so.
 * @returns whether some context is new, and the channels of sets that are
 */
export async function syncKept(run: Run): Promise<{ hasNewContext: boolean; newChannels: string[] }> {
  await run(`with gone as (
      delete from catalog_price_context x where not exists (select 1 from (${WANTED_CONTEXTS}) w where ${SAME}) returning id)
    delete from catalog_price p using gone where p.context_id = gone.id`)
  const contexts = await run(
    `insert into catalog_price_context (region_id, currency_code, country_code, ready_after)
     select w.region_id, w.currency_code, w.country_code, ${NOT_READY} from (${WANTED_CONTEXTS}) w
      where not exists (select 1 from catalog_price_context x where ${SAME}) returning id`
  )
  await run(`with gone as (
      delete from catalog_channel_set x where not exists (select 1 from (${WANTED_SETS}) w where w.channels_key = x.channels_key)
      returning channels_key)
    delete from catalog_stock s using gone where s.channels_key = gone.channels_key`)
  const sets = await run<{ channels: string[] }>(
    `insert into catalog_channel_set (channels_key, channels, ready_after)
     select w.channels_key, w.channels, ${NOT_READY} from (${WANTED_SETS}) w
      where not exists (select 1 from catalog_channel_set x where x.channels_key = w.channels_key) returning channels`
  )
  return {
    hasNewContext: contexts.length > 0,
    newChannels: [...new Set(sets.flatMap(({ channels }) => channels))],
  }
}

/** Says from which change on everything has what is new. @param after null: it has at once */
export async function settleNew(run: Run, after: string | null): Promise<void> {
  for (const table of ["catalog_price_context", "catalog_channel_set"]) {
    await run(`update ${table} set ready_after = :after::bigint where ready_after = ${NOT_READY}`, { after })
  }
}

/** Opens what all goods have by now. @returns whether anything was */
export async function openReady(run: Run): Promise<boolean> {
  const open = (table: string) => `
    update ${table} t set ready_after = null where ready_after is not null and ready_after <> ${NOT_READY}
       and not exists (select 1 from catalog_change c where c.kind = 'product' and c.id <= t.ready_after and c.not_before is null)
    returning 1`
  const [{ count }] = await run<{ count: number }>(
    `with a as (${open("catalog_price_context")}), b as (${open("catalog_channel_set")})
     select ((select count(*) from a) + (select count(*) from b))::int as count`
  )
  return count > 0
}

/** Everything that documents are made for: one statement. @param isReady only what all goods have */
export async function readKept(run: Run, isReady = false): Promise<Kept> {
  const ready = isReady ? "where ready_after is null" : ""
  const [kept] = await run<Kept>(
    `select (select coalesce(json_agg(json_build_object('id', id, 'region_id', region_id, 'currency_code', currency_code,
                'country_code', country_code) order by id), '[]') from catalog_price_context ${ready}) as contexts,
            (select coalesce(json_agg(json_build_object('channels_key', channels_key, 'channels', channels)
                order by channels_key), '[]') from catalog_channel_set ${ready}) as sets`
  )
  return kept
}
