import { writeFile } from "node:fs/promises"
import {
  addShippingMethodToCartWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openMarket } from "../src/demo/open-market"
import { completeCheckoutWorkflow } from "../src/workflows/checkout"
import { approveCompanyWorkflow, createCompanyWorkflow } from "../src/workflows/company"
import { createListingWorkflow } from "../src/workflows/listing"
import { median } from "./ratios"

const WARM_UP = 5
const ROUNDS = 40

type Shelf = { region_id: string; sales_channel_id: string; variant_id: string; option_id: string }

/**
 * Completing the same cart of one company, by Medusa's own workflow and by ours, in turns in one process. Run by
 * `npm run bench` through `medusa exec`; the medians (milliseconds) go to the file named in the first argument.
 */
export default async function benchCheckout({ container, args }: ExecArgs) {
  const shelf = await fillShelf(container)
  const times = { ours: [] as number[], core: [] as number[] }
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    // Whoever goes second finds warmer caches; so they change places every round.
    const order = round % 2 ? (["ours", "core"] as const) : (["core", "ours"] as const)
    for (const who of order) {
      const cart_id = await fillCart(container, shelf)
      const startedAt = process.hrtime.bigint()
      await (who === "ours"
        ? completeCheckoutWorkflow(container).run({ input: { cart_id } })
        : completeCartWorkflow(container).run({ input: { id: cart_id } }))
      if (round >= WARM_UP) {
        times[who].push(Number(process.hrtime.bigint() - startedAt) / 1e6)
      }
    }
  }
  await writeFile(args[0], JSON.stringify({ ours: median(times.ours), core: median(times.core) }))
}

async function fillShelf(container: MedusaContainer): Promise<Shelf> {
  const { region_id, sales_channel_id } = await openMarket(container, [])
  const { result } = await createCompanyWorkflow(container).run({
    input: { company: { name: "Baraka Market", phone: "+998901234567" } },
  })
  const company_id = result.company.id
  await approveCompanyWorkflow(container).run({ input: { company_id } })
  const { result: listing } = await createListingWorkflow(container).run({
    input: {
      company_id,
      name: { uz: "Non" },
      facts: {},
      options: [],
      variants: [{ cost: 3000, markup_percent: 10, stock: 100_000 }],
    },
  })
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Array<{ variant_id: string; option_id: string }> }>(
    `select v.variant_id, o.id as option_id from listing_variant v, shipping_option o where v.listing_id = ? limit 1`,
    [listing.id]
  )
  return { region_id, sales_channel_id, ...rows[0] }
}

async function fillCart(container: MedusaContainer, shelf: Shelf): Promise<string> {
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: shelf.region_id,
      sales_channel_id: shelf.sales_channel_id,
      email: "xaridor@example.com",
      shipping_address: {
        first_name: "Dilnoza",
        address_1: "Navoiy 1",
        city: "Toshkent",
        country_code: "uz",
      },
      items: [{ variant_id: shelf.variant_id, quantity: 1 }],
    },
  })
  await addShippingMethodToCartWorkflow(container).run({
    input: { cart_id: cart.id, options: [{ id: shelf.option_id }] },
  })
  const { result: collection } = await createPaymentCollectionForCartWorkflow(container).run({
    input: { cart_id: cart.id },
  })
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collection.id, provider_id: "pp_payme_payme" },
  })
  return cart.id
}
