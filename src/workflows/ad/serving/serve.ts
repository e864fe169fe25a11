import { MedusaContainer } from "@medusajs/framework/types"
import { chooseAds } from "../../../modules/ad/lib/serving/choose"
import { hourOf } from "../../../modules/ad/lib/serving/day"
import { makeAdToken } from "../../../modules/ad/lib/serving/tokens"
import { AdCard, AdIndex, ShowableAd } from "../../../modules/ad/lib/serving/types"
import { AdLanguage, foldMoment } from "../../../modules/ad/lib/target"
import { ServingService } from "../../../modules/ad/serving-service"
import { adIndex, servingOf } from "./ad-index"

export type AdsRequest = {
  placement: string
  category_id?: string
  q?: string
  region?: string
  locale: AdLanguage
  limit?: number
  /** Whom the tokens are for: visitor, or customer where there is none. */
  viewer: string
  customer_id: string | null
  /** A person of a company who is signed in beside. */
  user_id: string | null
  /** Sales channels of the storefront that asks. */
  channel_ids: readonly string[]
  secret: string
  /** Line that the request comes over (`lib/network`). */
  network: string
}

/** An ad in an answer. */
export type ShownAd = AdCard & { position?: number; impression_token: string; click_token: string }

type Tokens = { impression_token: string; click_token: string }
type Shown = { ad: ShowableAd; position: number | undefined; tokens: Tokens }

/** The ads for one place at one moment, as JSON text. Without a statement while the index is in memory. */
export async function adsJson(container: MedusaContainer, request: AdsRequest): Promise<string> {
  const shown = await show(container, request)
  const texts = shown.map(({ ad, position, tokens }) => {
    const place = position === undefined ? "" : `,"position":${position}`
    const { impression_token, click_token } = tokens
    return `${ad.json[request.locale]}${place},"impression_token":"${impression_token}","click_token":"${click_token}"}`
  })
  return `[${texts.join(",")}]`
}

/** The same as objects, for answers that are put together elsewhere. */
export async function adsFor(container: MedusaContainer, request: AdsRequest): Promise<ShownAd[]> {
  const shown = await show(container, request)
  return shown.map(({ ad, position, tokens }) => ({
    ...ad.cards[request.locale],
    ...(position !== undefined && { position }),
    ...tokens,
  }))
}

async function show(container: MedusaContainer, request: AdsRequest): Promise<Shown[]> {
  const found = adIndex(container)
  const index = found instanceof Promise ? await found : found
  const service = servingOf(container)
  const now = Date.now()
  const chosen = choose(service, index, request, now)
  const positions = index.places.get(request.placement)?.positions ?? []
  return chosen.map((ad, rank) => {
    service.show(ad, request.network, now)
    return { ad, position: positions[rank], tokens: tokensOf(ad, request, now) }
  })
}

function choose(service: ServingService, index: AdIndex, request: AdsRequest, now: number): ShowableAd[] {
  const place = index.places.get(request.placement)
  if (!place || place.ads.length === 0) {
    return []
  }
  service.watch()
  const most = place.positions.length > 0 ? Math.min(place.most, place.positions.length) : place.most
  return chooseAds(
    place.ads,
    {
      moment: foldMoment({ ...request, hour: hourOf(now) }),
      viewer: {
        own_companies: ownCompanies(index, request),
        channel_ids: request.channel_ids,
        seen: (adId) => service.tally.seenBy(request.viewer, adId, now),
      },
      limit: Math.min(request.limit ?? most, most),
      now,
    },
    service.meter,
    Math.random
  )
}

/** Companies that somebody belongs to, as far as the index knows. */
export function ownCompanies(
  index: AdIndex,
  { customer_id, user_id }: { customer_id: string | null; user_id: string | null }
): ReadonlySet<string> | undefined {
  const byCustomer = customer_id === null ? undefined : index.customers.get(customer_id)
  const byUser = user_id === null ? undefined : index.users.get(user_id)
  return byCustomer && byUser ? new Set([...byCustomer, ...byUser]) : (byCustomer ?? byUser)
}

function tokensOf(ad: ShowableAd, { secret, viewer, locale }: AdsRequest, now: number): Tokens {
  const showing = { viewer, locale, now }
  return {
    impression_token: makeAdToken(secret, "impression", ad, showing),
    click_token: makeAdToken(secret, "click", ad, showing),
  }
}
