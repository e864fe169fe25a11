import { COMPANY_KEY, shownCompany } from "../../modules/catalog/lib/document"
import { settleNew, syncKept } from "./contexts"
import { isConcerning, noteConcerned, tellSearch, Wide } from "./queries/queue"
import { Run } from "./run"

/** Changes of these may make other price contexts or sets of channels. */
const SETTINGS = ["all", "keys"]

/**
 * Turns changes of more than goods into changes of goods, in the transaction that took them. A change of everything so
 * outlives a crash, and is worked off in batches behind changes of single goods.
 */
export async function widen(run: Run, changes: Wide[]): Promise<void> {
  const ids = new Map<string, Set<string>>()
  for (const { kind, entity_id } of changes) {
    ids.set(kind, (ids.get(kind) ?? new Set()).add(entity_id ?? ""))
  }
  if (SETTINGS.some((kind) => ids.has(kind))) {
    await followSettings(run, ids.has("all"))
    ids.delete("all")
  }
  await stampRatings(run, [...(ids.get("company_rating") ?? [])])
  for (const [kind, entities] of ids) {
    await (isConcerning(kind) ? noteConcerned(run, kind, [...entities]) : undefined)
  }
  for (const kind of ["company", "category"] as const) {
    const told = [...(ids.get(kind) ?? []), ...(kind === "company" ? (ids.get("visibility") ?? []) : [])]
    await (told.length > 0 ? tellSearch(run, kind, told) : undefined)
  }
}

type Rated = { id: string; name: string; handle: string; average: number | null; count: number }

/**
 * A company's new stars concern every one of its goods: they are written over the old in one statement, where making
 * thousands of documents anew for each star would never end.
 */
async function stampRatings(run: Run, ids: string[]): Promise<void> {
  if (ids.length === 0) {
    return
  }
  const companies = await run<Rated>(
    `select c.id, c.name, c.handle, r.average::float8 as average, coalesce(r.count, 0) as count
       from company c left join company_rating_stat r on r.company_id = c.id where c.id = any(:ids) and c.deleted_at is null`,
    { ids }
  )
  await run(
    `update catalog_product d
        set parts[cardinality(parts)] = split_part(parts[cardinality(parts)], :key, 1) || :key || x.shown || '}',
            revision = (select generation + 1 from catalog_state where id = 1), built_at = now()
       from unnest(cast(:companies as text[]), cast(:shown as text[])) x(company_id, shown)
      where d.company_id = x.company_id
        and d.version in (select version from catalog_version where status in ('serving', 'building'))`,
    {
      key: COMPANY_KEY,
      companies: companies.map(({ id }) => id),
      shown: companies.map((company) => JSON.stringify(shownCompany(company))),
    }
  )
}

async function followSettings(run: Run, isAll: boolean): Promise<void> {
  const { hasNewContext, newChannels } = await syncKept(run)
  const noted =
    isAll || hasNewContext
      ? await noteConcerned(run, "all", [])
      : newChannels.length > 0
        ? await noteConcerned(run, "channel", newChannels)
        : { last: null }
  await settleNew(run, noted.last)
}
