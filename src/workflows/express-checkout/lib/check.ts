import { notFound } from "../../../lib/errors"
import { DELIVERY_PROVIDER } from "../../../lib/delivery-price"
import { CheckoutErrors } from "../../../modules/order-group/errors"
import { ExpressErrors } from "../../../modules/order-group/express-errors"
import { BuyerFacts, ExpressInput, Facts, GoodsFacts, OptionFacts, RegionFacts } from "../types"

/** A basket whose every name has been found; what is left to find out costs a statement. */
export type Checked = {
  region: RegionFacts
  buyer: BuyerFacts | null
  /** In the order of the basket's lines. */
  goods: GoodsFacts[]
  options: OptionFacts[]
  country: string | null
  /** A delivery is not a company's own: core says whether it is offered, and for how much. */
  is_core: boolean
}

/**
 * Finds what a basket names, or refuses it as a whole. A private company's goods were not read for a stranger, and are as
 * unknown as any wrong id.
 * @throws {MedusaError} 404 for a variant; the refusals of `ExpressErrors`; CHECKOUT_GOODS_GONE
 */
export function checkBasket(input: ExpressInput, facts: Facts): Checked {
  const { region, channel } = facts
  const currency = input.currency_code?.toLowerCase()
  if (!region || (currency && currency !== region.currency_code)) {
    throw ExpressErrors.regionWrong()
  }
  if (!channel || channel.is_disabled) {
    throw ExpressErrors.channelWrong()
  }
  if (input.customer_id && !facts.buyer) {
    throw notFound("Customer", input.customer_id)
  }
  const goods = goodsOf(input, facts.variants)
  const unknown = input.promo_codes.filter((code) => !facts.codes.includes(code))
  if (unknown.length > 0) {
    throw ExpressErrors.promoUnknown(unknown)
  }
  const country = countryOf(input, region)
  const options = optionsOf(input, facts.options, country, goods)
  return { region, buyer: facts.buyer, goods, options, country, is_core: !options.every(isOurs) }
}

function goodsOf(input: ExpressInput, variants: GoodsFacts[]): GoodsFacts[] {
  const byId = new Map(variants.map((variant) => [variant.id, variant]))
  const goods = input.items.map(({ variant_id }) => {
    const found = byId.get(variant_id)
    if (!found) {
      throw notFound("Variant", variant_id)
    }
    return found
  })
  const gone = goods.filter(
    ({ seller, product }) =>
      product.status !== "published" || (seller && !(seller.is_sold && seller.company_status === "active"))
  )
  if (gone.length > 0) {
    throw CheckoutErrors.goodsGone([...new Set(gone.map(({ product }) => product.title))])
  }
  return goods
}

/** The country that is delivered to: the address's, or a region's only one. */
function countryOf(input: ExpressInput, region: RegionFacts): string | null {
  const given = input.shipping_address?.country_code?.toLowerCase() ?? null
  if (given && !region.countries.includes(given)) {
    throw ExpressErrors.addressWrong(given)
  }
  const country =
    given ?? (input.shipping_address || region.countries.length !== 1 ? null : region.countries[0])
  if (!country && input.delivery.length > 0) {
    throw ExpressErrors.addressWrong(null)
  }
  return country
}

/** One option per shipping profile: as in a cart, a second choice for a company takes the place of its first. */
function optionsOf(
  input: ExpressInput,
  options: OptionFacts[],
  country: string | null,
  goods: GoodsFacts[]
): OptionFacts[] {
  const byProfile = new Map<string, OptionFacts>()
  const companies = new Set<string | null>(goods.map(({ seller }) => seller?.company_id ?? null))
  for (const { shipping_option_id, company_id } of input.delivery) {
    const option = options.find(({ id }) => id === shipping_option_id)
    // A company of which nothing is bought has nothing to bring.
    const isWrong =
      !option ||
      (company_id && option.company_id !== company_id) ||
      (option.company_id && !companies.has(option.company_id))
    if (isWrong || (isOurs(option) && !isOffered(option, country))) {
      throw ExpressErrors.deliveryUnknown([shipping_option_id])
    }
    byProfile.set(option.shipping_profile_id, option)
  }
  return [...byProfile.values()]
}

const isOurs = (option: OptionFacts): boolean =>
  option.provider_id === DELIVERY_PROVIDER.name && option.price_type === "calculated" && isPlain(option)

const isOffered = (option: OptionFacts, country: string | null): boolean =>
  option.is_reachable &&
  isEnabled(option) &&
  option.zones.some(({ country_code }) => country_code === country)

const ASKED: Record<string, string> = { enabled_in_store: "true", is_return: "false" }

/** A company's own way of delivery, as the market makes them; what an operator has made otherwise is core's to judge. */
function isPlain({ zones, rules }: OptionFacts): boolean {
  return (
    zones.every(({ type }) => type === "country") &&
    rules.every(({ attribute, operator }) => attribute in ASKED && operator === "eq")
  )
}

function isEnabled({ rules }: OptionFacts): boolean {
  return rules.every(({ attribute, value }) => String(value) === ASKED[attribute])
}
