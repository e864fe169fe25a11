import { MedusaContainer } from "@medusajs/framework/types"
import { select } from "./database"
import { CatalogErrors } from "./errors"
import { PriceQuestion } from "./lib/query"
import { Shelf } from "./shelf"
import { CatalogState } from "./state"

type ContextRow = { id: number; region_id: string | null; currency_code: string; country_code: string | null }
type Settings = {
  contexts: ContextRow[]
  regions: Array<{ id: string; currency_code: string; automatic_taxes: boolean }>
  currencies: string[]
  default_region_id: string | null
}

/** For whom prices are: what `pricesFor` and Medusa's pricing take. */
export type PriceContext = { region_id?: string; currency_code: string; country_code?: string }

export type Prices = {
  /** Null where the market has neither a region nor a currency to name prices in: goods are shown without. */
  context: PriceContext | null
  /** The rows of `catalog_price`; null where they have not been made (a region of a second ago). */
  context_id: number | null
  /** Whether the rows hold the very answers; else only the amounts, which a country doesn't change. */
  is_exact: boolean
}

const SETTINGS = `select
    (select coalesce(json_agg(x), '[]') from (select id, region_id, currency_code, country_code from catalog_price_context where ready_after is null) x) as contexts,
    (select coalesce(json_agg(x), '[]') from (select id, currency_code, automatic_taxes from region where deleted_at is null) x) as regions,
    (select coalesce(json_agg(lower(currency_code)), '[]') from store_currency where deleted_at is null) as currencies,
    (select default_region_id from store where deleted_at is null order by created_at limit 1) as default_region_id`

const readSettings = async (container: MedusaContainer) => (await select<Settings>(container, SETTINGS))[0]

/**
 * Finds the prices that somebody asks for, as Medusa does: those of the region, else of the currency, else of the store's own
 * region.
 * @throws {MedusaError} as Medusa for a region that there is not; CATALOG_CURRENCY_UNSUPPORTED
 */
export async function pricesOf(
  container: MedusaContainer,
  shelf: Shelf,
  state: CatalogState,
  asked: PriceQuestion
): Promise<Prices> {
  const settings = await shelf.fact(state, "settings", () => readSettings(container))
  try {
    return choose(settings, asked)
  } catch {
    // Nobody is refused by what may be a second old.
    return choose(await readSettings(container), asked)
  }
}

function choose(settings: Settings, asked: PriceQuestion): Prices {
  const country_code = asked.country_code?.toLowerCase()
  const region_id = asked.region_id ?? (asked.currency_code ? undefined : settings.default_region_id)
  if (!region_id) {
    return byCurrency(settings, asked.currency_code?.toLowerCase())
  }
  const region = settings.regions.find(({ id }) => id === region_id)
  if (!region) {
    throw CatalogErrors.regionUnknown(region_id)
  }
  const rows = settings.contexts.filter((row) => row.region_id === region_id)
  const taxed_in = region.automatic_taxes ? (country_code ?? null) : null
  const exact = rows.find((row) => row.country_code === taxed_in)
  // A country that the region does not tax by itself: the region's own row has the amounts.
  const near = exact ?? rows.find((row) => row.country_code === null) ?? rows[0]
  return {
    context: { region_id, currency_code: region.currency_code, country_code },
    context_id: near?.id ?? null,
    is_exact: exact !== undefined,
  }
}

function byCurrency(settings: Settings, currency_code: string | undefined): Prices {
  if (currency_code === undefined) {
    return { context: null, context_id: null, is_exact: true }
  }
  if (!settings.currencies.includes(currency_code)) {
    throw CatalogErrors.currencyUnsupported(currency_code)
  }
  const row = settings.contexts.find((one) => one.region_id === null && one.currency_code === currency_code)
  return { context: { currency_code }, context_id: row?.id ?? null, is_exact: row !== undefined }
}
