import { MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, Modules } from "@medusajs/framework/utils"
import { CheckoutCart } from "../../checkout/types"
import { ExpressInput, Facts } from "../types"
import { Checked } from "./check"
import { Price, refuseUnpriced, withTotals } from "./cart"

/**
 * Prices of a basket's lines, by Medusa's pricing module: one call, or one for each quantity where prices depend on it.
 * The context is the one in which Medusa adds a line to a cart.
 * @throws {MedusaError} CHECKOUT_PRICE_MISSING
 */
export async function pricesOf(
  container: MedusaContainer,
  input: ExpressInput,
  { region, buyer, goods }: Checked
): Promise<Price[]> {
  const { city, country_code, province, postal_code } = input.shipping_address ?? {}
  const context = {
    sales_channel_id: input.sales_channel_id,
    currency_code: region.currency_code,
    region_id: region.id,
    region: { id: region.id, name: region.name, currency_code: region.currency_code },
    shipping_address: { city, country_code, province, postal_code },
    locale: input.locale,
    email: input.email ?? buyer?.email,
    customer_id: buyer?.id,
    customer: buyer && { id: buyer.id, groups: buyer.groups.map(({ id }) => ({ id })) },
    is_custom_price: false,
  }
  const pricing = container.resolve(Modules.PRICING)
  const byQuantity = new Map<number, number[]>()
  for (const [index, { quantity }] of input.items.entries()) {
    const key = goods[index].has_tiers ? quantity : 1
    byQuantity.set(key, [...(byQuantity.get(key) ?? []), index])
  }
  const prices: Array<Price | undefined> = goods.map(() => undefined)
  for (const [quantity, lines] of byQuantity) {
    const ids = [...new Set(lines.flatMap((index) => goods[index].price_set_id ?? []))]
    const sets = ids.length
      ? await pricing.calculatePrices({ id: ids }, { context: { ...context, quantity } as never })
      : []
    for (const index of lines) {
      prices[index] = sets.find(({ id }) => id === goods[index].price_set_id) as Price | undefined
    }
  }
  refuseUnpriced(goods, prices)
  return prices
}

/** Adds the tax lines that Medusa's tax module gives for the whole cart, in one call (core-flows, `getItemTaxLinesStep`). */
export async function addTaxes(
  container: MedusaContainer,
  cart: CheckoutCart,
  { region, buyer }: Checked,
  facts: Facts
): Promise<void> {
  const address = cart.shipping_address
  if (!facts.has_taxes || !region.automatic_taxes || !address?.country_code) {
    return
  }
  const goods = cart.items.filter(({ is_giftcard }) => !is_giftcard)
  const lines = await container.resolve(Modules.TAX).getTaxLines(
    [
      ...goods.map(({ id, product_id, product_type_id, quantity, unit_price }) => ({
        ...{ id, product_id, product_type_id, quantity, unit_price },
        currency_code: cart.currency_code,
      })),
      ...cart.shipping_methods.map(({ id, shipping_option_id, amount }) => ({
        ...{ id, shipping_option_id, unit_price: amount },
        currency_code: cart.currency_code,
      })),
    ] as never,
    {
      address: { ...address, province_code: address.province },
      customer: buyer && {
        ...{ id: buyer.id, email: buyer.email, metadata: buyer.metadata },
        customer_groups: buyer.groups.map(({ id }) => id),
      },
      is_return: false,
      locale: cart.locale,
      shipping_methods: cart.shipping_methods.map(({ id, name, shipping_option_id, amount }) => ({
        ...{ id, name, shipping_option_id, amount },
      })),
    } as never
  )
  for (const line of lines as unknown as Array<TaxAnswer>) {
    const target =
      cart.items.find(({ id }) => id === line.line_item_id) ??
      cart.shipping_methods.find(({ id }) => id === line.shipping_line_id)
    const { name, rate_id, code, rate, provider_id, data } = line
    target?.tax_lines!.push({
      description: name,
      tax_rate_id: rate_id,
      code: code!,
      rate: rate!,
      provider_id,
      data,
    })
  }
}

type TaxAnswer = {
  line_item_id?: string
  shipping_line_id?: string
  name?: string
  rate_id?: string
  code?: string
  rate?: number
  provider_id?: string
  data?: Record<string, unknown>
}

/**
 * Adds the discounts that Medusa's promotion module gives for the whole cart, automatic ones and those of the codes, in one
 * call (core-flows, `updateCartPromotionsWorkflow`). Not asked when nothing could apply.
 */
export async function addDiscounts(
  container: MedusaContainer,
  cart: CheckoutCart,
  codes: string[],
  { region }: Checked,
  facts: Facts
): Promise<void> {
  if (codes.length === 0 && !facts.has_automatic) {
    return
  }
  const context = { ...withTotals(cart), region }
  const promotions = container.resolve(Modules.PROMOTION)
  const actions = (await promotions.computeActions(codes, context as never)) as unknown as Action[]
  const given = actions.filter(({ action }) => action in TARGET)
  const rows = given.length
    ? await promotions.listPromotions(
        { code: [...new Set(given.map(({ code }) => code))] },
        { select: ["id", "code"] }
      )
    : []
  const ids = new Map(rows.map(({ id, code }) => [code!, id]))
  for (const { action, code, amount, is_tax_inclusive, ...target } of given) {
    const exact = new BigNumber(amount)
    const adjustment = { code, amount: exact.numeric, raw_amount: exact.raw, promotion_id: ids.get(code) }
    TARGET[action](cart, target)?.adjustments!.push(
      action === "addItemAdjustment" ? { ...adjustment, is_tax_inclusive } : adjustment
    )
  }
  cart.promotions = [...ids.values()].map((id) => ({ id }))
}

type Action = {
  action: string
  code: string
  amount: number
  is_tax_inclusive?: boolean
  item_id?: string
  shipping_method_id?: string
}

const TARGET: Record<string, (cart: CheckoutCart, at: Partial<Action>) => Charged | undefined> = {
  addItemAdjustment: (cart, { item_id }) => cart.items.find(({ id }) => id === item_id),
  addShippingMethodAdjustment: (cart, { shipping_method_id }) =>
    cart.shipping_methods.find(({ id }) => id === shipping_method_id),
}

type Charged = CheckoutCart["items"][number] | CheckoutCart["shipping_methods"][number]
