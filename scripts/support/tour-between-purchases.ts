import Medusa from "@medusajs/js-sdk"
import { Staff } from "./staff"
import { Tour } from "./tour-steps"

type Bought = { product_id: string; order_id: string; company_id: string; seller: Staff }
type Like = { like: { is_liked: boolean; like_count: number } }
type Ads = { ads: Array<{ id: string; label: string; title: string; impression_token: string }> }
type Review = { review: { id: string; status: string } }
type Reviews = { reviews: Array<{ id: string; reply: { text: string } | null }>; count: number }
type Companies = { companies: Array<{ name: string }>; count: number }

/**
 * What shoppers do besides buying: like, be shown an ad, rate and review what they have received, enter a private company.
 * Everything is taken back at the end, so that the tour can be walked again.
 */
export async function betweenPurchases(
  tour: Tour,
  sdk: Medusa,
  bought: Bought,
  people: { operator: Staff; owners: Staff[]; language: string }
) {
  await likeIt(tour, sdk, bought)
  await seeAnAd(tour, sdk, people.language)
  await rateAndReview(tour, sdk, bought, people.operator)
  await enterPrivateCompany(tour, sdk, people.owners)
}

const post = <T>(sdk: Medusa, url: string, body: object = {}) =>
  sdk.client.fetch<T>(url, { method: "POST", body })
const remove = <T>(sdk: Medusa, url: string) => sdk.client.fetch<T>(url, { method: "DELETE" })

async function likeIt(tour: Tour, sdk: Medusa, { product_id }: Bought) {
  const { like } = await post<Like>(sdk, "/store/likes", { product_id })
  const { like: again } = await post<Like>(sdk, "/store/likes", { product_id })
  tour.check("liking twice counts once", again.like_count, like.like_count)
  const { like: gone } = await remove<Like>(sdk, `/store/likes/${product_id}`)
  tour.check("a like can be taken back", [gone.is_liked, gone.like_count], [false, like.like_count - 1])
}

async function seeAnAd(tour: Tour, sdk: Medusa, locale: string) {
  const { ads } = await sdk.client.fetch<Ads>("/store/ads", { query: { placement: "home_banner", locale } })
  tour.check("the home page shows advertising, and calls it that", ads[0]?.label, "Reklama")
  const tokens = ads.map(({ impression_token }) => impression_token)
  const { counted } = await post<{ counted: number }>(sdk, "/store/ads/impressions", { tokens })
  tour.check("what was shown is counted", counted, ads.length)
}

async function rateAndReview(tour: Tour, sdk: Medusa, bought: Bought, operator: Staff) {
  const { product_id, company_id, order_id, seller } = bought
  const early = await post(sdk, `/store/products/${product_id}/reviews`, { stars: 5 }).catch(
    (error: { status?: number }) => error.status
  )
  tour.check("what has not come yet cannot be reviewed", early, 400)
  await seller.post(`/merchant/orders/${order_id}/deliver`)
  const { rating } = await post<{ rating: { stars: number } }>(sdk, `/store/companies/${company_id}/rating`, {
    stars: 5,
  })
  tour.check("whoever has received goods rates the company", rating.stars, 5)
  const { review } = await post<Review>(sdk, `/store/products/${product_id}/reviews`, {
    stars: 4,
    text: "Yaxshi mahsulot, vaqtida yetib keldi.",
  })
  tour.check("a review waits for the operator", review.status, "pending")
  await operator.post(`/admin/reviews/${review.id}/approve`)
  await seller.post(`/merchant/reviews/${review.id}/reply`, { text: "Rahmat!" })
  const { reviews } = await sdk.client.fetch<Reviews>(`/store/products/${product_id}/reviews`)
  const shown = reviews.find(({ id }) => id === review.id)
  tour.check("then everybody reads it, and the shop's answer", shown?.reply?.text, "Rahmat!")
  await remove(sdk, `/store/reviews/${review.id}`)
  await remove(sdk, `/store/companies/${company_id}/rating`)
}

async function enterPrivateCompany(tour: Tour, sdk: Medusa, owners: Staff[]) {
  const found = await privateOne(owners)
  if (!found) {
    tour.say("no company is private here")
    return
  }
  const { name, code, id } = found
  const seen = async () => {
    const { companies } = await sdk.client.fetch<Companies>("/store/companies", { query: { limit: 100 } })
    return companies.some((company) => company.name === name)
  }
  tour.check(`${name} is private: a stranger does not see it`, await seen(), false)
  await post(sdk, "/store/companies/join", { code })
  tour.check("whoever knows its code is let in", await seen(), true)
  await post(sdk, "/store/companies/leave", { company_id: id })
  tour.check("and sees nothing of it any more after leaving", await seen(), false)
}

type Access = { access: { is_private: boolean; code: string | null; requires_access_key: boolean } }

async function privateOne(owners: Staff[]) {
  for (const owner of owners) {
    const { access } = await owner.get<Access>("/merchant/access")
    if (access.is_private && access.code && !access.requires_access_key) {
      const { company } = await owner.get<{ company: { id: string; name: string } }>("/merchant/company")
      return { ...company, code: access.code }
    }
  }
  return undefined
}
