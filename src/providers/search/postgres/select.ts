import { ProviderSearchQuery, SearchDocument } from "@medusajs/framework/types"
import { all, compileFilters, Condition, TRUE } from "../lib/filters"
import { Form, halfOf, Matching, matchQuery, Strategy, Unit, unitQuery } from "../lib/matching"
import { IndexPlan } from "../lib/plan"
import { ownOptions, Page } from "../lib/request"
import { CODE_WEIGHTS, FIELD_WEIGHTS, RANK_UNIT, scoreSql } from "../lib/weights"
import { Database, quoted } from "./database"
import { tablesOf } from "./tables"

export type Hit = { id: string; score: number; total: string | null; document: SearchDocument | null }

const { A, B, C, D } = FIELD_WEIGHTS
const RANKED = `'{${D},${C},${B},${A}}'::float4[]`

/** What is found: by words, by filters, and never what belongs to a company that is not active. */
export function whereOf(
  query: ProviderSearchQuery,
  plan: IndexPlan,
  matching: Matching | null,
  strategy: Strategy
): Condition {
  const words = matching
    ? { sql: "t.words @@ cast(? as tsquery)", values: [matchQuery(matching, strategy)] }
    : TRUE
  const half = matching && strategy === "half" ? enoughWords(matching) : TRUE
  return all([words, half, visible(plan, query), compileFilters(query.filters, plan)])
}

const enoughWords = (matching: Matching): Condition => ({
  sql: `${matching.units.map(() => "(t.words @@ cast(? as tsquery))::int").join(" + ")} >= ${halfOf(matching)}`,
  values: matching.units.map(unitQuery),
})

function visible({ own, columns }: IndexPlan, query: ProviderSearchQuery): Condition {
  const column = own.company ? columns.get(own.company) : undefined
  const side = own.private ? columns.get(own.private) : undefined
  return !column || ownOptions(query).everything
    ? TRUE
    : {
        sql: `not exists (select 1 from company c where c.id = t.${quoted(column.name)}
                and (c.status <> 'active' or c.deleted_at is not null${
                  side ? ` or c.is_private is distinct from t.${quoted(side.name)}` : ""
                }))`,
        values: [],
      }
}

const scores = new WeakMap<Matching, Condition>()

/** What a match is worth: put together once, since a query's matching is remembered. */
function scoreOfMatching(matching: Matching): Condition {
  const score = scores.get(matching) ?? scoreAnew(matching)
  scores.set(matching, score)
  return score
}

/** Each word counts by the best form it was found in. */
function scoreAnew({ units, phrase, code }: Matching): Condition {
  const form = ({ weight }: Form) => `${weight / RANK_UNIT} * ts_rank(${RANKED}, t.words, cast(? as tsquery))`
  const unit = ({ forms }: Unit) => `greatest(${forms.map(form).join(", ")})`
  const score = scoreSql(units.map(unit), phrase ? "t.words @@ cast(? as tsquery)" : null)
  const values = [
    ...units.flatMap(({ forms }) => forms.map(({ query }) => query)),
    ...(phrase ? [phrase] : []),
  ]
  return code
    ? {
        sql: `(${score} + ${CODE_WEIGHTS.whole} * (t.words @@ cast(? as tsquery))::int)`,
        values: [...values, code],
      }
    : { sql: score, values }
}

type Sort = { sql: string; descending: boolean }

function sortsOf({ pagination }: ProviderSearchQuery, plan: IndexPlan): Sort[] {
  const order = Object.entries(pagination?.order ?? { _score: "DESC" })
  return order.map(([path, direction]) => {
    const column = plan.columns.get(path)
    return {
      sql: path === "_score" || !column ? "score" : `t.${quoted(column.name)}`,
      descending: direction === "DESC",
    }
  })
}

/** One page of what is found, with how much there is: one statement. */
export async function selectHits(
  database: Database,
  query: ProviderSearchQuery,
  plan: IndexPlan,
  { matching, where, page }: { matching: Matching | null; where: Condition; page: Page }
): Promise<{ hits: Hit[]; total: number | null }> {
  const { index, documents } = tablesOf(query.index.physical_name)
  const { distinct, min_score, count } = query.search_options ?? {}
  const score = matching ? scoreOfMatching(matching) : { sql: "t.quality::float8", values: [] }
  const sorts = sortsOf(query, plan)
  const one = distinct ? plan.columns.get(distinct) : undefined
  const columns = sorts.map(({ sql }, place) => (sql === "score" ? "" : `, ${sql} as s${place}`)).join("")
  const found = `select t.id, ${score.sql} as score${columns}${one ? `, t.${quoted(one.name)} as one` : ""}
                   from ${quoted(index)} t where ${where.sql}`
  const order = [
    ...sorts.map(
      ({ sql, descending }, place) =>
        `${sql === "score" ? "score" : `s${place}`} ${descending ? "desc nulls last" : "asc nulls last"}`
    ),
    "id",
  ].join(", ")
  const kept = `select * from found${min_score === undefined ? "" : " where score >= ?"}`
  const each = one
    ? `select * from (select k.*, row_number() over (partition by one order by ${order}) as turn from (${kept}) k) d where turn = 1`
    : kept
  const shown = query.attributes_to_retrieve.some((path) => path !== plan.primary_key)
  // Worked out once and kept narrow: what is sorted carries no words along.
  const { rows } = await database.raw<Hit>(
    `with found as materialized (${found}), kept as materialized (${each}),
          page as (select * from kept order by ${order} limit ? offset ?)
     select p.id, p.score::float8 as score, n.total${shown ? ", d.document" : ""}
       from (select ${count === "none" ? "null::bigint" : "(select count(*) from kept)"} as total) n
       left join page p on true ${shown ? `left join ${quoted(documents)} d on d.id = p.id` : ""}
      order by ${order.replace(/\bid$/, "p.id")}`,
    [...score.values, ...where.values, ...(min_score === undefined ? [] : [min_score]), page.take, page.skip]
  )
  const { total } = rows[0]
  return { hits: rows.filter(({ id }) => id !== null), total: total === null ? null : Number(total) }
}

/** Of some documents those that this search may find, in the order of their ids' list; a score falls with the place. */
export async function hitsOf(
  database: Database,
  query: ProviderSearchQuery,
  plan: IndexPlan,
  ids: string[]
): Promise<Hit[]> {
  const { index, documents } = tablesOf(query.index.physical_name)
  const where = whereOf(query, plan, null, "all")
  const { rows } = await database.raw<Hit>(
    `select t.id, 1 / (1 + array_position(cast(? as text[]), t.id))::float8 as score, null as total, d.document
       from ${quoted(index)} t left join ${quoted(documents)} d on d.id = t.id
      where t.id = any(?) and ${where.sql} order by score desc`,
    [ids, ids, ...where.values]
  )
  return rows
}
