import { drawId } from "./lib/ids"
import { insertRows, updateRows } from "./lib/rows"
import { targetsOf } from "./map"
import { keyOf, Kind, Ready, Run, Saved, Trx } from "./types"

type Plan = Ready<"ratings">
type Place = { company_id: string; customer_id: string }

const placeOf = ({ company_id, customer_id }: Place) => `${company_id}:${customer_id}`

/**
 * Votes for companies, by customers who need not have bought: the old system did not ask. Averages are counted by the
 * triggers of the ratings' table. A customer who has voted here already keeps that vote.
 */
export const ratings: Kind<"ratings"> = {
  entity: "ratings",
  target_type: "company_rating",
  grows: ["company_rating", "legacy_import_map"],
  print: `select id, md5(concat_ws('|', company_id, customer_id, stars, deleted_at is null)) as print
            from company_rating where id = any(?)`,
  lock: `select id from company_rating where id = any(?) for update`,
  async save(trx, run, plans, known) {
    const places = await placesOf(trx, run, plans)
    const fresh = plans.filter((plan) => !known.has(keyOf(plan)))
    const voted = await votesAt(
      trx,
      fresh.map((plan) => places.get(plan)!)
    )
    const saved = new Map<string, Saved>()
    const rowOf = (plan: Plan, id: string) => {
      const at = plan.value.created_at ?? new Date().toISOString()
      saved.set(keyOf(plan), { target_id: id })
      return { id, ...places.get(plan)!, stars: plan.value.rating, source: "legacy", created_at: at }
    }
    const rows = fresh.flatMap((plan) => {
      const here = voted.get(placeOf(places.get(plan)!))
      if (here) {
        const text = "the customer has voted here already; that vote stays"
        saved.set(keyOf(plan), { target_id: here, notes: [{ code: "conflict_local_change", text }] })
        return []
      }
      const row = rowOf(plan, drawId("crat"))
      return [{ ...row, updated_at: row.created_at }]
    })
    await insertRows(trx, "company_rating", rows)
    const again = plans.filter((plan) => known.has(keyOf(plan)))
    await updateRows(
      trx,
      "company_rating",
      again.map((plan) => rowOf(plan, known.get(keyOf(plan))!))
    )
    return saved
  },
}

async function placesOf(trx: Trx, run: Run, plans: Plan[]): Promise<Map<Plan, Place>> {
  const [companies, customers] = [
    await targetsOf(
      trx,
      run.source,
      "companies",
      plans.map(({ value }) => value.company)
    ),
    await targetsOf(
      trx,
      run.source,
      "customers",
      plans.map(({ value }) => value.customer)
    ),
  ]
  return new Map(
    plans.map((plan) => {
      const company_id = companies.get(plan.value.company)
      const customer_id = customers.get(plan.value.customer)
      if (!company_id || !customer_id) {
        throw new Error(
          `company ${plan.value.company} or customer ${plan.value.customer} has not been imported`
        )
      }
      return [plan, { company_id, customer_id }]
    })
  )
}

/** Votes that stand here for customers and companies, by both. */
async function votesAt(trx: Trx, places: Place[]): Promise<Map<string, string>> {
  const { rows } = await trx.raw<Place & { id: string }>(
    `select r.id, r.company_id, r.customer_id from company_rating r
       join json_to_recordset(?::json) as w (company_id text, customer_id text) using (company_id, customer_id)
      where r.deleted_at is null`,
    [JSON.stringify(places)]
  )
  return new Map(rows.map((row) => [placeOf(row), row.id]))
}
