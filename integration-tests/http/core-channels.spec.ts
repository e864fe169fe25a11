import {
  createApiKeysWorkflow,
  createSalesChannelsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"
import { ApiKeyType, ContainerRegistrationKeys } from "@medusajs/framework/utils"
import fc from "fast-check"
import { openMarket } from "../../src/demo/open-market"
import { Api } from "../support/market"
import { statementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

const GOODS = 60
const CHANNELS = 3

/** Good `n` is in the channels whose bits its number has: one in eight is in none, one in eight in all. */
const isIn = (n: number, channel: number) => (n & (1 << channel)) > 0
const name = (n: number) => `core${String(n).padStart(3, "0")}`

testMarket({
  testSuite: ({ api: rawApi, getContainer }) => {
    const api = rawApi as unknown as Api

    /** Channels, a key for every set of them, and goods in all combinations by plain SQL. */
    async function setUp() {
      const container = getContainer()
      await openMarket(container, [])
      const { result: channels } = await createSalesChannelsWorkflow(container).run({
        input: { salesChannelsData: Array.from({ length: CHANNELS }, (_, at) => ({ name: `Kanal ${at}` })) },
      })
      const sets = Array.from({ length: 2 ** CHANNELS - 1 }, (_, at) =>
        channels.flatMap((_, channel) => (isIn(at + 1, channel) ? [channel] : []))
      )
      const { result: keys } = await createApiKeysWorkflow(container).run({
        input: {
          api_keys: sets.map((set) => ({ title: set.join(), type: ApiKeyType.PUBLISHABLE, created_by: "" })),
        },
      })
      for (const [at, { id }] of keys.entries()) {
        const add = sets[at].map((channel) => channels[channel].id)
        await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id, add } })
      }
      const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const goods = `generate_series(1, ${GOODS}) n`
      const title = "'core' || lpad(n::text, 3, '0')"
      await knex.raw(
        `insert into product (id, title, handle, status) select ${title}, ${title}, ${title}, 'published' from ${goods}`
      )
      await knex.raw(
        `insert into product_variant (id, title, product_id, manage_inventory, variant_rank)
         select ${title} || '_' || v, 'Tur ' || v, ${title}, false, v from ${goods}, generate_series(1, 2) v`
      )
      for (const [at, { id }] of channels.entries()) {
        await knex.raw(
          `insert into product_sales_channel (product_id, sales_channel_id, id, deleted_at)
           select ${title}, ?, 'prodsc_' || n || '_${at}', case when n & ${1 << at} > 0 then null else now() end from ${goods}`,
          [id]
        )
      }
      return { container, channels, sets, tokens: keys.map(({ token }) => token) }
    }

    it("shows through a key of several channels what stands in any of them, page by page, without listing the rest", async () => {
      const { container, channels, sets, tokens } = await setUp()
      const all = Array.from({ length: GOODS }, (_, at) => at + 1)
      const read = async (path: string, key: number, query: Record<string, unknown>) => {
        const headers = { "x-publishable-api-key": tokens[key] }
        return (await api.get(path, { headers, params: { fields: "id", ...query } })).data
      }
      const question = fc.record({
        key: fc.nat(sets.length - 1),
        narrowed: fc.boolean(),
        offset: fc.nat(20),
        limit: fc.integer({ min: 1, max: 20 }),
        isBackwards: fc.boolean(),
        ids: fc.option(
          fc.uniqueArray(fc.integer({ min: 1, max: GOODS + 5 }), { minLength: 1, maxLength: 12 })
        ),
        q: fc.option(fc.constantFrom("core00", "core01", "5", "tur 2", "yo‘q")),
      })
      const check = fc.asyncProperty(
        question,
        async ({ key, narrowed, offset, limit, isBackwards, ids, q }) => {
          const shown = narrowed ? sets[key].slice(0, 1) : sets[key]
          const hasText = (n: number) => !q || `${name(n)} tur 1 tur 2`.includes(q)
          const right = all.filter(
            (n) => shown.some((channel) => isIn(n, channel)) && (!ids || ids.includes(n)) && hasText(n)
          )
          const sorted = (isBackwards ? right.reverse() : right).map(name)
          const query = {
            offset,
            limit,
            order: isBackwards ? "-title" : "title",
            ...(ids ? { id: ids.map(name) } : {}),
            ...(q ? { q } : {}),
            ...(narrowed ? { sales_channel_id: [channels[shown[0]].id] } : {}),
          }
          const { products, count } = await read("/store/products", key, query)
          expect(products.map(({ id }: { id: string }) => id)).toEqual(sorted.slice(offset, offset + limit))
          expect(count).toBe(sorted.length)
        }
      )
      await fc.assert(check, { numRuns: 60 })

      // One by one, with their channels whole, and their variants.
      for (const key of [0, 2, 6]) {
        const of = all.filter((n) => sets[key].some((channel) => isIn(n, channel)))
        const { variants, count } = await read("/store/product-variants", key, { limit: 100, order: "id" })
        expect(count).toBe(of.length * 2)
        expect(variants.map(({ id }: { id: string }) => id)).toEqual(
          of.flatMap((n) => [`${name(n)}_1`, `${name(n)}_2`]).slice(0, 100)
        )
        for (const n of [1, 2, 8]) {
          const isShown = of.includes(n)
          const answers = [`/store/products/${name(n)}`, `/store/product-variants/${name(n)}_1`].map((path) =>
            read(path, key, {}).then(
              () => true,
              () => false
            )
          )
          expect(await Promise.all(answers)).toEqual([isShown, isShown])
        }
      }

      const statements = await statementsOf(container, () => read("/store/products", 6, { limit: 5 }))
      expect(statements.filter((sql) => /from "product_sales_channel"/.test(sql))).toEqual([])
      expect(statements.filter((sql) => /"core0\d\d"|'core0\d\d'/.test(sql))).toEqual([])
    })
  },
})
