import { MedusaContainer } from "@medusajs/framework/types"
import { visibleCompany } from "../../store/visibility"
import { CatalogErrors } from "./errors"
import { channelsKey, Locale, LOCALES, PriceQuestion } from "./lib/query"
import { pricesOf, Prices } from "./settings"
import { Shelf, shelfOf } from "./shelf"
import { CatalogState } from "./state"

/** Who asks. */
export type Caller = {
  /** Sales channels of the publishable key. */
  channel_ids: readonly string[]
  locale: Locale
  customer_id: string | null
  /** The key is a private company's, and the caller is in it: nothing of it may lie in anybody's memory. */
  is_private: boolean
}

/** What every statement of one answer goes by. */
export type Reader = {
  container: MedusaContainer
  shelf: Shelf
  state: CatalogState & { version: number }
  channel_ids: string[]
  channels_key: string
  locale: Locale
  /** Whom visibility is asked for; null for everybody. */
  customer_id: string | null
  prices: Prices
  /** Groups of the customer's that have prices of their own; most have none. */
  groups: string[]
}

/** Puts together what an answer goes by: one statement, which is remembered. */
export async function readerOf(
  container: MedusaContainer,
  state: Reader["state"],
  caller: Caller,
  query: PriceQuestion & { sales_channel_id?: string[] },
  groups: string[]
): Promise<Reader> {
  const shelf = shelfOf(container)
  const channel_ids = narrowed(caller.channel_ids, query.sales_channel_id ?? [])
  return {
    container,
    shelf,
    state,
    channel_ids,
    channels_key: channelsKey(channel_ids),
    locale: caller.locale,
    customer_id: caller.is_private ? caller.customer_id : null,
    prices: await pricesOf(container, shelf, state, query),
    groups,
  }
}

/** The channels that are asked for, all of them the key's own; as Medusa narrows them. */
export function narrowed(own: readonly string[], asked: readonly string[]): string[] {
  if (asked.some((id) => !own.includes(id))) {
    throw CatalogErrors.channelForeign()
  }
  if (own.length === 0) {
    throw CatalogErrors.channelMissing()
  }
  return [...(asked.length > 0 ? asked : own)]
}

/** Names of the values that all statements over goods share. */
export function baseValues(reader: Reader): Record<string, unknown> {
  return {
    version: reader.state.version,
    channels: reader.channel_ids,
    channels_key: reader.channels_key,
    context: reader.prices.context_id,
    customer: reader.customer_id,
    locale: LOCALES.indexOf(reader.locale) + 1,
  }
}

/** Condition that goods `p` of company `c` (left join) are there for the caller. */
export const SHOWN = `p.version = :version and p.channels && cast(:channels as text[])
    and (p.company_id is null or ${visibleCompany("cast(:customer as text)")})`
