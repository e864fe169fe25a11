import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import fc from "fast-check"

/** Random catalogues of the market's own goods, with everything that a price or a stock may hang on. */

/** How many are compared with Medusa's own answers: few in `npm test`, more in CI (`CATALOGS=50`). */
export const CATALOGS = Number(process.env.CATALOGS ?? 2)

type Amounts = Partial<Record<Currency, number>>
type Currency = (typeof CURRENCIES)[number]
export const CURRENCIES = ["uzs", "eur", "usd"] as const

const amounts = fc.record(
  {
    uzs: fc.integer({ min: 1, max: 900 }),
    eur: fc.integer({ min: 1, max: 90 }),
    usd: fc.integer({ min: 1, max: 90 }),
  },
  { requiredKeys: [] }
)
const moment = fc.constantFrom("past", "future", null)

const variant = fc.record({
  /** Null: no price set at all. */
  prices: fc.option(amounts, { freq: 6 }),
  /** A price for one region alone, and one for ten pieces or more. */
  regional: fc.option(fc.nat(2)),
  bulk: fc.option(fc.integer({ min: 1, max: 12 })),
  manage_inventory: fc.boolean(),
  allow_backorder: fc.boolean(),
  /** What lies at the market's place and at another, and how much of it one piece needs. */
  items: fc.array(
    fc.record({
      here: fc.integer({ min: 0, max: 9 }),
      there: fc.integer({ min: 0, max: 9 }),
      reserved: fc.integer({ min: 0, max: 3 }),
      required: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 2 }
  ),
})
const goods = fc.record({
  /** Which of two product types, whose taxes differ. */
  type: fc.option(fc.nat(1)),
  is_published: fc.boolean(),
  variants: fc.array(variant, { minLength: 1, maxLength: 3 }),
})
const priceList = fc.record({
  type: fc.constantFrom("sale", "override"),
  status: fc.constantFrom("active", "active", "draft"),
  starts: moment,
  ends: moment,
  /** For which region, or for a group of customers that nobody here is in. */
  only: fc.constantFrom("region", "group", null, null),
  amounts,
  every: fc.integer({ min: 1, max: 3 }),
})

export const catalog = fc.record({
  goods: fc.array(goods, { minLength: 10, maxLength: 14 }),
  lists: fc.array(priceList, { minLength: 1, maxLength: 4 }),
  /** Prices of which currencies and regions have their taxes inside. */
  inclusive: fc.record({ uzs: fc.boolean(), eur: fc.boolean(), region: fc.boolean() }),
  automatic: fc.tuple(fc.boolean(), fc.boolean()),
})
export type RandomCatalog = ReturnType<typeof catalog.generate>["value"]
type RandomVariant = RandomCatalog["goods"][number]["variants"][number]

export type Places = { channel: string; here: string; there: string; regions: string[]; types: string[] }

let serial = 0
/** No two prices are alike: which of two equal ones counts, Medusa leaves to chance. */
const unlike = (amount: number) => amount * 1000 + (++serial % 900) + (serial % 2) / 4

/** Writes a random catalogue into the database, by Medusa's own modules. @returns ids of the goods */
export async function writeCatalog(
  container: MedusaContainer,
  places: Places,
  random: RandomCatalog
): Promise<string[]> {
  const tag = `r${++serial}`
  const products = await container.resolve(Modules.PRODUCT).createProducts(
    random.goods.map((one, index) => ({
      title: `Tovar ${tag} ${index}`,
      handle: `tovar-${tag}-${index}`,
      status: one.is_published ? ProductStatus.PUBLISHED : ProductStatus.DRAFT,
      type_id: one.type === null ? undefined : places.types[one.type],
      options: [
        { title: `Rang ${tag} ${index}`, values: one.variants.map((_, at) => `${at}`), is_exclusive: true },
      ],
      variants: one.variants.map((own, at) => ({
        title: `${at}`,
        variant_rank: at,
        manage_inventory: own.manage_inventory,
        allow_backorder: own.allow_backorder,
        options: { [`Rang ${tag} ${index}`]: `${at}` },
      })),
    }))
  )
  const variants = products.flatMap((product, index) =>
    product.variants.map((made) => ({ id: made.id, own: random.goods[index].variants[Number(made.title)] }))
  )
  await container.resolve(ContainerRegistrationKeys.LINK).create(
    products.map(({ id }) => ({
      [Modules.PRODUCT]: { product_id: id },
      [Modules.SALES_CHANNEL]: { sales_channel_id: places.channel },
    }))
  )
  await stock(container, places, variants)
  const sets = await price(container, places, variants)
  await discount(container, places, sets, random.lists)
  await prefer(container, places, random)
  return products.map(({ id }) => id)
}

type Made = Array<{ id: string; own: RandomVariant }>

async function stock(container: MedusaContainer, { here, there }: Places, variants: Made): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const wanted = variants.flatMap(({ id, own }) => own.items.map((item) => ({ variant_id: id, item })))
  if (wanted.length === 0) {
    return
  }
  const items = await inventory.createInventoryItems(wanted.map((_, index) => ({ title: `${index}` })))
  await inventory.createInventoryLevels(
    items.flatMap(({ id }, index) => [
      {
        inventory_item_id: id,
        location_id: here,
        stocked_quantity: wanted[index].item.here,
        reserved_quantity: wanted[index].item.reserved,
      },
      { inventory_item_id: id, location_id: there, stocked_quantity: wanted[index].item.there },
    ])
  )
  await container.resolve(ContainerRegistrationKeys.LINK).create(
    items.map(({ id }, index) => ({
      [Modules.PRODUCT]: { variant_id: wanted[index].variant_id },
      [Modules.INVENTORY]: { inventory_item_id: id },
      data: { required_quantity: wanted[index].item.required },
    }))
  )
}

const pricesOf = (own: Amounts) =>
  CURRENCIES.flatMap((currency_code) => {
    const amount = own[currency_code]
    return amount === undefined ? [] : [{ currency_code, amount: unlike(amount) }]
  })

async function price(container: MedusaContainer, { regions }: Places, variants: Made): Promise<string[]> {
  const priced = variants.filter(({ own }) => own.prices !== null)
  const sets = await container.resolve(Modules.PRICING).createPriceSets(
    priced.map(({ own }) => ({
      prices: [
        ...pricesOf(own.prices ?? {}),
        ...(own.regional === null
          ? []
          : [
              {
                currency_code: CURRENCIES[own.regional],
                amount: unlike(50),
                rules: { region_id: regions[own.regional] },
              },
            ]),
        ...(own.bulk === null ? [] : [{ currency_code: "uzs", amount: unlike(5), min_quantity: own.bulk }]),
      ],
    }))
  )
  await container.resolve(ContainerRegistrationKeys.LINK).create(
    sets.map(({ id }, index) => ({
      [Modules.PRODUCT]: { variant_id: priced[index].id },
      [Modules.PRICING]: { price_set_id: id },
    }))
  )
  return sets
    .filter((_, index) => Object.keys(priced[index].own.prices ?? {}).length === 3)
    .map(({ id }) => id)
}

const at = (when: "past" | "future" | null) =>
  when && new Date(Date.now() + (when === "past" ? -1 : 1) * 86_400_000).toISOString()

async function discount(
  container: MedusaContainer,
  { regions }: Places,
  sets: string[],
  lists: RandomCatalog["lists"]
): Promise<void> {
  const rules = { region: { region_id: [regions[0]] }, group: { "customer.groups.id": ["cusgroup_none"] } }
  await container.resolve(Modules.PRICING).createPriceLists(
    lists.map((one, index) => ({
      title: `Chegirma ${index}`,
      description: "-",
      type: one.type as "sale",
      status: one.status as "active",
      starts_at: at(one.starts) ?? undefined,
      ends_at: at(one.ends) ?? undefined,
      rules: one.only === null ? undefined : rules[one.only],
      prices: sets
        .filter((_, at) => at % one.every === 0)
        .flatMap((price_set_id) => pricesOf(one.amounts).map((own) => ({ ...own, price_set_id }))),
    })) as never
  )
}

async function prefer(container: MedusaContainer, { regions }: Places, random: RandomCatalog): Promise<void> {
  const { inclusive, automatic } = random
  const pricing = container.resolve(Modules.PRICING)
  const wanted = [
    { attribute: "currency_code", value: "uzs", is_tax_inclusive: inclusive.uzs },
    { attribute: "currency_code", value: "eur", is_tax_inclusive: inclusive.eur },
    { attribute: "region_id", value: regions[0], is_tax_inclusive: inclusive.region },
  ]
  const known = await pricing.listPricePreferences({ attribute: ["currency_code", "region_id"] })
  for (const one of wanted) {
    const own = known.find(({ attribute, value }) => attribute === one.attribute && value === one.value)
    await (own ? pricing.updatePricePreferences(own.id, one) : pricing.createPricePreferences(one))
  }
  for (const [index, automatic_taxes] of automatic.entries()) {
    await container.resolve(Modules.REGION).updateRegions(regions[index], { automatic_taxes })
  }
}
