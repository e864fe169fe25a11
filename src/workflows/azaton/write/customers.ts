import { grantAccess } from "./lib/access"
import { drawId } from "./lib/ids"
import { insertRows, updateRows } from "./lib/rows"
import { targetsOf } from "./map"
import { keyOf, Kind, Ready, Saved } from "./types"

const HAS_ACCESS = `(select string_agg(a.company_id, ',' order by a.company_id) from company_access a
  where a.customer_id = c.id and a.revoked_at is null and a.deleted_at is null)`

/** Customers by telephone, without an account: the telephone's code claims them at the first sign-in. */
export const customers: Kind<"customers"> = {
  entity: "customers",
  target_type: "customer",
  grows: ["customer", "company_access", "legacy_import_map"],
  print: `select c.id, md5(concat_ws('|', coalesce(c.first_name, '-'), coalesce(c.last_name, '-'), c.phone, c.email, c.has_account,
                 c.deleted_at is null, ${HAS_ACCESS})) as print from customer c where c.id = any(?)`,
  lock: `select id from customer where id = any(?) for update`,
  async save(trx, run, plans, known) {
    const idOf = (plan: Ready<"customers">) => known.get(keyOf(plan))
    const saved = new Map<string, Saved>(
      plans.map((plan) => [keyOf(plan), { target_id: idOf(plan) ?? drawId("cus") }])
    )
    const fresh = plans.filter((plan) => !idOf(plan))
    const target = (plan: Ready<"customers">) => saved.get(keyOf(plan))!.target_id
    const facts = ({ value: { phone, first_name, last_name } }: Ready<"customers">) => ({
      phone,
      first_name,
      last_name,
    })
    await insertRows(
      trx,
      "customer",
      fresh.map((plan) => ({
        id: target(plan),
        ...facts(plan),
        has_account: false,
        metadata: { legacy: true, legacy_id: plan.legacy_id },
        created_at: plan.value.created_at ?? new Date().toISOString(),
        updated_at: new Date().toISOString(),
      }))
    )
    const changed = plans.filter((plan) => idOf(plan))
    await updateRows(
      trx,
      "customer",
      changed.map((plan) => ({ id: target(plan), ...facts(plan) }))
    )
    const wanted = plans.flatMap(({ value }) => value.companies)
    const companies = await targetsOf(trx, run.source, "companies", wanted)
    await grantAccess(
      trx,
      plans.flatMap((plan) =>
        plan.value.companies.flatMap((legacy) => {
          const company_id = companies.get(legacy)
          return company_id ? [{ company_id, customer_id: target(plan) }] : []
        })
      )
    )
    return saved
  },
}
