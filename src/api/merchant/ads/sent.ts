import { toTiyin } from "../../../lib/money"
import { AdFacts } from "../../../modules/ad/lib/change"
import { SentWhat } from "../../../workflows/ad/write"
import { AdBody, NewAdBody, NewHouseAdBody } from "./validators"

const tiyin = (som: number | null | undefined) => (som === null || som === undefined ? som : toTiyin(som))
const date = (at: string | null | undefined) =>
  at === null || at === undefined ? at : at === "now" ? new Date() : new Date(at)

/** What an ad shows, of a body. */
export const whatOf = ({ content, target, listing_id }: AdBody): SentWhat => ({ content, target, listing_id })

/** A body's changes in the module's own units: tiyin and moments. */
export function changesOf(body: AdBody) {
  const { price, total_budget, daily_budget, starts_at, ends_at, placement, ...rest } = body
  return {
    ...rest,
    placement: placement as AdFacts["placement"] | undefined,
    price_tiyin: price === undefined ? undefined : toTiyin(price),
    total_budget_tiyin: tiyin(total_budget),
    daily_budget_tiyin: tiyin(daily_budget),
    starts_at: date(starts_at),
    ends_at: date(ends_at),
  }
}

/** What a body says of a new ad besides what it shows; a house ad costs nothing. */
export function factsOf(body: NewAdBody | NewHouseAdBody): AdFacts {
  const free = {
    price_model: "cpm",
    price: 0,
    total_budget: null,
    daily_budget: null,
    pacing: "fast",
  } as const
  const { content: _, target: __, listing_id: ___, ...facts } = { ...free, ...body }
  return changesOf(facts) as AdFacts
}
