import { dirname, join } from "node:path"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import emptyCarts from "../../src/jobs/empty-carts"
import { COMPANY_MODULE } from "../../src/modules/company"
import CompanyModuleService from "../../src/modules/company/service"
import { settleProducts } from "../../src/workflows/access/queries/move-goods"
import { createListingWorkflow } from "../../src/workflows/listing"
import {
  Api,
  attempt,
  choosePayment,
  createCompany,
  createListing,
  createShopper,
  fillCart,
  Reply,
  setUpMarket,
  TestCompany,
} from "../support/market"
import { Call, PRIVATE_ROUTES, Thing, THINGS, World } from "../support/private-routes"
import { makeReceipt } from "../support/receipts"
import { routesIn } from "../support/routes"
import { statementsOf, warmStatementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

/** What no stranger may ever read: the company's names, and those of its goods. */
const NAMES = /yashirin|oltin uzuk|maxfiy7|proba|585-sinov/i

const ROUTES = [
  ...routesIn(join(process.cwd(), "src/api")),
  ...routesIn(join(dirname(require.resolve("@medusajs/medusa/package.json")), "dist/api")),
]
  .filter(({ path }) => path.startsWith("/store/"))
  .map(({ method, path }) => `${method} ${path}`)

type Headers = Record<string, string>
type Shopper = { customer_id: string; headers: Headers }
type Db = { raw: <Row>(sql: string, values?: unknown) => Promise<{ rows: Row[] }> }

testMarket({
  testSuite: ({ api: rawApi, getContainer }) => {
    const api = rawApi as unknown as Api
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Db
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let shop: TestCompany
    let open: TestCompany
    let member: Shopper
    let outsider: Shopper
    let privateKey: string
    let world: World
    let secrets: string[]
    let publicProduct: string
    let serial = 0

    const call = (method: string, url: string, headers: Headers, data?: unknown): Promise<Reply> =>
      api.request({ method, url, headers, data, validateStatus: () => true, maxRedirects: 0 })

    const withKey = (headers: Headers, key: string) => ({ ...headers, "x-publishable-api-key": key })

    /** Joins from an address that nobody has tried from. */
    const join_ = (shopper: Shopper, body: object, address = `10.0.${serial++ >> 8}.${serial & 255}`) =>
      call("POST", "/store/companies/join", { ...shopper.headers, "x-forwarded-for": address }, body)

    const one = async <Row>(sql: string, values: unknown[] = []) => (await db().raw<Row>(sql, values)).rows[0]

    const listPublic = async () => {
      const { data } = await api.get("/store/products?limit=100&fields=id", market.store)
      return (data.products as Array<{ id: string }>).map(({ id }) => id).sort()
    }

    const owner = () => shop.owner.headers
    const turn = (is_private: boolean, body: object = {}) =>
      api.post("/merchant/company/visibility", { is_private, ...body }, owner())

    /** What hangs on a product in Medusa's own catalogue, for the private product and a public one. */
    const addToCatalogue = async (productIds: string[]) => {
      const products = getContainer().resolve(Modules.PRODUCT)
      const category = market.categories.get("Telefonlar")!
      const [collection] = await products.createProductCollections([{ title: "Bayram" }])
      const [tag] = await products.createProductTags([{ value: "yangi" }])
      const [type] = await products.createProductTypes([{ value: "buyum" }])
      for (const id of productIds) {
        await products.updateProducts(id, {
          category_ids: [category],
          collection_id: collection.id,
          tag_ids: [tag.id],
          type_id: type.id,
        })
      }
      return { category, collection: collection.id, tag: tag.id, type: type.id }
    }

    /** What a member says of private goods, a list that they share, and what the company advertises. */
    const makeTalk = async (productId: string, listingId: string) => {
      const at = { headers: member.headers }
      await api.post("/store/likes", { product_id: productId }, at)
      const { like_list } = (await api.post("/store/like-lists", { name: "Sovg‘alar" }, at)).data
      for (const product_id of [productId, publicProduct]) {
        await api.post(`/store/like-lists/${like_list.id}/items`, { product_id }, at)
      }
      const { share } = (await api.post(`/store/like-lists/${like_list.id}/share`, {}, at)).data
      await db().raw(
        `insert into product_review (id, product_id, company_id, customer_id, stars, text, locale, status)
         values ('prev_private', ?, ?, ?, 5, 'Oltin uzuk zo‘r', 'uz', 'approved')`,
        [productId, shop.id, member.customer_id]
      )
      for (const [kind, placement] of [
        ["banner", "home_banner"],
        ["listing", "category_list"],
      ]) {
        const ad = {
          id: `ad_private_${kind}`,
          kind,
          placement,
          company: shop.id,
          product: productId,
          listing: listingId,
        }
        await db().raw(
          `insert into ad (id, company_id, name, kind, placement, listing_id, product_id, status, price_tiyin,
                           raw_price_tiyin, target, starts_at, ends_at)
           values (:id, :company, 'Reklama', :kind, :placement, :listing, :product, 'approved', 0,
                   '{"value":"0","precision":20}', '{}', now() - interval '1 day', now() + interval '1 day')`,
          ad as never
        )
        await db().raw(
          `insert into ad_creative (id, ad_id, revision, status, content, target, listing_id, product_id)
           values ('adc_' || :id, :id, 1, 'approved', :content, '{}', :listing, :product)`,
          {
            ...ad,
            content: JSON.stringify({ uz: { title: "Yashirin", text: "Oltin uzuk", link: "https://x.uz" } }),
          } as never
        )
      }
      return {
        review: "prev_private",
        likeList: like_list.id,
        sharedToken: share.token,
        ad: "ad_private_banner",
      }
    }

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      shop = await createCompany(container, api, "Yashirin Zargar")
      open = await createCompany(container, api, "Baraka Market")
      const { result } = await createListingWorkflow(container).run({
        input: {
          company_id: shop.id,
          name: { uz: "Oltin uzuk" },
          facts: {},
          options: [{ title: "Proba", values: ["585-sinov"] }],
          variants: [{ options: { Proba: "585-sinov" }, cost: 100_000, markup_percent: 20, stock: 50 }],
        },
      })
      const goods = (await one<{ product_id: string; variant_id: string }>(
        "select l.product_id, v.variant_id from listing l join listing_variant v on v.listing_id = l.id where l.id = ?",
        [result.id]
      ))!
      const bread = await createListing(container, open.id, { name: "Tandir noni", cost: 3000, stock: 50 })
      publicProduct = bread.product_id
      const catalogue = await addToCatalogue([goods.product_id, bread.product_id])
      expect(await listPublic()).toEqual([goods.product_id, bread.product_id].sort())

      const { data } = await turn(true, { code: "maxfiy7" })
      privateKey = data.access.publishable_key
      const { access_key } = (await api.post("/merchant/company/access-key", {}, owner())).data
      member = await createShopper(container, api, "azo@example.com", market.publishable_key)
      outsider = await createShopper(container, api, "begona@example.com", market.publishable_key)
      await join_(member, { code: "MAXFIY7", access_key })
      // The stranger is a hard one: has been in, and is in another private company today.
      const other = await createCompany(container, api, "Boshqa Sir")
      await api.post(
        "/merchant/company/visibility",
        { is_private: true, code: "BOSHQA7" },
        other.owner.headers
      )
      await join_(outsider, { code: "BOSHQA7" })
      await join_(outsider, { code: "MAXFIY7", access_key })
      await api.post("/store/companies/leave", { company_id: shop.id }, { headers: outsider.headers })
      const inside = { headers: withKey(member.headers, privateKey) }
      const lines = [{ variant_id: goods.variant_id }]
      const placed = await fillCart(api, market, inside, lines)
      await choosePayment(api, inside, placed, "pp_cash_cash")
      const { order_group } = (await api.post(`/store/carts/${placed}/complete`, {}, inside)).data
      const order = order_group.orders[0].id as string
      const { receipt } = await makeReceipt(container, order)
      const cart = await fillCart(api, market, inside, lines)
      await choosePayment(api, inside, cart, "pp_cash_cash")
      const ourCart = await fillCart(api, market, outsider, [{ variant_id: bread.variant_id }])
      const facts = (await one<Record<string, string>>(
        `select c.handle, c.sales_channel_id as channel, p.handle as "productHandle", r.token as "receiptToken",
                (select product_option_id from product_product_option where product_id = p.id) as option,
                (select id from shipping_option where shipping_profile_id = c.shipping_profile_id limit 1) as "shippingOption",
                (select id from cart_line_item where cart_id = :cart) as line,
                (select id from cart_line_item where cart_id = :ourCart) as "ourLine",
                (select payment_collection_id from cart_payment_collection where cart_id = :cart) as payment
           from company c, product p, receipt r where c.id = :company and p.id = :product and r.id = :receipt`,
        { cart, ourCart, company: shop.id, product: goods.product_id, receipt } as never
      ))!
      world = {
        company: shop.id,
        code: "MAXFIY7",
        accessKey: access_key,
        product: goods.product_id,
        variant: goods.variant_id,
        cart,
        order,
        group: order_group.id,
        groupToken: order_group.token,
        receipt,
        region: market.region_id,
        ourCart,
        publicVariant: bread.variant_id,
        ...catalogue,
        ...facts,
        ...(await makeTalk(goods.product_id, result.id)),
      } as World
      secrets = [...THINGS.map((thing) => world[thing]), privateKey]
    })

    const newShopper = () =>
      createShopper(getContainer(), api, `xaridor${serial++}@example.com`, market.publishable_key)
    const right = () => ({ code: "MAXFIY7", access_key: world.accessKey })

    describe("a stranger", () => {
      const part = <T>(value: unknown, at: World) =>
        (typeof value === "function" ? (value as (world: World) => T)(at) : value) as T

      const ask = (route: string, line: Call, at: World, headers: Headers) => {
        const [method, pattern] = route.split(" ")
        const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
          const from = line.params[name]
          return from.startsWith("=") ? from.slice(1) : at[from as keyof World]
        })
        const query = part<string | undefined>(line.query, at)
        const more = line.headers?.(at) ?? {}
        const address = { "x-forwarded-for": `10.9.${serial++ >> 8}.${serial & 255}` }
        const url = path + (query ? `?${query}` : "")
        return call(method, url, { ...address, ...headers, ...more }, part(line.body, at))
      }

      const sentBy = (line: Call, at: World) =>
        JSON.stringify([
          Object.values(line.params).map((from) => at[from as keyof World]),
          part(line.query, at),
          part(line.body, at),
          line.headers?.(at),
        ])

      /** What does not exist, in the place of every thing. */
      const nothing = () => ({
        ...world,
        ...(Object.fromEntries(THINGS.map((thing) => [thing, `none_${thing}`])) as Record<Thing, string>),
      })

      /** An answer without what is new in every answer, and with the asked-for ids of both calls alike. */
      const plain = ({ status, data }: Reply) => {
        let text = typeof data === "string" ? data : JSON.stringify(data)
        for (const thing of THINGS) {
          text = text.replaceAll(world[thing], `none_${thing}`)
        }
        return [
          status,
          text
            .replace(/"visitor_token":"[^"]*",?/g, "")
            .replace(/[a-z]+_[0-9A-HJKMNP-TV-Z]{26}/g, "an_id")
            .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "a moment"),
        ]
      }

      const lines = () =>
        Object.entries(PRIVATE_ROUTES).flatMap(([route, calls]) =>
          [calls].flat().map((line) => ({ route, line }))
        )

      it("finds every route of the storefront in the table, and the table has no other", () => {
        expect([...new Set(ROUTES)].sort()).toEqual(Object.keys(PRIVATE_ROUTES).sort())
      })

      const isRead = ({ route }: { route: string }) => route.startsWith("GET ")

      /** Some at a time; what changes nothing may be asked side by side. */
      const together = async <T>(all: T[], work: (one: T) => Promise<unknown>, size = 2) => {
        for (let at = 0; at < all.length; at += size) {
          await Promise.all(all.slice(at, at + size).map(work))
        }
      }

      it("is answered for private things as for what does not exist, whatever the route", async () => {
        const guest = { "x-publishable-api-key": market.publishable_key }
        const told: unknown[] = []
        const compare = async ({
          route,
          line,
          headers,
        }: ReturnType<typeof lines>[0] & { headers: Headers }) => {
          const some = await ask(route, line, world, headers)
          const asked = sentBy(line, world)
          if (asked !== sentBy(line, nothing())) {
            const [a, b] = [plain(await ask(route, line, nothing(), headers)), plain(some)]
            if (JSON.stringify(a) !== JSON.stringify(b)) {
              told.push([route, asked, a, b])
            }
          }
          // What the caller has sent may come back; nothing else of the company's may.
          const text = secrets
            .filter((secret) => asked.includes(secret))
            .reduce((left, secret) => left.replaceAll(secret, ""), JSON.stringify(some.data))
          const leaked = secrets.filter((secret) => text.includes(secret))
          if (NAMES.test(text) || leaked.length > 0) {
            told.push([route, asked, some.status, leaked, text.slice(0, 600)])
          }
        }
        // Who is signed in may do more than a guest; reading is tried as both.
        const reads = lines().filter(isRead)
        await together(
          [outsider.headers, guest].flatMap((headers) => reads.map((read) => ({ ...read, headers }))),
          compare
        )
        const writes = lines().filter((line) => !isRead(line))
        await together(
          writes.map((write) => ({ ...write, headers: outsider.headers })),
          compare,
          1
        )
        expect(told).toEqual([])
      })

      it("finds no other way to write the same request", async () => {
        const { cart, product, option, group, groupToken } = world
        const odd: Array<[string, string, string]> = [
          ["HEAD", "/store/carts/:id", cart],
          ["HEAD", "/store/products/:id", product],
          ["HEAD", "/store/products?id=:id", product],
          ["OPTIONS", "/store/carts/:id", cart],
          ["GET", "/STORE/Carts/:id", cart],
          ["GET", "/store/carts/:id/", cart],
          ["GET", "/store//carts/:id", cart],
          ["GET", "/store/%63arts/:id", cart],
          ["GET", "/store/carts/:id", `%63${cart.slice(1)}`],
          ["GET", "/store/Product-Options/?id=:id", option],
          ["GET", "/store/product-options?id[]=:id,opt_x", option],
          ["GET", "/store/product-options?id[$in][]=:id", option],
          ["GET", "/store/product-options?$or[0][id]=:id&$or[0][is_exclusive]=true", option],
          ["GET", "/store/products?$or[0][id]=:id&$or[1][q]=oltin", product],
          ["GET", "/store/product-variants?$and[0][product_id]=:id", product],
          ["GET", "/store/products?cart_id[]=:id,cart_x", cart],
          ["GET", `/store/order-groups/:id?token[]=${groupToken}`, group],
        ]
        const answerTo = async (method: string, url: string, id: string) => {
          const { status, data, headers } = await call(method, url.replace(":id", id), outsider.headers)
          return [
            status,
            headers["content-length"],
            JSON.stringify(data ?? "").replaceAll(decodeURIComponent(id), "it"),
          ]
        }
        const told: unknown[] = []
        await together(odd, async ([method, url, id]) => {
          // As long as the other, so that the answers' lengths are alike too.
          const [some, none] = [
            await answerTo(method, url, id),
            await answerTo(method, url, `${id.slice(0, -4)}ZZZZ`),
          ]
          if (JSON.stringify(some) !== JSON.stringify(none) || NAMES.test(JSON.stringify(some))) {
            told.push([method, url, some, none])
          }
        })
        expect(told).toEqual([])
        for (const list of ["collections", "product-categories", "product-tags", "product-types"]) {
          const sorted = await call("GET", `/store/${list}?order=-products.title`, outsider.headers)
          expect([sorted.status, sorted.data.message]).toEqual([
            400,
            "Order field products.title is not valid",
          ])
        }
      })

      it("opens nothing with the company's own key", async () => {
        const answers = new Set<string>()
        const note = ({ status, data }: Reply) => answers.add(`${status} ${JSON.stringify(data)}`)
        note(await call("GET", "/store/products", withKey(outsider.headers, `pk_${"0".repeat(64)}`)))
        note(await call("GET", "/store/no-such-route", withKey(outsider.headers, privateKey)))
        // All are refused before they do anything.
        await together(lines(), async (each) => {
          for (const headers of isRead(each) ? [outsider.headers, {}] : [outsider.headers]) {
            note(await ask(each.route, each.line, world, withKey(headers, privateKey)))
          }
        })
        expect([...answers]).toEqual([expect.stringMatching(/^400 .*"not_allowed"/)])
      })

      it("who is a member reads all of it with that key", async () => {
        const wrong: unknown[] = []
        await together(lines().filter(isRead), async ({ route, line }) => {
          const expected = line.member === undefined ? 200 : line.member
          if (expected) {
            const { status, data } = await ask(route, line, world, withKey(member.headers, privateKey))
            if (status !== expected) {
              wrong.push([route, expected, status, JSON.stringify(data).slice(0, 300)])
            }
          }
        })
        expect(wrong).toEqual([])
        const { data } = await call(
          "GET",
          `/store/products?region_id=${market.region_id}&fields=title,*variants.calculated_price`,
          withKey(member.headers, privateKey)
        )
        expect([data.count, data.products[0].title]).toEqual([1, "Oltin uzuk"])
        expect(data.products[0].variants[0].calculated_price.calculated_amount).toBe(120_000)
      })
    })

    describe("the door", () => {
      const REFUSED = {
        code: "COMPANY_JOIN_REFUSED",
        type: "not_found",
        message: "There is no company that this code and access key lead into",
      }
      const grantsOf = async (customer_id: string) =>
        (await one<{ living: string; all: string }>(
          `select count(*) filter (where revoked_at is null) as living, count(*) as all from company_access
              where customer_id = ? and company_id = ?`,
          [customer_id, shop.id]
        )) as { living: string; all: string }
      const publicKey = (headers: Headers) => ({ headers: withKey(headers, market.publishable_key) })
      const inside = (headers: Headers) => ({ headers: withKey(headers, privateKey) })

      it("tells nobody why it stays shut: one answer, and the same statements", async () => {
        const [shown, stranger] = [await newShopper(), await newShopper()]
        await join_(shown, right())
        const [grant] = (await api.get("/merchant/access-grants?q=xaridor", owner())).data.access_grants
        await api.delete(`/merchant/access-grants/${grant.id}`, owner())
        const suspended = await createCompany(getContainer(), api, "Yopiq do‘kon")
        await api.post(
          "/merchant/company/visibility",
          { is_private: true, code: "YOPIQ99" },
          suspended.owner.headers
        )
        await api.post(`/admin/companies/${suspended.id}/suspend`, {}, market.operator)
        await db().raw("update company set code = 'OCHIQ77' where id = ?", [open.id])
        const tries: Array<[Shopper, object]> = [
          [stranger, { code: "YOQKOD1" }],
          [stranger, { code: "a" }],
          [stranger, { code: "x'; --" }],
          [stranger, { code: "MAXFIY7" }],
          [stranger, { code: "MAXFIY7", access_key: "" }],
          [stranger, { code: "MAXFIY7", access_key: `${world.accessKey}x` }],
          [stranger, { code: "MAXFIY7", access_key: "a".repeat(30) }],
          [stranger, { code: "YOPIQ99" }],
          [stranger, { code: "OCHIQ77" }],
          [shown, right()],
        ]
        await join_(stranger, { code: "ILIQ001" }).then(() => join_(shown, { code: "ILIQ001" }))
        const seen = new Set<string>()
        const sent = new Set<string>()
        for (const [shopper, body] of tries.slice(1)) {
          let reply: Reply | undefined
          const statements = await statementsOf(getContainer(), async () => {
            reply = await join_(shopper, body)
          })
          seen.add(`${reply!.status} ${JSON.stringify(reply!.data)} ${reply!.headers["content-length"]}`)
          const about = statements.filter((sql) => /company_access|from customer where/.test(sql))
          sent.add(about.join("; ").replace(/'(?:[^']|'')*'::text/g, "?"))
        }
        expect([...seen]).toEqual([expect.stringMatching(/^404 /)])
        expect(JSON.parse([...seen][0].slice(4).replace(/ \d+$/, ""))).toEqual(REFUSED)
        expect([...sent]).toEqual([[...sent][0]])
        for (const body of [{}, { code: 5 }, { code: "A", more: 1 }, { code: "A", access_key: 7 }]) {
          expect((await join_(member, body)).status).toBe(400)
        }
        expect((await call("POST", "/store/companies/join", market.store.headers, right())).status).toBe(401)
      })

      it("opens once to twenty calls at once, whatever the case of the code, and again for who left", async () => {
        const shopper = await newShopper()
        const replies = await Promise.all(
          Array.from({ length: 20 }, (_, turn) =>
            join_(shopper, { ...right(), code: turn % 2 ? " maxfiy7" : "MaxFiy7" }, "10.77.0.1")
          )
        )
        expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
        expect(replies[0].data.company).toMatchObject({
          id: shop.id,
          name: "Yashirin Zargar",
          is_private: true,
          publishable_key: privateKey,
        })
        expect(await grantsOf(shopper.customer_id)).toEqual({ living: "1", all: "1" })
        const companies = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
        const direct = await newShopper()
        const { customer_id } = direct
        const entered = await Promise.all(
          Array.from({ length: 20 }, () => companies.enter({ customer_id, ...right() }))
        )
        expect(entered.filter(({ grant_id }) => grant_id).length).toBe(1)
        expect(await grantsOf(customer_id)).toEqual({ living: "1", all: "1" })

        const { data } = await api.get("/store/companies", publicKey(shopper.headers))
        expect(data.companies.map(({ id }: { id: string }) => id).sort()).toEqual([shop.id, open.id].sort())
        const page = await api.get(`/store/companies/${shop.handle}`, publicKey(shopper.headers))
        expect(page.data.company).toMatchObject({
          id: shop.id,
          publishable_key: privateKey,
          follower_count: 0,
        })
        const leave = () =>
          attempt(api.post("/store/companies/leave", { company_id: shop.id }, publicKey(shopper.headers)))
        const left = await Promise.all(Array.from({ length: 20 }, leave))
        const [gone, ...rest] = left.sort((a, b) => a.status - b.status)
        expect(gone.data).toEqual({ company_id: shop.id, is_member: false })
        expect(rest.map(({ status }) => status)).toEqual(Array<number>(19).fill(404))
        expect((await join_(shopper, right())).status).toBe(200)
        expect(await grantsOf(shopper.customer_id)).toEqual({ living: "1", all: "2" })
      })

      it("is tried ten times in a quarter of an hour by a person, and sixty from an address", async () => {
        const guesser = await newShopper()
        const guess = (shopper: Shopper, turn: number, address?: string) =>
          join_(shopper, { code: `YOQ${1000 + turn}` }, address)
        const phone = ({ customer_id }: Shopper, number: string) =>
          db().raw("update customer set phone = ? where id = ?", [number, customer_id])
        await phone(guesser, "+998 90 123 45 67")
        const byPerson = []
        for (let turn = 0; turn < 11; turn++) {
          byPerson.push((await guess(guesser, turn)).status)
        }
        expect(byPerson).toEqual([...Array<number>(10).fill(404), 429])
        // Neither another telephone of theirs helps, nor another account with this one, however it is written.
        await phone(guesser, "+998 93 765 43 21")
        const { status, data } = await join_(guesser, right())
        expect([status, data.code]).toEqual([429, "COMPANY_JOIN_LIMITED"])
        expect(await grantsOf(guesser.customer_id)).toEqual({ living: "0", all: "0" })
        const many = await Promise.all([newShopper(), newShopper()])
        await phone(many[0], "998901234567")
        expect((await join_(many[0], right())).status).toBe(429)
        await phone(many[0], "")
        const { joining } = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE).options
        expect(joining).toEqual({ tries: 10, address_tries: 60, window_minutes: 15 })
        const byAddress = []
        try {
          joining.address_tries = 12
          for (let turn = 0; turn < 13; turn++) {
            byAddress.push((await guess(many[turn % 2], turn, "10.66.0.1")).status)
          }
        } finally {
          joining.address_tries = 60
        }
        expect(byAddress).toEqual([...Array<number>(12).fill(404), 429])
        expect((await join_(many[0], right())).status).toBe(200)
      })

      it("shuts behind who leaves or is shown out: nothing that lies in a cart can be bought", async () => {
        const shopper = await newShopper()
        await join_(shopper, right())
        const cart = await fillCart(api, market, inside(shopper.headers), [{ variant_id: world.variant }])
        await choosePayment(api, inside(shopper.headers), cart, "pp_cash_cash")
        const [grant] = (await api.get("/merchant/access-grants?limit=1", owner())).data.access_grants
        expect(grant).toMatchObject({ customer: { id: shopper.customer_id }, source: "code" })
        const foreign = await attempt(api.delete(`/merchant/access-grants/${grant.id}`, open.owner.headers))
        expect(foreign.status).toBe(404)
        await api.delete(`/merchant/access-grants/${grant.id}`, owner())
        const again = await attempt(api.delete(`/merchant/access-grants/${grant.id}`, owner()))
        expect(again.status).toBe(404)

        expect((await attempt(api.get("/store/products", inside(shopper.headers)))).status).toBe(400)
        const delivery = async (id: string) => {
          const url = `/store/shipping-options?cart_id=${id}&fields=*service_zone.fulfillment_set.location`
          const { status, data } = await attempt(api.get(url, publicKey(shopper.headers)))
          return [status, JSON.stringify(data).replaceAll(id, "it")]
        }
        expect(await delivery(cart)).toEqual(await delivery("cart_none"))
        const own = await api.get(`/store/carts/${cart}`, publicKey(shopper.headers))
        expect(own.data.cart.items).toEqual([])
        // As if the end of the membership had met the checkout half-way.
        await db().raw("update cart_line_item set deleted_at = null where cart_id = ?", [cart])
        await choosePayment(api, publicKey(shopper.headers), cart, "pp_cash_cash")
        const orders = await one("select count(*) as count from order_group")
        const late = await attempt(api.post(`/store/carts/${cart}/complete`, {}, publicKey(shopper.headers)))
        expect([late.status, late.data.code]).toEqual([400, "CHECKOUT_GOODS_GONE"])
        expect(await one("select count(*) as count from order_group")).toEqual(orders)

        // Shown out at the very moment of ordering: ordered or not, and nothing in between.
        const racer = await newShopper()
        await join_(racer, right())
        const racing = await fillCart(api, market, inside(racer.headers), [{ variant_id: world.variant }])
        await choosePayment(api, inside(racer.headers), racing, "pp_cash_cash")
        const [last] = (await api.get("/merchant/access-grants?limit=1", owner())).data.access_grants
        const complete = () =>
          attempt(api.post(`/store/carts/${racing}/complete`, {}, publicKey(racer.headers)))
        const [raced, shown] = await Promise.all([
          complete(),
          attempt(api.delete(`/merchant/access-grants/${last.id}`, owner())),
        ])
        const groups = await one<{ count: string }>(
          "select count(*) as count from order_group where customer_id = ?",
          [racer.customer_id]
        )
        expect([shown.status, groups!.count]).toEqual([200, raced.status === 200 ? "1" : "0"])
        expect([200, 400]).toContain(raced.status)
        expect((await complete()).status).toBe(raced.status)

        // By the same code and key they do not come back; by new ones they may.
        expect((await join_(shopper, right())).data).toEqual(REFUSED)
        const { access_key } = (await api.post("/merchant/company/access-key", {}, owner())).data
        expect(access_key).toMatch(/^[A-Za-z0-9]{30}$/)
        expect((await join_(shopper, right())).data).toEqual(REFUSED)
        expect((await join_(shopper, { code: "MAXFIY7", access_key })).status).toBe(200)
      })

      it("keeps its access key as a digest, and can do without one", async () => {
        const { access_key } = (await api.post("/merchant/company/access-key", {}, owner())).data
        const door = await one<{ access_key_sha256: string }>(
          "select access_key_sha256 from company_door where company_id = ?",
          [shop.id]
        )
        expect(door!.access_key_sha256).toMatch(/^[0-9a-f]{64}$/)
        for (const path of ["/merchant/access", "/merchant/company", "/merchant/me"]) {
          const text = JSON.stringify((await api.get(path, owner())).data)
          expect(text.includes(access_key) || text.includes(door!.access_key_sha256)).toBe(false)
        }
        const access = async () => (await api.get("/merchant/access", owner())).data.access
        expect(await access()).toEqual({
          is_private: true,
          code: "MAXFIY7",
          requires_access_key: true,
          publishable_key: privateKey,
          members: 1,
        })
        await api.delete("/merchant/company/access-key", owner())
        expect((await access()).requires_access_key).toBe(false)
        expect((await join_(await newShopper(), { code: "maxfiy7" })).status).toBe(200)
        expect((await access()).members).toBe(2)

        await db().raw("update company set code = 'OCHIQ77' where id = ?", [open.id])
        const taken = await attempt(turn(true, { code: "ochiq77" }))
        expect([taken.status, taken.data.code]).toEqual([400, "COMPANY_CODE_TAKEN"])
        // Whose codes are taken can't be looked for either.
        const { joining } = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE).options
        try {
          joining.tries = 2
          const limited = await attempt(turn(true, { code: "ochiq77" }))
          expect([limited.status, limited.data.code]).toEqual([400, "COMPANY_CODE_LIMITED"])
        } finally {
          joining.tries = 10
        }
        for (const code of ["abc", "o‘zbek1", "ABCDEFGHIJKLM", ""]) {
          expect((await attempt(turn(true, { code }))).status).toBe(400)
        }
        expect((await access()).code).toBe("MAXFIY7")
        const notPrivate = await attempt(
          api.post("/merchant/company/publishable-key", {}, open.owner.headers)
        )
        expect(notPrivate.data.code).toBe("COMPANY_NOT_PRIVATE")
      })

      it("gets a new publishable key, and the old one opens nothing any more", async () => {
        const keys = getContainer().resolve(Modules.API_KEY)
        const renew = () => attempt(api.post("/merchant/company/publishable-key", {}, owner()))
        const crash = jest.spyOn(keys, "revoke").mockRejectedValueOnce(new Error("crash"))
        expect((await renew()).status).toBe(500)
        crash.mockRestore()
        const { publishable_key } = (await renew()).data
        // Of those that the crash left over, none lives on.
        const living = await keys.listApiKeys({ title: `Private: ${shop.id}` })
        expect(living.filter(({ revoked_at }) => !revoked_at).map(({ token }) => token)).toEqual([
          publishable_key,
        ])
        expect(publishable_key).not.toBe(privateKey)
        const read = (key: string) => call("GET", "/store/products", withKey(member.headers, key))
        expect((await read(publishable_key)).data.count).toBe(1)
        const old = await read(privateKey)
        expect([old.status, old.data.type]).toEqual([400, "not_allowed"])
        expect(
          (await call("GET", "/store/products", withKey(outsider.headers, publishable_key))).status
        ).toBe(400)
      })
    })

    describe("a company that changes sides", () => {
      const channelsOf = async () => {
        const { rows } = await db().raw<{ id: string; goods: string; places: string }>(
          `select s.id, (select count(*) from product_sales_channel p join listing l on l.product_id = p.product_id
                          where p.sales_channel_id = s.id and p.deleted_at is null and l.company_id = :id) as goods,
                  (select count(*) from sales_channel_stock_location p join company c on c.stock_location_id = p.stock_location_id
                    where p.sales_channel_id = s.id and p.deleted_at is null and c.id = :id) as places
             from sales_channel s where s.id in (:own, :market) order by s.id = :own`,
          { id: shop.id, own: world.channel, market: market.sales_channel_id } as never
        )
        return rows.map(({ goods, places }) => [Number(goods), Number(places)])
      }

      it("takes its goods and its place along, there and back, and again after a crash", async () => {
        const hidden = await createListing(getContainer(), shop.id, { name: "Oltin uzuk ikki", stock: 5 })
        await api.post(`/merchant/listings/${hidden.id}`, { is_visible: false }, owner())
        expect(await channelsOf()).toEqual([
          [0, 0],
          [1, 1],
        ])
        const keys = getContainer().resolve(Modules.API_KEY)
        const crash = jest.spyOn(keys, "revoke").mockRejectedValueOnce(new Error("crash"))
        expect((await attempt(turn(false))).status).toBe(500)
        crash.mockRestore()
        expect((await turn(false)).data.access).toMatchObject({ is_private: false, publishable_key: null })
        expect(await channelsOf()).toEqual([
          [1, 1],
          [0, 0],
        ])
        expect(await listPublic()).toEqual([world.product, publicProduct].sort())
        const old = await call("GET", "/store/products", withKey(member.headers, privateKey))
        expect(old.status).toBe(400)
        const lateComer = await newShopper()
        expect((await join_(lateComer, right())).status).toBe(404)

        // A stranger fills a cart while it is public.
        const guest = { headers: market.store.headers }
        const cart = await fillCart(api, market, guest, [
          { variant_id: world.variant },
          { variant_id: world.publicVariant },
        ])
        await choosePayment(api, guest, cart, "pp_cash_cash")
        const bought = await fillCart(api, market, guest, [{ variant_id: world.variant }])
        await choosePayment(api, guest, bought, "pp_cash_cash")
        const { order_group } = (await api.post(`/store/carts/${bought}/complete`, {}, guest)).data
        const { data } = await turn(true)
        // What a guest has ordered before stays theirs, by its secret.
        const readGroup = (query: string) =>
          attempt(api.get(`/store/order-groups/${order_group.id}${query}`, guest))
        expect((await readGroup(`?token=${order_group.token}`)).data.order_group.id).toBe(order_group.id)
        expect((await readGroup("")).status).toBe(404)
        expect(data.access).toMatchObject({ is_private: true, code: "MAXFIY7", members: 1 })
        expect(data.access.publishable_key).not.toBe(privateKey)
        expect(await channelsOf()).toEqual([
          [0, 0],
          [1, 1],
        ])
        expect(await listPublic()).toEqual([publicProduct])
        const late = await attempt(api.post(`/store/carts/${cart}/complete`, {}, guest))
        expect([400, 404]).toContain(late.status)
        for (
          let wait = 0;
          wait < 100 && (await attempt(api.get(`/store/carts/${cart}`, guest))).status !== 200;
          wait++
        ) {
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
        const left = await api.get(`/store/carts/${cart}`, guest)
        expect(left.data.cart.items.map(({ variant_id }: { variant_id: string }) => variant_id)).toEqual([
          world.publicVariant,
        ])
        const reading = await call(
          "GET",
          "/store/products",
          withKey(member.headers, data.access.publishable_key)
        )
        expect(reading.data.count).toBe(1)
      })

      it("leaves no cart full behind a crash: a job takes out what may not be bought", async () => {
        await turn(false)
        const guest = { headers: market.store.headers }
        const lines = [{ variant_id: world.variant }, { variant_id: world.publicVariant }]
        const cart = await fillCart(api, market, guest, lines)
        const members = await fillCart(api, market, member, lines)
        // As far as the change came before the process ended.
        await db().raw("update company set is_private = true where id = ?", [shop.id])
        await emptyCarts(getContainer())
        const itemsOf = async (id: string) => {
          const { rows } = await db().raw(
            "select variant_id from cart_line_item where cart_id = ? and deleted_at is null",
            [id]
          )
          return (rows as Array<{ variant_id: string }>).map(({ variant_id }) => variant_id)
        }
        expect(await itemsOf(cart)).toEqual([world.publicVariant])
        expect(await itemsOf(members)).toHaveLength(2)
      })

      it("moves hundreds of goods with as many statements as two", async () => {
        const statements = async (is_private: boolean) =>
          (await statementsOf(getContainer(), () => turn(is_private))).filter((sql) =>
            /sales_channel_id <>/.test(sql)
          ).length
        await db().raw(
          `with made as (
             insert into product (id, title, handle, status)
             select 'prod_many' || n, 'Ko‘p ' || n, 'kop-' || n, 'published' from generate_series(1, 600) n returning id),
           linked as (
             insert into product_sales_channel (id, product_id, sales_channel_id)
             select 'prodsc_' || id, id, ? from made)
           insert into listing (id, company_id, product_id, name_uz, search_text, is_visible, status)
           select 'list_' || id, ?, id, 'Ko‘p', 'kop', true, 'active' from made`,
          [world.channel, shop.id]
        )
        expect(await statements(false)).toBe(2)
        expect(await channelsOf()).toEqual([
          [601, 1],
          [0, 0],
        ])
        expect(await statements(true)).toBe(2)
        expect(await channelsOf()).toEqual([
          [0, 0],
          [601, 1],
        ])
        // Goods that were linked by somebody who had read the channel before the company changed follow it.
        await db().raw(
          `update product_sales_channel set deleted_at = case when sales_channel_id = ? then null else now() end
            where product_id = 'prod_many7'`,
          [market.sales_channel_id]
        )
        await settleProducts(getContainer(), shop.id, ["prod_many7", publicProduct])
        expect(await channelsOf()).toEqual([
          [0, 0],
          [601, 1],
        ])
      })

      it("by the operator's hand too, and costs the market's own shoppers no statement", async () => {
        await api.post(`/admin/companies/${open.id}`, { is_private: true }, market.operator)
        expect(await listPublic()).toEqual([])
        const { data } = await api.get("/merchant/access", open.owner.headers)
        expect(data.access).toMatchObject({ is_private: true, code: expect.stringMatching(/^[A-Z0-9]{8}$/) })
        await api.post(`/admin/companies/${open.id}`, { is_private: false }, market.operator)
        expect(await listPublic()).toEqual([publicProduct])
        const asked = await warmStatementsOf(getContainer(), () => api.get("/store/regions", market.store))
        // Carts of those who left are emptied behind; an address in them has a column of that name.
        expect(asked.filter((sql) => /(from|join|update|into) "?company/.test(sql))).toEqual([])
      })
    })
  },
})
