import { MedusaContainer } from "@medusajs/framework/types"
import { calculateAmountsWithTax, Modules } from "@medusajs/framework/utils"
import { NO_PRICE } from "../../modules/catalog/lib/document"
import { VARIANT_ORDER } from "./queries/goods"
import { readVariants } from "./queries/stock"
import { runner } from "./run"

/** For whom goods are priced, as Medusa's `/store/products` has it: a region, or a currency alone. */
export type PriceContext = {
  region_id?: string | null
  currency_code: string
  /** Taxes are worked out for it where the region does so automatically. */
  country_code?: string | null
  customer_group_ids?: string[]
}

/** Prices of goods: decimal numbers over their variants, and a piece of their document for each variant. */
export type GoodsPrices = {
  min_price: number | null
  max_price: number | null
  is_sale: boolean
  prices: string[]
}

export type Priced = {
  id: string
  type_id: string | null
  variants: Array<{ id: string; price_set_id: string | null }>
}

/** A price as Medusa's own route answers it. */
export type Calculated = {
  id: string
  calculated_amount: number | null
  original_amount: number | null
  currency_code: string | null
  is_calculated_price_price_list: boolean
  is_calculated_price_tax_inclusive: boolean
  is_original_price_tax_inclusive: boolean
  [more: string]: unknown
}

type TaxLine = { line_item_id: string; rate: number }

/**
 * Prices of goods for one context, from Medusa's pricing and tax modules: what a page needs for customers with prices of their
 * own, and for contexts that are not kept ready. Goods that are not there are left out.
 */
export async function pricesFor(
  container: MedusaContainer,
  productIds: string[],
  context: PriceContext
): Promise<Map<string, GoodsPrices>> {
  const rows = await readVariants(runner(container), productIds, VARIANT_ORDER)
  const goods = new Map<string, Priced>()
  for (const { product_id, type_id, id, price_set_id } of rows) {
    const one = goods.get(product_id) ?? { id: product_id, type_id, variants: [] }
    one.variants.push({ id, price_set_id })
    goods.set(product_id, one)
  }
  const priced = [...goods.values()]
  const prices = await calculate(container, priced, context)
  const country = await taxedCountry(container, context)
  const taxes = country ? await taxesOf(container, priced, prices, country) : null
  return new Map(priced.map((one) => [one.id, present(one, prices, taxes)]))
}

/** The country whose taxes belong into prices; none where the region does not work them out by itself. */
async function taxedCountry(
  container: MedusaContainer,
  { region_id, country_code }: PriceContext
): Promise<string | null> {
  if (!region_id || !country_code) {
    return null
  }
  const [region] = await runner(container)<{ automatic_taxes: boolean }>(
    `select automatic_taxes from region where id = :region_id and deleted_at is null`,
    { region_id }
  )
  return region?.automatic_taxes ? country_code : null
}

/** Prices without taxes by price set: three statements of the pricing module, however many goods. */
export async function calculate(
  container: MedusaContainer,
  goods: Priced[],
  { region_id, currency_code, customer_group_ids }: PriceContext
): Promise<Map<string, Calculated>> {
  const id = goods.flatMap(({ variants }) => variants.flatMap(({ price_set_id }) => price_set_id ?? []))
  if (id.length === 0) {
    return new Map()
  }
  const groups = customer_group_ids && {
    customer: { groups: customer_group_ids.map((group) => ({ id: group })) },
  }
  const context = { currency_code, ...(region_id && { region_id }), ...groups }
  const prices = await container
    .resolve(Modules.PRICING)
    .calculatePrices({ id }, { context: context as unknown as Record<string, string> })
  return new Map((prices as unknown as Calculated[]).map((price) => [price.id, price]))
}

/** Tax lines by variant, in one call of the tax module. */
export async function taxesOf(
  container: MedusaContainer,
  goods: Priced[],
  prices: Map<string, Calculated>,
  country_code: string
): Promise<Map<string, TaxLine[]>> {
  const items = goods.flatMap(({ id, type_id, variants }) =>
    variants.flatMap((variant) => {
      const price = prices.get(variant.price_set_id ?? "")
      const { calculated_amount: unit_price, currency_code } = price ?? {}
      return price
        ? [
            {
              id: variant.id,
              product_id: id,
              product_type_id: type_id,
              quantity: 1,
              unit_price,
              currency_code,
            },
          ]
        : []
    })
  )
  const lines = new Map<string, TaxLine[]>()
  if (items.length > 0) {
    const taxes = await container
      .resolve(Modules.TAX)
      .getTaxLines(items as never, { address: { country_code, province_code: undefined } })
    for (const line of taxes as unknown as TaxLine[]) {
      lines.set(line.line_item_id, [...(lines.get(line.line_item_id) ?? []), line])
    }
  }
  return lines
}

/** The pieces of goods. @param taxes null where none are worked out */
export function present(
  goods: Priced,
  prices: Map<string, Calculated>,
  taxes: Map<string, TaxLine[]> | null
): GoodsPrices {
  const found = goods.variants.map(({ price_set_id }) => prices.get(price_set_id ?? "") ?? null)
  const amounts = found.flatMap((price) => price?.calculated_amount ?? [])
  return {
    min_price: amounts.length > 0 ? Math.min(...amounts) : null,
    max_price: amounts.length > 0 ? Math.max(...amounts) : null,
    is_sale: found.some((price) => price !== null && isSale(price)),
    prices: found.map((price, index) =>
      price === null
        ? NO_PRICE
        : `"calculated_price":${JSON.stringify(taxes ? withTaxes(price, taxes.get(goods.variants[index].id) ?? []) : price)}`
    ),
  }
}

const isSale = (price: Calculated) =>
  price.is_calculated_price_price_list && (price.calculated_amount ?? 0) < (price.original_amount ?? 0)

/** The fields that Medusa adds where taxes are automatic and the country is known (`wrapProductsWithTaxPrices`). */
function withTaxes(price: Calculated, taxLines: TaxLine[]): Calculated {
  const taxed = (amount: number | null, includesTax: boolean) =>
    amount === null
      ? { priceWithTax: null, priceWithoutTax: null }
      : calculateAmountsWithTax({ taxLines: taxLines as never, amount, includesTax })
  const calculated = taxed(price.calculated_amount, price.is_calculated_price_tax_inclusive)
  const original = taxed(price.original_amount, price.is_original_price_tax_inclusive)
  return {
    ...price,
    calculated_amount_with_tax: calculated.priceWithTax,
    calculated_amount_without_tax: calculated.priceWithoutTax,
    original_amount_with_tax: original.priceWithTax,
    original_amount_without_tax: original.priceWithoutTax,
  }
}
