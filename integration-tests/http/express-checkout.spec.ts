import fc from "fast-check"
import {
  addToCartWorkflow,
  createCartWorkflow,
  createCustomerGroupsWorkflow,
  createPriceListsWorkflow,
  refreshCartItemsWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { breakOnce } from "../support/faults"
import { eventsOf, newRows, readTables, forgetReused } from "../support/express"
import {
  Api,
  attempt,
  choosePayment,
  createCompany,
  createListing,
  createShopper,
  setUpMarket,
  TestCompany,
} from "../support/market"
import { warmStatementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

type Headers = { headers: Record<string, string> }
type Body = {
  items: Array<{ variant_id: string; quantity: number }>
  delivery: Array<{ shipping_option_id: string }>
  payment: { provider_id: string }
  [key: string]: unknown
}

const ADDRESS = {
  first_name: "Dilnoza",
  last_name: "Karimova",
  phone: "+998901112233",
  address_1: "Navoiy 1",
  city: "Toshkent",
  country_code: "uz",
}

const WAY = fc.constantFrom("pickup", "courier")
const CART = fc.record({
  loaves: fc.integer({ min: 1, max: 30 }),
  more: fc.integer({ min: 0, max: 12 }),
  count: fc.integer({ min: 0, max: 3 }),
  codes: fc.subarray(["BAHOR", "KURYER"]),
  ways: fc.tuple(WAY, WAY),
  isInclusive: fc.boolean(),
  isMember: fc.boolean(),
  provider_id: fc.constantFrom("pp_payme_payme", "pp_cash_cash", "pp_click_click"),
})

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let shopper: Awaited<ReturnType<typeof createShopper>>
    let bread: TestCompany
    let phones: TestCompany
    let loaf: Awaited<ReturnType<typeof createListing>>
    let phone: Awaited<ReturnType<typeof createListing>>
    let rare: Awaited<ReturnType<typeof createListing>>
    const options: Record<string, string> = {}

    const sql = async (statement: string, values: string[] = []) => {
      const knex = dbConnection as unknown as {
        raw: (sql: string, values: string[]) => Promise<{ rows: Array<Record<string, string>> }>
      }
      return (await knex.raw(statement, values)).rows
    }

    const basket = (
      lines: Array<[{ variant_id: string }, number]>,
      delivery: string[],
      rest: object = {}
    ): Body => ({
      email: "xaridor@example.com",
      region_id: market.region_id,
      shipping_address: ADDRESS,
      items: lines.map(([{ variant_id }, quantity]) => ({ variant_id, quantity })),
      delivery: delivery.map((name) => ({ shipping_option_id: options[name] })),
      payment: { provider_id: "pp_payme_payme" },
      ...rest,
    })
    const order = (body: object, who: Headers = shopper, key?: string) =>
      attempt(
        api.post("/store/checkout", body, {
          headers: { ...who.headers, ...(key ? { "idempotency-key": key } : {}) },
        })
      )

    /** The same basket, the long way, up to its completion. */
    const fill = async (who: Headers, { delivery, payment, promo_codes, ...cart }: Body): Promise<string> => {
      const { data } = await api.post("/store/carts", cart, who)
      const path = `/store/carts/${data.cart.id}`
      let total = data.cart.total as number
      for (const { shipping_option_id } of delivery) {
        const added = await api.post(`${path}/shipping-methods`, { option_id: shipping_option_id }, who)
        total = added.data.cart.total
      }
      if (promo_codes) {
        // Last of all: Medusa forgets a code that gives nothing yet.
        total = (await api.post(`${path}/promotions`, { promo_codes }, who)).data.cart.total
      }
      if (total > 0) {
        await choosePayment(api, who, data.cart.id, payment.provider_id)
      }
      return data.cart.id as string
    }

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      shopper = await createShopper(container, api, "ali@example.com", market.publishable_key)
      bread = await createCompany(container, api, "Baraka Market")
      phones = await createCompany(container, api, "TexnoOlam")
      loaf = await createListing(container, bread.id, {
        name: "Tandir noni",
        cost: 3000,
        markup_percent: 10,
        stock: 900,
        ikpu: "01001001001000000",
      })
      phone = await createListing(container, phones.id, {
        name: "Smartfon",
        cost: 999_999,
        markup_percent: 11,
      })
      rare = await createListing(container, bread.id, { name: "Qora non", cost: 5000, stock: 5 })
      const rows = await sql(
        `select o.id, t.code, c.id as company_id from shipping_option o
           join shipping_option_type t on t.id = o.shipping_option_type_id
           join company c on c.shipping_profile_id = o.shipping_profile_id`
      )
      for (const { id, code, company_id } of rows) {
        options[`${company_id === bread.id ? "bread" : "phones"} ${code}`] = id
      }
      // A guest whom both ways know, so that neither makes one.
      await container.resolve(Modules.CUSTOMER).createCustomers({ email: "xaridor@example.com" })
    })

    /** Whatever can make a price: sales, a group's prices, prices by quantity, promotions with limits and budgets, taxes. */
    const makePrices = async () => {
      const container = getContainer()
      const { result: groups } = await createCustomerGroupsWorkflow(container).run({
        input: { customersData: [{ name: "Ulgurji" }] },
      })
      await container
        .resolve(Modules.CUSTOMER)
        .addCustomerToGroup({ customer_id: shopper.customer_id, customer_group_id: groups[0].id })
      const list = (title: string, rules: object, prices: object[]) => ({
        ...{ title, description: title, status: "active" as const, type: "sale" as const, rules, prices },
      })
      await createPriceListsWorkflow(container).run({
        input: {
          price_lists_data: [
            list("Chegirma", {}, [{ variant_id: phone.variant_id, currency_code: "uzs", amount: 987_654 }]),
            list("Ulgurji", { "customer.groups.id": [groups[0].id] }, [
              { variant_id: loaf.variant_id, currency_code: "uzs", amount: 3100 },
            ]),
            list("Ko‘p", {}, [
              { variant_id: loaf.variant_id, currency_code: "uzs", amount: 2900, min_quantity: 10 },
            ]),
          ] as never,
        },
      })
      const promotion = (code: string, rest: object, method: object) =>
        api.post(
          "/admin/promotions",
          {
            ...{ code, type: "standard", status: "active", ...rest },
            application_method: {
              ...{
                type: "percentage",
                target_type: "items",
                allocation: "across",
                value: 7.77,
                currency_code: "uzs",
              },
              ...method,
            },
          },
          market.operator
        )
      const budget = {
        name: "Bahor",
        campaign_identifier: "bahor",
        budget: { type: "spend", limit: 1e9, currency_code: "uzs" },
      }
      await promotion("BAHOR", { limit: 1000, campaign: budget }, {})
      await promotion("KURYER", {}, { target_type: "shipping_methods", value: 50 })
      await promotion("HAMMASI", {}, { target_type: "order", type: "percentage", value: 100 })
      await promotion(
        "OZ-OZ",
        { is_automatic: true },
        {
          type: "fixed",
          allocation: "each",
          max_quantity: 2,
          value: 100,
          target_rules: [{ attribute: "items.product.id", operator: "in", values: [loaf.product_id] }],
        }
      )
    }

    const setTaxes = async (rate: number, isInclusive: boolean) => {
      const tax = getContainer().resolve(Modules.TAX)
      const [region] = await tax.listTaxRegions({ country_code: "uz" })
      await tax.createTaxRates({ tax_region_id: region.id, name: "QQS", code: "qqs", rate, is_default: true })
      await sql("update price_preference set is_tax_inclusive = ? where attribute = 'region_id'", [
        String(isInclusive),
      ])
    }

    describe("one call and the long way", () => {
      /** What modules tell of a cart's own life, and of payments that are written and then changed. */
      const OWN = /^(cart\.|promotion\.|payment\.payment-(session|collection)\.updated)/

      /** What was told before the completion of a cart whose own payment becomes that of its one order. */
      const REUSED = /^payment\.payment-(session|collection)\.created/

      const compare = async (who: Headers, body: Body) => {
        const container = getContainer()
        const cartId = await fill(who, body)
        const start = await readTables(container)
        let long = {}
        const longEvents = await eventsOf(container, async () => {
          long = (await api.post(`/store/carts/${cartId}/complete`, {}, who)).data
        })
        const middle = await readTables(container)
        const isReused = forgetReused(start, middle)
        let short = {}
        const shortEvents = await eventsOf(container, async () => {
          short = (await api.post("/store/checkout", body, who)).data
        })
        const [one, other] = [newRows(start, middle), newRows(middle, await readTables(container))]
        expect(Object.keys(one.rows)).toEqual(
          expect.arrayContaining(["order", "order_line_item", "company_order_line"])
        )
        expect(other.rows).toEqual(one.rows)
        expect(other.plain(short)).toEqual(one.plain(long))
        const told = (names: string[]) =>
          names.filter((name) => !OWN.test(name) && !(isReused && REUSED.test(name)))
        expect(told(shortEvents)).toEqual(told(longEvents))
      }

      it("leave the same rows, tell the same events and answer the same, with prices, promotions and taxes", async () => {
        await compare(
          shopper,
          basket(
            [
              [loaf, 3],
              [phone, 1],
            ],
            ["bread courier", "phones pickup"]
          )
        )
        await makePrices()
        await compare(
          shopper,
          basket(
            [
              [loaf, 7],
              [phone, 2],
              [loaf, 12],
            ],
            ["bread courier", "phones courier"],
            {
              promo_codes: ["BAHOR", "KURYER"],
              locale: "uz",
              metadata: { izoh: "eshik oldida" },
              billing_address: { ...ADDRESS, address_1: "Amir Temur 5", metadata: { qavat: 3 } },
            }
          )
        )
        await setTaxes(12, true)
        await fc.assert(
          fc.asyncProperty(
            CART,
            async ({ loaves, more, count, codes, ways, isInclusive, isMember, provider_id }) => {
              await sql("update price_preference set is_tax_inclusive = ? where attribute = 'region_id'", [
                String(isInclusive),
              ])
              const lines = [
                [loaf, loaves],
                [phone, count],
                [loaf, more],
              ] as Array<[{ variant_id: string }, number]>
              await compare(
                isMember ? shopper : market.store,
                basket(
                  lines.filter(([, quantity]) => quantity > 0),
                  [`bread ${ways[0]}`, ...(count > 0 ? [`phones ${ways[1]}`] : [])],
                  { payment: { provider_id }, ...(codes.length > 0 ? { promo_codes: codes } : {}) }
                )
              )
            }
          ),
          { numRuns: 2, endOnFailure: true }
        )
        await compare(
          market.store,
          basket([[loaf, 1]], ["bread courier"], { promo_codes: ["HAMMASI", "KURYER"] })
        )
      })
    })

    const reserved = async (item: { inventory_item_id: string }) => {
      const [row] = await sql(
        "select sum(reserved_quantity) as n from inventory_level where inventory_item_id = ?",
        [item.inventory_item_id]
      )
      return Number(row.n)
    }
    const groups = async () => Number((await sql("select count(*) as n from order_group"))[0].n)

    describe("twenty calls at once", () => {
      it("sell the last five pieces to five of them, and nothing is left of the others", async () => {
        const calls = Array.from({ length: 20 }, (_, index) =>
          order(
            basket([[rare, 1]], ["bread pickup"]),
            index % 2 ? market.store : shopper,
            `oxirgisi-${index}`
          )
        )
        const answers = await Promise.all(calls)
        const refused = answers.filter(({ status }) => status !== 200)
        expect(refused.map(({ status, data }) => [status, data.code])).toEqual(
          Array(15).fill([400, "CHECKOUT_OUT_OF_STOCK"])
        )
        expect([await reserved(rare), await groups()]).toEqual([5, 5])
        const [left] = await sql(
          `select (select count(*) from "order") as orders, (select count(*) from payment_session) as sessions,
                  (select count(*) from cart) as carts, (select count(*) from reservation_item) as reservations`
        )
        expect(left).toEqual({ orders: "5", sessions: "5", carts: "5", reservations: "5" })
      })

      it("with one key make one group, and the key is good for no other basket", async () => {
        const body = basket([[loaf, 2]], ["bread courier"])
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => order(body, shopper, "bir-kalit-1"))
        )
        expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
        expect(new Set(answers.map(({ data }) => data.order_group.id)).size).toBe(1)
        const again = await order({ ...body, idempotency_key: "bir-kalit-1" })
        expect(again.data.order_group).toEqual(answers[0].data.order_group)
        const other = await order(basket([[loaf, 3]], ["bread courier"]), shopper, "bir-kalit-1")
        expect([other.status, other.data.code]).toEqual([400, "CHECKOUT_KEY_REUSED"])
        expect([await reserved(loaf), await groups()]).toEqual([2, 1])
        // Somebody else's key of the same text is another key.
        const guest = await order(body, market.store, "bir-kalit-1")
        expect([guest.status, await groups()]).toEqual([200, 2])
        expect(guest.data.order_group.id).not.toBe(again.data.order_group.id)
        // Whoever had no answer and goes the long way with the cart behind it finds the same order.
        const [{ cart_id }] = await sql("select cart_id from order_group where id = ?", [
          again.data.order_group.id,
        ])
        const completed = await api.post(`/store/carts/${cart_id}/complete`, {}, shopper)
        expect(completed.data.order_group.id).toBe(again.data.order_group.id)
      })
    })

    describe("a fault in the middle", () => {
      it.each([
        ["inventory_level", "error"],
        ["order", "killed"],
        ["order_line_item", "error"],
        ["company_order_line", "error"],
        ["gateway_payable", "at commit"],
      ] as const)("of %s (%s) leaves nothing, and the same call again makes one order", async (on, how) => {
        const container = getContainer()
        const body = basket(
          [
            [loaf, 2],
            [phone, 1],
          ],
          ["bread courier", "phones pickup"],
          { email: "yangi@example.com" }
        )
        await breakOnce(sql as never, { on, how })
        const before = await readTables(container)
        const failed = await order(body, market.store, `nosozlik-${on}`)
        expect(failed.status).toBe(500)
        expect(newRows(before, await readTables(container)).rows).toEqual({})
        const done = await order(body, market.store, `nosozlik-${on}`)
        expect([done.status, done.data.order_group.orders.length]).toEqual([200, 2])
        expect([await groups(), await reserved(loaf), await reserved(phone)]).toEqual([1, 2, 1])
        const guests = await sql("select has_account::text from customer where email = 'yangi@example.com'")
        expect(guests).toEqual([{ has_account: "false" }])
      })
    })

    describe("a basket that cannot be ordered", () => {
      it("is refused with a code, and nothing changes", async () => {
        const container = getContainer()
        const one = (rest: object) => basket([[loaf, 1]], ["bread pickup"], rest)
        const [hidden] = [await createListing(container, bread.id, { name: "Yashirin" })]
        await sql("update listing set is_visible = false where id = ?", [hidden.id])
        const before = await readTables(container)
        const refusals: Array<[object, number, string | undefined]> = [
          [basket([[{ variant_id: "variant_none" }, 1]], ["bread pickup"]), 404, undefined],
          [basket([[hidden, 1]], ["bread pickup"]), 400, "CHECKOUT_GOODS_GONE"],
          [
            basket(
              [
                [rare, 3],
                [rare, 3],
              ],
              ["bread pickup"]
            ),
            400,
            "CHECKOUT_OUT_OF_STOCK",
          ],
          [
            basket(
              [
                [loaf, 1],
                [phone, 1],
              ],
              ["bread pickup"]
            ),
            400,
            "CHECKOUT_DELIVERY_REQUIRED",
          ],
          [basket([[loaf, 1]], ["bread pickup", "phones pickup"]), 400, "CHECKOUT_DELIVERY_UNKNOWN"],
          [
            basket(
              Array.from({ length: 100 }, () => [phone, 1e6]),
              ["phones pickup"]
            ),
            400,
            "CHECKOUT_TOO_MUCH",
          ],
          [one({ delivery: [{ shipping_option_id: "so_none" }] }), 400, "CHECKOUT_DELIVERY_UNKNOWN"],
          [
            one({ delivery: [{ shipping_option_id: options["bread pickup"], company_id: phones.id }] }),
            400,
            "CHECKOUT_DELIVERY_UNKNOWN",
          ],
          [one({ promo_codes: ["YOQ"] }), 400, "CHECKOUT_PROMO_UNKNOWN"],
          [one({ expected_total: 3299 }), 400, "CHECKOUT_PRICE_CHANGED"],
          [one({ region_id: "reg_none" }), 400, "CHECKOUT_REGION_WRONG"],
          [one({ currency_code: "usd" }), 400, "CHECKOUT_REGION_WRONG"],
          [one({ sales_channel_id: "sc_none" }), 400, "CHECKOUT_CHANNEL_WRONG"],
          [one({ shipping_address: { ...ADDRESS, country_code: "kz" } }), 400, "CHECKOUT_ADDRESS_WRONG"],
          [one({ payment: undefined }), 400, "CHECKOUT_PAYMENT_REQUIRED"],
          [one({ payment: { provider_id: "pp_stripe_none" } }), 400, "CHECKOUT_PROVIDER_WRONG"],
          [one({ idempotency_key: "qisqa" }), 400, "CHECKOUT_KEY_WRONG"],
          [one({ unit_price: 1 }), 400, undefined],
          [one({ items: [{ variant_id: loaf.variant_id, quantity: 0 }] }), 400, undefined],
          [one({ items: [] }), 400, undefined],
        ]
        for (const [body, status, code] of refusals) {
          const refused = await order(body)
          expect([body, refused.status, code && refused.data.code]).toEqual([body, status, code])
        }
        // A private company's things are what wrong ids are, for whoever it has not let in.
        await sql("update company set is_private = true where id = ?", [phones.id])
        const twice = async (ask: (id: string) => object, id: string) => {
          const answers = [await order(ask(id)), await order(ask("none_1"))]
          return answers.map(({ status, data }, index) => [
            status,
            JSON.stringify(data).replaceAll(index === 0 ? id : "none_1", "it"),
          ])
        }
        for (const [some, none] of [
          await twice((variant_id) => basket([[{ variant_id }, 1]], []), phone.variant_id),
          await twice((id) => one({ delivery: [{ shipping_option_id: id }] }), options["phones pickup"]),
        ]) {
          expect(some).toEqual(none)
        }
        // Nor are they there for one of its own who comes by another key.
        await sql(
          "insert into company_access (id, company_id, customer_id, granted_at, source) values ('ca_1', ?, ?, now(), 'operator')",
          [phones.id, shopper.customer_id]
        )
        await sql("update product_sales_channel set deleted_at = now() where product_id = ?", [
          phone.product_id,
        ])
        expect((await order(basket([[phone, 1]], ["phones pickup"]))).status).toBe(404)
        await sql("update product_sales_channel set deleted_at = null where product_id = ?", [
          phone.product_id,
        ])
        await sql("delete from company_access where id = 'ca_1'")
        await sql("update company set is_private = false where id = ?", [phones.id])
        expect(newRows(before, await readTables(container)).rows).toEqual({})
        const right = await order(one({ expected_total: 3300 }))
        expect([right.status, right.data.order_group.total]).toEqual([200, 3300])
      })
    })

    describe("one call beside carts, at the same time", () => {
      it("counts stock and codes once, whichever order the goods are in", async () => {
        await api.post(
          "/admin/promotions",
          {
            ...{ code: "UCHTA", type: "standard", status: "active", limit: 3 },
            application_method: {
              ...{ type: "fixed", target_type: "items", allocation: "across", value: 500 },
              currency_code: "uzs",
            },
          },
          market.operator
        )
        const lines = [
          [loaf, 1],
          [rare, 1],
        ] as Array<[{ variant_id: string }, number]>
        const body = (index: number) =>
          basket(index % 2 ? lines : [...lines].reverse(), ["bread pickup"], { promo_codes: ["UCHTA"] })
        const carts: string[] = []
        for (const index of [0, 1]) {
          carts.push(await fill(market.store, body(index)))
        }
        const answers = await Promise.all([
          ...Array.from({ length: 6 }, (_, index) => order(body(index), index % 3 ? market.store : shopper)),
          ...carts.map((id) => attempt(api.post(`/store/carts/${id}/complete`, {}, market.store))),
        ])
        const statuses = answers.map(({ status }) => status).sort()
        expect(statuses).toEqual([...Array(3).fill(200), ...Array(5).fill(400)])
        expect([await reserved(loaf), await reserved(rare), await groups()]).toEqual([3, 3, 3])
        const [code] = await sql("select used::text from promotion where code = 'UCHTA'")
        expect(code).toEqual({ used: "3" })
      })
    })

    describe("what it costs", () => {
      it("is the same number of statements for two companies as for one, and few", async () => {
        const small = await warmStatementsOf(getContainer(), () =>
          order(basket([[loaf, 1]], ["bread courier"]))
        )
        const big = await warmStatementsOf(getContainer(), () =>
          order(
            basket(
              [
                [loaf, 1],
                [phone, 2],
                [rare, 1],
                [loaf, 3],
              ],
              ["bread courier", "phones pickup"]
            )
          )
        )
        const heads = (list: string[]) => list.map((text) => text.slice(0, 90))
        expect(heads(big)).toEqual(heads(small))
        // BEGIN, the shelves, the group, the rest, COMMIT.
        const writing = big.slice(
          big.findIndex((text) => /^BEGIN/i.test(text)),
          big.findIndex((text) => /^COMMIT/i.test(text)) + 1
        )
        expect(writing).toHaveLength(5)
        expect(big.length).toBeLessThanOrEqual(24)
      })
    })

    // Last in this file: Medusa has no way to take a handler away.
    describe("what only core can do", () => {
      const carts = async () => Number((await sql("select count(*) as n from cart"))[0].n)

      /** The whole of both ways, from nothing to the order. */
      const compareWhole = async (who: Headers, body: Body) => {
        const container = getContainer()
        const start = await readTables(container)
        const long = (await api.post(`/store/carts/${await fill(who, body)}/complete`, {}, who)).data
        const middle = await readTables(container)
        const short = await order(body, who)
        expect([short.status, short.data.type]).toEqual([200, "order"])
        const [one, other] = [newRows(start, middle), newRows(middle, await readTables(container))]
        expect(other.rows).toEqual(one.rows)
        expect(other.plain(short.data)).toEqual(one.plain(long))
      }

      it("goes by a cart inside: a flat price, and a host's handlers, with keys and faults as ever", async () => {
        const container = getContainer()
        const [zone] = await sql("select service_zone_id, provider_id from shipping_option where id = ?", [
          options["phones courier"],
        ])
        const [company] = await sql("select shipping_profile_id from company where id = ?", [phones.id])
        const flat = await api.post(
          "/admin/shipping-options",
          {
            ...zone,
            ...company,
            name: "Tezkor",
            price_type: "flat",
            data: {},
            type: { label: "Tezkor", description: "Tezkor", code: "fast" },
            prices: [{ currency_code: "uzs", amount: 12_345 }],
            rules: [
              { attribute: "enabled_in_store", operator: "eq", value: "true" },
              { attribute: "is_return", operator: "eq", value: "false" },
            ],
          },
          market.operator
        )
        options["phones fast"] = flat.data.shipping_option.id
        const both = basket(
          [
            [loaf, 2],
            [phone, 1],
          ],
          ["bread courier", "phones fast"],
          { metadata: { izoh: "tez" }, locale: "uz" }
        )
        await compareWhole(market.store, both)

        const alone = basket([[phone, 1]], ["phones fast"])
        const many = await Promise.all(Array.from({ length: 3 }, () => order(alone, shopper, "sekin-kalit")))
        expect(many.map(({ status }) => status)).toEqual(Array(3).fill(200))
        expect(new Set(many.map(({ data }) => data.order_group.id)).size).toBe(1)
        const other = await order({ ...alone, locale: "ru" }, shopper, "sekin-kalit")
        expect([other.status, other.data.code]).toEqual([400, "CHECKOUT_KEY_REUSED"])

        await breakOnce(sql as never, { on: "company_order_line", how: "error" })
        const before = [await readTables(container), await carts(), await groups()] as const
        expect((await order(alone, shopper, "sinadi-1")).status).toBe(500)
        const wrong = await order({ ...alone, expected_total: 1 }, shopper, "sinadi-1")
        expect([wrong.status, wrong.data.code]).toEqual([400, "CHECKOUT_PRICE_CHANGED"])
        expect([await carts(), await groups()]).toEqual([before[1], before[2]])
        expect(newRows(before[0], await readTables(container)).rows).not.toHaveProperty("reservation_item")

        // From here on a host listens.
        const usual = basket([[loaf, 3]], ["bread pickup"])
        const heard: string[] = []
        createCartWorkflow.hooks.validate(({ cart }) => {
          heard.push("validate")
          if (cart.metadata?.izoh === "yo‘q") {
            throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The host says no")
          }
        })
        addToCartWorkflow.hooks.validate(({ input }) => {
          heard.push("add")
          if (input.items[0].quantity === 13) {
            throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Not thirteen")
          }
        })
        refreshCartItemsWorkflow.hooks.setPricingContext(() => {
          heard.push("price")
          return undefined
        })
        const count = [await carts(), await groups()]
        const refused = await order({ ...usual, metadata: { izoh: "yo‘q" } })
        expect([refused.status, refused.data.message]).toEqual([400, "The host says no"])
        const thirteen = await order(basket([[loaf, 13]], ["bread pickup"]))
        expect([thirteen.status, thirteen.data.message]).toEqual([400, "Not thirteen"])
        expect([await carts(), await groups()]).toEqual(count)
        const heeded = await order(usual)
        expect([heeded.status, heeded.data.order_group.orders.length]).toEqual([200, 1])
        expect([...new Set(heard)]).toEqual(["validate", "add", "price"])
      })
    })
  },
})
