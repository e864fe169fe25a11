import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { OurRow, State } from "../../../modules/reconciliation/lib/match"

type Row = {
  external_id: string
  alias: string | null
  amount_tiyin: string
  state: State
  reference: string
  is_in_period: boolean
}

/** The provider's own time of a transaction, by which `GetStatement` lists it; or when it was paid, as cabinets do. */
const TIME = { rows: "t.provider_time", csv: "coalesce(nullif(t.perform_time, 0), t.provider_time)" }

/**
 * Our transactions of a provider: those of the period, both ends included, and those that the statement names although
 * they are of another (a payment just before midnight).
 */
export async function ourRows(
  container: MedusaContainer,
  input: { provider_id: string; from: Date; to: Date; source: "rows" | "csv"; ids: string[] }
): Promise<OurRow[]> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `with named as (select jsonb_array_elements_text(?::jsonb) as id)
     select t.external_id, t.details->>'click_paydoc_id' as alias, t.amount_tiyin, t.state, p.reference,
            ${TIME[input.source]} between ? and ? as is_in_period
       from gateway_transaction t join gateway_payable p on p.id = t.payable_id
      where t.provider_id = ? and t.deleted_at is null
        and (${TIME[input.source]} between ? and ? or t.external_id in (select id from named)
             or t.details->>'click_paydoc_id' in (select id from named))
      order by t.sequence`,
    [
      JSON.stringify(input.ids),
      input.from.getTime(),
      input.to.getTime(),
      input.provider_id,
      input.from.getTime(),
      input.to.getTime(),
    ]
  )
  return rows.map(({ alias, amount_tiyin, ...row }) => ({
    ...row,
    aliases: alias ? [alias] : [],
    amount_tiyin: Number(amount_tiyin),
  }))
}
