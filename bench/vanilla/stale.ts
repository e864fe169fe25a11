import {
  createPriceListsWorkflow,
  deletePriceListsWorkflow,
  linkProductsToSalesChannelWorkflow,
  updatePriceListsWorkflow,
  updateProductsWorkflow,
  updateProductVariantsWorkflow,
  upsertVariantPricesWorkflow,
} from "@medusajs/medusa/core-flows"
import { writeFile } from "node:fs/promises"
import { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, QueryContext } from "@medusajs/framework/utils"
import type { Market } from "../store/goods"

/**
 * What Medusa's caching flag leaves stale: it asks the question of GET /store/products with prices as the route does (with
 * `cache: { enable: true }`), changes something, and compares the kept answer with a fresh one. Run by `npm run bench -- caching`.
 */

export type StaleCase = { change: string; is_stale: boolean }

/** Long enough for events to have run, and short of any time to live. */
const SETTLE_MS = 1_500
const SOON_MS = 1_000

type Scene = { container: MedusaContainer; market: Market; product: string; variant: string; list?: string }
type Change = (scene: Scene) => Promise<unknown>

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const prices = (variant: string, amount: number) => [{ variant_id: variant, currency_code: "uzs", amount }]
const raw = ({ container }: Scene, sql: string, values: unknown[]) =>
  container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(sql, values as never)

async function addList({ container, variant }: Scene, amount: number, dates: object, status = "active") {
  const { result } = await createPriceListsWorkflow(container).run({
    input: {
      price_lists_data: [
        { title: "Aksiya", description: "-", status, prices: prices(variant, amount), ...dates } as never,
      ],
    },
  })
  return result[0].id
}

const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()

/** Each on a product of its own; `before` is there when the answer is first kept. */
const CASES: Array<{ change: string; before?: Change; make: Change; settle?: number }> = [
  {
    change: "a variant's price by Medusa's workflow (updateProductVariants)",
    make: ({ container, variant }) =>
      updateProductVariantsWorkflow(container).run({
        input: { product_variants: [{ id: variant, prices: [{ currency_code: "uzs", amount: 111 }] }] },
      }),
  },
  {
    change: "a variant's price by upsertVariantPrices (as our warehouse does)",
    make: ({ container, product, variant }) =>
      upsertVariantPricesWorkflow(container).run({
        input: {
          variantPrices: [
            { variant_id: variant, product_id: product, prices: [{ currency_code: "uzs", amount: 222 }] },
          ],
          previousVariantIds: [variant],
        },
      }),
  },
  { change: "a price list that is in force at once", make: (scene) => addList(scene, 333, {}) },
  {
    change: "a price list that begins by itself",
    before: (scene) => addList(scene, 444, { starts_at: at(SOON_MS) }),
    make: () => wait(SOON_MS),
  },
  {
    change: "a price list that ends by itself",
    before: (scene) => addList(scene, 555, { ends_at: at(SOON_MS) }),
    make: () => wait(SOON_MS),
  },
  {
    change: "a draft price list that is made active",
    before: async (scene) => (scene.list = await addList(scene, 666, {}, "draft")),
    make: ({ container, list }) =>
      updatePriceListsWorkflow(container).run({
        input: { price_lists_data: [{ id: list!, status: "active" } as never] },
      }),
  },
  {
    change: "a price list that is deleted",
    before: async (scene) => (scene.list = await addList(scene, 777, {})),
    make: ({ container, list }) => deletePriceListsWorkflow(container).run({ input: { ids: [list!] } }),
  },
  {
    change: "prices including tax, by the currency's preference",
    make: async ({ container }) => {
      const pricing = container.resolve(Modules.PRICING)
      const currency = { attribute: "currency_code", value: "uzs" }
      const [known] = await pricing.listPricePreferences(currency)
      return known
        ? pricing.updatePricePreferences(known.id, { is_tax_inclusive: !known.is_tax_inclusive })
        : pricing.createPricePreferences({ ...currency, is_tax_inclusive: true })
    },
  },
  {
    change: "a title by Medusa's workflow",
    make: ({ container, product }) =>
      updateProductsWorkflow(container).run({
        input: { selector: { id: product }, update: { title: "Yangi nom" } },
      }),
  },
  {
    change: "a product that is taken back to draft",
    make: ({ container, product }) =>
      updateProductsWorkflow(container).run({
        input: { selector: { id: product }, update: { status: "draft" } },
      }),
  },
  {
    change: "a product that leaves the channel (Medusa's own filter of ids)",
    make: ({ container, market, product }) =>
      linkProductsToSalesChannelWorkflow(container).run({
        input: { id: market.place.channels[0], remove: [product] },
      }),
  },
  {
    change: "a price by SQL, or by another process without Redis",
    make: (scene) =>
      raw(
        scene,
        `update price set amount = 888, raw_amount = '{"value":"888","precision":20}'
          where price_set_id = (select price_set_id from product_variant_price_set where variant_id = ?)`,
        [scene.variant]
      ),
  },
  {
    change: "a title by SQL, or by another process without Redis",
    make: (scene) => raw(scene, "update product set title = 'Nom' where id = ?", [scene.product]),
  },
]

async function read({ container, market, product }: Scene, isKept: boolean): Promise<string> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "product_sales_channel",
    fields: ["product_id"],
    filters: { sales_channel_id: market.place.channels[0], product_id: [product] } as never,
  })
  const { data } = await query.graph(
    {
      entity: "product",
      fields: ["id", "title", "status", "variants.id", "variants.calculated_price.*"],
      filters: { id: links.map((link) => (link as { product_id: string }).product_id), status: "published" },
      pagination: { skip: 0, take: 20 },
      context: {
        variants: { calculated_price: QueryContext({ region_id: market.region_id, currency_code: "uzs" }) },
      },
    },
    { cache: { enable: isKept } }
  )
  return JSON.stringify(data)
}

export default async function findStale({ container, args }: ExecArgs) {
  const market = JSON.parse(args[1]) as Market
  const cases: StaleCase[] = []
  for (const [index, { change, before, make }] of CASES.entries()) {
    const number = index + 1
    const scene: Scene = { container, market, product: `prod_b${number}`, variant: `variant_b${number}_1` }
    await before?.(scene)
    const first = await read(scene, true)
    await wait(200)
    if ((await read(scene, true)) !== first || first !== (await read(scene, false))) {
      throw new Error(`${change}: the first answer is not kept`)
    }
    await make(scene)
    await wait(SETTLE_MS)
    const [kept, fresh] = [await read(scene, true), await read(scene, false)]
    if (fresh === first) {
      throw new Error(`${change}: nothing has changed`)
    }
    cases.push({ change, is_stale: kept !== fresh })
  }
  await writeFile(args[0], JSON.stringify(cases))
}
