import { writeFile } from "node:fs/promises"
import {
  createApiKeysWorkflow,
  createProductCategoriesWorkflow,
  createSalesChannelsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"
import { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ApiKeyType, ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { openMarket } from "../../src/demo/open-market"
import { keepCatalog, rebuildCatalog } from "../../src/workflows/catalog"
import { approveCompanyWorkflow, createCompanyWorkflow } from "../../src/workflows/company"
import { syncSearch } from "../../src/workflows/search"
import { GoodsPlace, goodsSql } from "./goods-sql"

const COMPANIES = 20
const CATEGORIES = 12

/** A filled market, as the measurement calls it: keys of one and of two channels, and a category. */
export type Market = {
  products: number
  /** What making every document of the catalogue anew took. */
  rebuild_ms: number
  region_id: string
  one_channel: string
  two_channels: string
  category_id: string
  place: GoodsPlace
}

/**
 * Fills the market up to a number of goods, and builds what is served of them. The first call opens the market.
 * Arguments: the file for the answer, the number of goods, and the answer of the call before.
 */
export default async function fillMarket({ container, args }: ExecArgs) {
  const [file, wanted, earlier] = args
  const products = Number(wanted)
  const before = earlier ? (JSON.parse(earlier) as Market) : await open(container)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  for (const statement of goodsSql(before.place, before.products + 1, products)) {
    await knex.raw(statement)
  }
  await knex.raw("vacuum analyze")
  const rebuild_ms = await buildReadModel(container)
  await knex.raw("vacuum analyze")
  await writeFile(file, JSON.stringify({ ...before, products, rebuild_ms } satisfies Market))
}

async function open(container: MedusaContainer): Promise<Market> {
  const { region_id, sales_channel_id, publishable_key } = await openMarket(container, [])
  const { result: channels } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Ilova", description: "Mobil ilova" }] },
  })
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "App", type: ApiKeyType.PUBLISHABLE, created_by: "" }] },
  })
  const both: [string, string] = [sales_channel_id, channels[0].id]
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: keys[0].id, add: both } })
  const { result: categories } = await createProductCategoriesWorkflow(container).run({
    input: {
      product_categories: Array.from({ length: CATEGORIES }, (_, at) => ({
        name: `Bo‘lim ${at}`,
        is_active: true,
      })),
    },
  })
  const companies: GoodsPlace["companies"] = []
  for (let at = 0; at < COMPANIES; at++) {
    companies.push(await openCompany(container, at))
  }
  await container.resolve(ContainerRegistrationKeys.LINK).create(
    companies.map(({ stock_location_id }) => ({
      [Modules.SALES_CHANNEL]: { sales_channel_id: both[1] },
      [Modules.STOCK_LOCATION]: { stock_location_id },
    }))
  )
  return {
    products: 0,
    rebuild_ms: 0,
    region_id,
    one_channel: publishable_key,
    two_channels: keys[0].token,
    category_id: categories[0].id,
    place: { companies, categories: categories.map(({ id }) => id), channels: both },
  }
}

async function openCompany(container: MedusaContainer, at: number): Promise<GoodsPlace["companies"][number]> {
  const { result } = await createCompanyWorkflow(container).run({
    input: { company: { name: `Do‘kon ${at}`, phone: "+998901234567" } },
  })
  await approveCompanyWorkflow(container).run({ input: { company_id: result.company.id } })
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: GoodsPlace["companies"] }>(
      `select id, stock_location_id, shipping_profile_id from company where id = ?`,
      [result.company.id]
    )
  return rows[0]
}

/**
 * The catalogue and the search indexes of it, all anew: what the running market would do little by little.
 * @returns milliseconds that the catalogue took
 */
async function buildReadModel(container: MedusaContainer): Promise<number> {
  // Nobody else writes: a build sees what was noted of every row that was filled in.
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("truncate catalog_change")
  const began = Date.now()
  await rebuildCatalog(container)
  const took = Date.now() - began
  await keepCatalog(container)
  await syncSearch(container)
  return took
}
