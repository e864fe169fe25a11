import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { AdFundsEvents } from "../../modules/ad/events"
import { postLedger } from "../ledger"
import { adsOf } from "./announce"
import { companyFunds } from "./queries/funds"

/** How many charges one run posts, at most. */
const MOST = 1_000

/**
 * Makes charges of what ads have cost since the last, and posts those that the ledger does not know. A charge is written before
 * the ledger is told, under an id that the ledger takes once: parallel runs and a death in between neither lose nor double it.
 * @param input.quiet_minutes how long an ad's present day is left alone after a charge, so that a busy ad does not fill the
 *   ledger; what it has cost meanwhile counts in the company's funds all the same
 * @returns how many charges were made, and posted
 */
export async function chargeAds(
  container: MedusaContainer,
  { quiet_minutes = 0, now = new Date() }: { quiet_minutes?: number; now?: Date } = {}
): Promise<{ made: number; posted: number }> {
  const ads = adsOf(container)
  const made = await ads.makeCharges({ now, quiet_minutes })
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let posted = 0
  for (const id of await ads.unpostedCharges(MOST)) {
    try {
      posted += (await postLedger(container, { kind: "ad_spend", id })).length
      await ads.markChargePosted(id)
    } catch (error) {
      logger.error(`ad charge ${id} could not be posted; the next run tries again`, error as Error)
    }
  }
  return { made, posted }
}

/**
 * Tells companies whose ads stand still because their balance is used up, once until there is money again. The ads stay
 * approved. Emits `ad.funds-out`.
 */
export async function tellFundsOut(container: MedusaContainer): Promise<string[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ company_id: string; price: string }> }>(
      `select company_id, min(case price_model when 'cpc' then price_tiyin else ceil(price_tiyin / 1000) end) as price
         from ad where status = 'approved' and not is_paused and company_id is not null and deleted_at is null
          and (ends_at is null or ends_at > now()) group by company_id`
    )
  const funds = await companyFunds(
    container,
    rows.map(({ company_id }) => company_id)
  )
  const out = rows.filter(({ company_id, price }) => funds.get(company_id)!.available_tiyin < Number(price))
  const told = await adsOf(container).noteFundsOut(out.map(({ company_id }) => company_id))
  if (told.length > 0) {
    await container
      .resolve(Modules.EVENT_BUS)
      .emit(told.map((company_id) => ({ name: AdFundsEvents.OUT, data: { company_id } })))
  }
  return told
}
