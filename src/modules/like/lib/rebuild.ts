/** Runs one statement; both a transaction of knex and a plain connection do. */
export type Run = <Row>(statement: string) => Promise<Row[]>

export type Difference = { counter: string; id: string; was: number; is: number }

/** A counter: where it stands, and what it ought to be. */
type Counter = { name: string; table: string; key: string; column: string; truth: string }

const COUNTERS: Counter[] = [
  {
    name: "likes of goods",
    table: "product_like_count",
    key: "product_id",
    column: "like_count",
    truth: "select product_id as id, count(*) as n from product_like group by product_id",
  },
  {
    name: "likes of an owner",
    table: "like_owner",
    key: "owner_id",
    column: "like_count",
    truth: "select owner_id as id, count(*) as n from product_like group by owner_id",
  },
  {
    name: "lists of an owner",
    table: "like_owner",
    key: "owner_id",
    column: "list_count",
    truth:
      "select customer_id as id, count(*) as n from like_list where deleted_at is null group by customer_id",
  },
  {
    name: "followers of a company",
    table: "company_follow_count",
    key: "company_id",
    column: "follower_count",
    truth: "select company_id as id, count(*) as n from company_follow group by company_id",
  },
  {
    name: "goods of a list",
    table: "like_list",
    key: "id",
    column: "item_count",
    truth: "select list_id as id, count(*) as n from like_list_item group by list_id",
  },
]

/**
 * Counts everything anew from the rows. To be run inside a transaction: writers wait until it ends, readers do not.
 * @returns what was wrong, at most 1 000 of each counter; all of it is right afterwards
 */
export async function rebuildCounters(run: Run): Promise<Difference[]> {
  // Whatever changes a list's goods changes the list's row: locking both tables could only make somebody wait in a circle.
  await run(`lock table product_like, company_follow, like_list in share row exclusive mode`)
  const differences: Difference[] = []
  for (const { name, table, key, column, truth } of COUNTERS) {
    const wrong = `select coalesce(k.${key}, t.id) as id, coalesce(k.${column}, 0) as was, coalesce(t.n, 0) as n
      from ${table} k full join (${truth}) t on t.id = k.${key} where coalesce(k.${column}, 0) <> coalesce(t.n, 0)`
    const rows = await run<{ id: string; was: string; n: string }>(`${wrong} order by 1 limit 1000`)
    differences.push(
      ...rows.map(({ id, was, n }) => ({ counter: name, id, was: Number(was), is: Number(n) }))
    )
    if (rows.length > 0 && table === "like_list") {
      await run(`update like_list l set item_count = w.n from (${wrong}) w where l.id = w.id`)
    } else if (rows.length > 0) {
      await run(`insert into ${table} (${key}, ${column}) select id, n from (${wrong}) w
        on conflict (${key}) do update set ${column} = excluded.${column}`)
    }
  }
  return differences
}
