import { createExpenses } from "../../expense"
import { ExpensePlan } from "../plans"
import { drawId } from "./lib/ids"
import { amounts, insertRows, updateRows } from "./lib/rows"
import { targetsOf } from "./map"
import { keyOf, Kind, Ready, Run, Saved, Trx } from "./types"

type Plan = Ready<"expenses">

const PRINT = `
  with given as (select ?::text[] as ids)
  select e.id, md5(concat_ws('|', e.company_id, e.day, e.amount, e.sanctioned_amount, e.category_id, e.note, e.payee,
         e.payment_method, e.status, e.deleted_at is null)) as print
    from expense e, given where e.id = any(given.ids)
  union all
  select r.id, md5(concat_ws('|', r.company_id, r.category_id, r.amount, r.period, r.starts_on, coalesce(r.ends_on, '-'), r.note,
         r.payee, r.payment_method, r.status, r.deleted_at is null,
         (select count(*) from recurring_change c where c.recurring_id = r.id and c.deleted_at is null))) as print
    from recurring_expense r, given where r.id = any(given.ids)`

/**
 * What companies had spent: approved, because it was. A fixed number becomes an expense of its standard category; one that
 * the company had named itself is of "other" with its name in the note: old names are as many as entries, and a category
 * for each would help nobody.
 */
export const expenses: Kind<"expenses"> = {
  entity: "expenses",
  target_type: "expense",
  grows: ["expense", "legacy_import_map"],
  print: PRINT,
  lock: `select id from expense where id = any(?) for update`,
  async save(trx, run, plans, known) {
    const companies = await targetsOf(
      trx,
      run.source,
      "companies",
      plans.map(({ value }) => value.company)
    )
    const companyOf = ({ value }: Plan) => {
      const id = companies.get(value.company)
      if (!id) {
        throw new Error(`company ${value.company} of the source has not been imported`)
      }
      return id
    }
    plans.forEach((plan) => refuseOtherKind(plan, known.get(keyOf(plan))))
    const fresh = plans.filter((plan) => !known.has(keyOf(plan)))
    const saved = new Map<string, Saved>(
      plans.flatMap((plan) => {
        const target_id = known.get(keyOf(plan))
        return target_id ? [[keyOf(plan), { target_id }]] : []
      })
    )
    for (const [key, target_id] of [
      ...(await createDated(trx, run, fresh.filter(isDated), companyOf)),
      ...(await createMonthly(trx, fresh.filter(isMonthly), companyOf)),
    ]) {
      saved.set(key, { target_id })
    }
    await change(
      trx,
      plans.filter((plan) => known.has(keyOf(plan))),
      known,
      companyOf
    )
    return saved
  },
}

type Dated = Plan & { value: Extract<ExpensePlan, { kind: "dated" }> }
type Monthly = Plan & { value: Extract<ExpensePlan, { kind: "monthly" }> }
const isDated = (plan: Plan): plan is Dated => plan.value.kind === "dated"
const isMonthly = (plan: Plan): plan is Monthly => plan.value.kind === "monthly"

function refuseOtherKind(plan: Plan, target: string | undefined): void {
  if (target !== undefined && target.startsWith("rexp_") !== isMonthly(plan)) {
    throw new Error("it was imported with another --fixed-expenses; import with the same one")
  }
}

const datedFacts = ({ value }: Dated) => ({
  day: value.day,
  category_id: value.category,
  note: [value.name, value.note].filter(Boolean).join(": ") || null,
})

/** A key that finds what a run wrote before it was cut off: the write is a transaction of its own. */
const clientId = (run: Run, plan: Plan) => `azaton:${run.source}:${keyOf(plan)}`

async function createDated(
  trx: Trx,
  run: Run,
  plans: Dated[],
  companyOf: (plan: Plan) => string
): Promise<Array<[string, string]>> {
  if (plans.length === 0) {
    return []
  }
  await createExpenses(
    run.container,
    plans.map((plan) => ({
      company_id: companyOf(plan),
      ...datedFacts(plan),
      payee: null,
      payment_method: "other",
      amount: plan.value.amount,
      sanctioned_amount: plan.value.amount,
      status: "approved",
      created_by: null,
      author_name: null,
      decided_by: null,
      source: "legacy",
      client_id: clientId(run, plan),
    }))
  )
  const { rows } = await trx.raw<{ id: string; client_id: string }>(
    `select id, client_id from expense where client_id = any(?)`,
    [plans.map((plan) => clientId(run, plan))]
  )
  const ids = new Map(rows.map(({ id, client_id }) => [client_id, id]))
  return plans.map((plan) => [keyOf(plan), ids.get(clientId(run, plan))!])
}

const monthlyFacts = ({ value }: Monthly) => ({
  category_id: value.category,
  ...amounts({ amount: value.amount }),
  starts_on: value.starts_on,
  note: value.note,
})

async function createMonthly(
  trx: Trx,
  plans: Monthly[],
  companyOf: (plan: Plan) => string
): Promise<Array<[string, string]>> {
  const now = new Date().toISOString()
  const rows = plans.map((plan) => ({
    id: drawId("rexp"),
    company_id: companyOf(plan),
    ...monthlyFacts(plan),
    period: "month",
    payment_method: "other",
    status: "approved",
    decided_at: now,
    source: "legacy",
  }))
  await insertRows(trx, "recurring_expense", rows)
  return plans.map((plan, index) => [keyOf(plan), rows[index].id])
}

async function change(
  trx: Trx,
  plans: Plan[],
  known: Map<string, string>,
  companyOf: (plan: Plan) => string
): Promise<void> {
  const about = (plan: Plan) => ({ id: known.get(keyOf(plan))!, company_id: companyOf(plan) })
  const dated = plans.filter(isDated).map((plan) => {
    const { amount } = plan.value
    return { ...about(plan), ...datedFacts(plan), ...amounts({ amount, sanctioned_amount: amount }) }
  })
  await updateRows(trx, "expense", dated)
  const monthly = plans.filter(isMonthly).map((plan) => ({ ...about(plan), ...monthlyFacts(plan) }))
  await updateRows(trx, "recurring_expense", monthly)
}
