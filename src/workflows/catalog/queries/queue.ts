import { Run } from "../run"

/** Changes are few enough for the quick lane up to this many goods of one change; more wait behind single ones. */
export const FEW = 200

const DUE = `(not_before is null or not_before <= now())`

export type Waiting = { serving: number | null; hasUrgent: boolean; hasAny: boolean }

/** What there is to do: one statement, with which most calls are done. */
export async function readWaiting(run: Run): Promise<Waiting> {
  const [row] = await run<{ serving: number | null; urgent: boolean; bulk: boolean }>(
    `select s.version as serving,
            exists (select 1 from catalog_change where kind <> 'product')
              or exists (select 1 from catalog_change where kind = 'product' and not is_bulk and ${DUE})
              or exists (select 1 from catalog_product d where d.next_change_at <= now() and d.version = s.version) as urgent,
            exists (select 1 from catalog_change where kind = 'product' and is_bulk and ${DUE}) as bulk
       from (select max(version) as version from catalog_version where status = 'serving') s`
  )
  return { serving: row.serving, hasUrgent: row.urgent, hasAny: row.urgent || row.bulk }
}

export type Wide = { kind: string; entity_id: string | null }

/** Takes changes that are of more than goods. */
export const takeWide = (run: Run) =>
  run<Wide>(
    `delete from catalog_change where id in (select id from catalog_change where kind <> 'product' order by id limit 1000)
     returning kind, entity_id`
  )

/**
 * Takes all waiting changes of the next goods, and goods whose time has come (a price list begins or ends).
 * @param most goods
 */
export async function takeGoods(run: Run, isUrgent: boolean, most: number): Promise<string[]> {
  const rows = await run<{ id: string }>(
    `with head as (select id, entity_id, is_bulk from catalog_change
                    where kind = 'product' and ${DUE} ${isUrgent ? "and not is_bulk" : ""} order by is_bulk, id limit 2000),
          goods as (select entity_id from head group by entity_id order by min(is_bulk::int), min(id) limit :most),
          taken as (delete from catalog_change c using head h, goods g where c.id = h.id and g.entity_id = h.entity_id)
     select entity_id as id from goods
     union
     (select d.product_id from catalog_product d join catalog_version w on w.version = d.version and w.status = 'serving'
       where d.next_change_at <= now() order by d.next_change_at limit :most)`,
    { most }
  )
  return rows.map(({ id }) => id)
}

/** Puts goods that failed back, for a minute later; those whose time had come too, or every batch would fail on them. */
export const putBack = (run: Run, ids: string[]) =>
  run(
    `with later as (update catalog_product set next_change_at = now() + interval '1 minute'
                     where product_id = any(:ids) and next_change_at <= now())
     insert into catalog_change (kind, entity_id, is_bulk, not_before)
     select 'product', id, true, now() + interval '1 minute' from unnest(cast(:ids as text[])) g(id)`,
    { ids }
  )

/** Goods that a change of something else concerns. */
const CONCERNED: Record<string, string> = {
  all: `select id from product where deleted_at is null union select product_id from catalog_product`,
  company: `select product_id from listing where company_id = any(:ids) and deleted_at is null`,
  category: `select pc.product_id from product_category_product pc join product_category g on g.id = pc.product_category_id
              where string_to_array(rtrim(g.mpath, '.'), '.') && cast(:ids as text[]) or g.id = any(:ids)`,
  collection: `select id from product where collection_id = any(:ids) and deleted_at is null`,
  type: `select id from product where type_id = any(:ids) and deleted_at is null`,
  tag: `select product_id from product_tags where product_tag_id = any(:ids)`,
  option: `select product_id from product_product_option where product_option_id = any(:ids) and deleted_at is null`,
  price_list: `select v.product_id from price r join product_variant_price_set ps on ps.price_set_id = r.price_set_id and ps.deleted_at is null
                 join product_variant v on v.id = ps.variant_id where r.price_list_id = any(:ids) and r.deleted_at is null`,
  location: `select v.product_id from inventory_level l
               join product_variant_inventory_item k on k.inventory_item_id = l.inventory_item_id and k.deleted_at is null
               join product_variant v on v.id = k.variant_id where l.location_id = any(:ids) and l.deleted_at is null`,
  channel: `select product_id from product_sales_channel where sales_channel_id = any(:ids) and deleted_at is null`,
}

/** Notes the goods that a change of something else concerns. @returns how many, and the last note's id */
export async function noteConcerned(
  run: Run,
  kind: keyof typeof CONCERNED,
  ids: string[]
): Promise<{ count: number; last: string | null }> {
  const [row] = await run<{ count: number; last: string | null }>(
    `with goods as materialized (select distinct id from (${CONCERNED[kind]}) g(id) where id is not null),
          noted as (insert into catalog_change (kind, entity_id, is_bulk)
                    select 'product', id, (select count(*) > ${FEW} from goods) from goods returning id)
     select count(*)::int as count, max(id)::text as last from noted`,
    { ids }
  )
  return row
}

/** The sale's kinds of change that concern goods. */
export const isConcerning = (kind: string) => kind in CONCERNED

/** Tells the search indexes what to look at anew. */
export const tellSearch = (run: Run, kind: "product" | "company" | "category", ids: string[]) =>
  run(
    `insert into catalog_search_change (kind, entity_id) select :kind, id from unnest(cast(:ids as text[])) g(id)`,
    { kind, ids }
  )

/**
 * Everybody who keeps pages reads them anew. Hold `lockWriting`.
 * @param isShape which goods there are, or what they can be filtered by, is another: counts and facets are read anew too
 * @returns the new generation
 */
export async function nextGeneration(run: Run, isShape: boolean): Promise<string> {
  const [{ generation }] = await run<{ generation: string }>(
    `update catalog_state set generation = generation + 1, changed_at = now()
            ${isShape ? ", shape = pg_current_xact_id()::text::bigint" : ""}
      where id = 1 returning generation`
  )
  return generation
}

/** The versions that are written: the one that is served, and one that is being built beside it. */
export async function openVersions(run: Run): Promise<{ versions: number[]; revision: string; now: Date }> {
  const [row] = await run<{ versions: number[]; revision: string; now: Date }>(
    `select array(select version from catalog_version where status in ('serving', 'building')) as versions,
            (select (generation + 1)::text from catalog_state where id = 1) as revision, now() as now`
  )
  return row
}
