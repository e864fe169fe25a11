import { request } from "node:http"
import { dirname, join } from "node:path"
import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { ApiKeyType, Modules } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../../src/modules/company"
import { can, PERMISSIONS, permissionsOf, Role, ROLES } from "../../src/modules/company/lib/permissions"
import CompanyModuleService from "../../src/modules/company/service"
import { GATEWAY_MODULE } from "../../src/modules/gateway"
import GatewayModuleService from "../../src/modules/gateway/service"
import { ORDER_GROUP_MODULE } from "../../src/modules/order-group"
import OrderGroupModuleService from "../../src/modules/order-group/service"
import { addVariantWorkflow } from "../../src/workflows/listing"
import { sweepAttachments } from "../../src/workflows/expense"
import { sweepAdImages } from "../../src/workflows/ad"
import { sweepImages } from "../../src/workflows/listing/images/sweep"
import { sweepReviewPhotos } from "../../src/workflows/rating"
import { makeAds } from "../support/ads"
import {
  Api,
  checkOut,
  choosePayment,
  createCompany,
  createListing,
  createMember,
  createShopper,
  fillCart,
  PASSWORD,
  Reply,
  setUpMarket,
  signIn,
  TestCompany,
} from "../support/market"
import { makeAuditEntry } from "../support/audit"
import { catchUp, makeReconciliation, makeStatement } from "../support/books"
import { makeDeskSale } from "../support/desk"
import { keepFile, makeExpense, makePrivateFile, today } from "../support/expenses"
import { makeReceipt } from "../support/receipts"
import { makeReviews } from "../support/reviews"
import { makeSearches } from "../support/searches"
import { Actor, ACTORS, EXPECTED, newImport, Route, routesIn, Rows, Verdict } from "../support/routes"
import { testMarket } from "../support/suite"

const OURS = routesIn(join(process.cwd(), "src/api"))
const CORE = [
  ...routesIn(join(dirname(require.resolve("@medusajs/medusa/package.json")), "dist/api")),
  ...routesIn(join(dirname(require.resolve("@medusajs/draft-order/package.json")), ".medusa/server/src/api")),
].filter(({ path }) => path.startsWith("/admin"))

/** Core routes that the dashboard's own shell reads for everybody who works in a company. */
const SHELL = [
  "GET /admin/users/me",
  "GET /admin/stores",
  "GET /admin/notifications",
  "GET /admin/feature-flags",
  "GET /admin/layouts/configurations",
  "GET /admin/layouts/:zone/configuration",
]

const keyOf = ({ method, path }: Pick<Route, "method" | "path">) => `${method} ${path}`

/** Rows whose versions are watched: ours, and those of Medusa's that a forbidden call would most likely reach. */
const WATCHED = [
  ["company", "id"],
  ["company_member", "company_id"],
  ["company_role", "company_id"],
  ["market_operator"],
  ["listing", "company_id"],
  ["listing_variant", "company_id"],
  ["exchange_import", "company_id"],
  ["order_group"],
  ["company_order", "company_id"],
  ["company_refund", "company_id"],
  ["gateway_alert"],
  ["gateway_payable"],
  ["gateway_transaction"],
  ["ledger_entry", "company_id"],
  ["settlement", "company_id"],
  ["reconciliation"],
  ["pos_shift", "company_id"],
  ["pos_sale", "company_id"],
  ["expense", "company_id"],
  ["expense_attachment", "company_id"],
  ["expense_category", "company_id"],
  ["expense_policy", "company_id"],
  ["recurring_expense", "company_id"],
  ["recurring_change", "company_id"],
  ["expense_budget", "company_id"],
  ["ad", "company_id"],
  ["ad_creative"],
  ["ad_image", "company_id"],
  ["ad_placement"],
  ["product_like"],
  ["like_list"],
  ["company_rating", "company_id"],
  ["product_review", "company_id"],
  ["review_photo"],
  ["review_vote"],
  ["review_report"],
  ["review_word"],
  ["order"],
  ["product"],
  ["inventory_level"],
  ["stock_location"],
  ["shipping_option"],
  ["shipping_option_rule"],
  ["sales_channel"],
  ["store"],
  ["user"],
  ["invite"],
  ["api_key"],
]

/** Keys that no answer of ours carries, whoever asks. (What a breakdown is by is a key too, with its name beside it; and so is where a picture lies, with its width.) */
const SECRETS = /"(token_sha256|password\w*|provider_metadata|key(?!":"[^"]*","(name|width)":)|secret)":/

/** Keys that nobody reads without the permission `listing:cost`. */
const COSTS = /"(\w*cost\w*|\w*markup\w*|\w*profit\w*)":/

const seesNoCosts = (actor: Actor) =>
  (ROLES as readonly string[]).includes(actor) && !can(actor as Role, "listing:cost")

type Headers = Record<string, string>
type Db = { raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api & { defaults: { baseURL: string } }
    const db = dbConnection as unknown as Db
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let a: TestCompany
    let b: TestCompany
    let rows: Rows
    let product: string
    let ownerOfA: { user_id: string; member_id: string }
    let cashierOfA: { user_id: string; member_id: string }
    let headersOf: Record<Actor, Headers>
    let dropProof: () => Promise<void>

    const companies = () => getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)

    const namesOf = ({ data }: Reply) =>
      data.listings.map(({ name }: { name: { uz: string } }) => name.uz).sort()

    const call = (method: string, url: string, headers: Headers, data?: unknown): Promise<Reply> =>
      api.request({ method, url, headers, data, validateStatus: () => true, maxRedirects: 0 })

    /** A user of Medusa who signs in, without operator's grant and without membership. */
    const addUser = async (email: string) => {
      const container = getContainer()
      const { authIdentity } = await container
        .resolve(Modules.AUTH)
        .register("emailpass", { body: { email, password: PASSWORD } } as never)
      const user = await container.resolve(Modules.USER).createUsers({ email })
      await container
        .resolve(Modules.AUTH)
        .updateAuthIdentities({ id: authIdentity!.id, app_metadata: { user_id: user.id } })
      return { user_id: user.id, ...(await signIn(api, "user", email)) }
    }

    /** Number and versions of all watched rows; of company A's alone when told so. Any write changes it. */
    const fingerprint = async (companyId?: string) => {
      const tables = WATCHED.filter(([, column]) => !companyId || column)
      const { rows: versions } = await db.raw(
        tables
          .map(
            ([table, column]) =>
              `select '${table}' as name, count(*) as count, sum(xmin::text::bigint) as version from "${table}"` +
              (companyId ? ` where ${column} = ?` : "")
          )
          .join(" union all "),
        companyId ? tables.map(() => companyId) : []
      )
      return versions
    }

    /** Waits for what listeners write of a payment, so that none of it comes in the middle of a test. */
    const isBooked = async (orderId: string) => {
      for (let attempt = 0; attempt < 100; attempt++) {
        const { rows: written } = await db.raw(
          `select 1 from company_order c join ledger_transaction t on t.subject_id = c.id and t.kind = 'commission'
             join receipt r on r.company_order_id = c.id and r.kind = 'sale' where c.order_id = ?`,
          [orderId]
        )
        if (written.length > 0) {
          return
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error(`order ${orderId} has no receipt, or is not in the ledger`)
    }

    /** Orders at the shop, one that waits and one that is paid, a refund that is due by hand, and an alert. */
    const makeRefund = async (shopper: { headers: Headers }, variant_id: string) => {
      const atShop = async () =>
        (await checkOut(api, market, shopper, [{ variant_id }], "pickup", "pp_cash_cash")).order_group
          .orders[0].id
      const [cashOrder, paidOrder] = [await atShop(), await atShop()]
      await api.post(`/merchant/orders/${paidOrder}/confirm-payment`, {}, a.owner.headers)
      await isBooked(paidOrder)
      const groups = getContainer().resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
      const { refund } = await groups.requestRefund({
        order_id: paidOrder,
        request: { amount: 100 },
        reason: "mijoz so‘radi",
        restock: false,
        requested_by: null,
        request_key: null,
      })
      await groups.moveRefund(refund.id, { from: ["processing"], to: "due", method: "hand" })
      const gateway = getContainer().resolve<GatewayModuleService>(GATEWAY_MODULE)
      await gateway.raiseAlert({ kind: "refund_unknown", provider_id: "pp_cash_cash", reference: refund.id })
      const [alert] = await gateway.listGatewayAlerts({})
      return { cashOrder, paidOrder, refund: refund.id, alert: alert.id }
    }

    /** An invitation that waits, a role that nobody has, and a way of delivery. */
    const makeTeam = async () => {
      const post = (path: string, body: unknown) => api.post(path, body, a.owner.headers)
      const waiting = await post("/merchant/members", { email: "kutilgan@example.com", role: "cashier" })
      const role = await post("/merchant/roles", { name: "Sotuvchi", permissions: ["order:read"] })
      const option = await post("/merchant/delivery-options", {
        kind: "courier",
        name: { uz: "Viloyatga" },
        price: 60_000,
      })
      return {
        waiting: waiting.data.member.id,
        role: role.data.role.id,
        deliveryOption: option.data.delivery_option.id,
      }
    }

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      a = await createCompany(container, api, "Baraka Market")
      b = await createCompany(container, api, "TexnoOlam")
      const pending = await createCompany(container, api, "Kutayotgan", { isApproved: false })
      const suspended = await createCompany(container, api, "To‘xtagan")
      await api.post(`/admin/companies/${suspended.id}/suspend`, {}, market.operator)
      const [owner] = await companies().listMembers({ company_id: a.id })
      ownerOfA = { user_id: owner.user_id!, member_id: owner.id }
      const people = {} as Record<Role, Headers>
      for (const role of ROLES.filter((name) => name !== "owner")) {
        const member = await createMember(container, api, a.id, role, `${role}@baraka.example.com`)
        people[role] = member.headers
        if (role === "cashier") {
          cashierOfA = member
        }
      }
      const target = await createMember(container, api, a.id, "cashier", "ketadigan@baraka.example.com")
      const stranger = await addUser("begona@example.com")
      const shopper = await createShopper(container, api, "ali@example.com", market.publishable_key)
      const other = await createShopper(container, api, "vali@example.com", market.publishable_key)
      const listing = await createListing(container, a.id, { name: "Tandir noni", cost: 3000, stock: 50 })
      const foreign = await createListing(container, b.id, { name: "Smartfon", cost: 1_000_000, stock: 5 })
      const { result: spare } = await addVariantWorkflow(container).run({
        input: {
          company_id: a.id,
          listing_id: listing.id,
          variant: { options: { Turi: "Katta" }, cost: 5000, markup_percent: 20 },
        },
      })
      product = listing.product_id
      const { order_group } = await checkOut(api, market, shopper, [{ variant_id: listing.variant_id }])
      const cart = await fillCart(api, market, shopper, [{ variant_id: listing.variant_id, quantity: 2 }])
      await choosePayment(api, shopper, cart)
      const invited = await api.post(
        "/merchant/members",
        { email: "begona@example.com", role: "cashier" },
        a.owner.headers
      )
      const upload = async () =>
        (await api.post("/merchant/imports", newImport(), a.owner.headers)).data.import.id
      rows = {
        company: a.id,
        import: await upload(),
        importToCheck: await upload(),
        pendingCompany: pending.id,
        suspendedCompany: suspended.id,
        member: target.member_id,
        invitation: invited.data.member.id,
        ...(await makeTeam()),
        invitationToken: invited.data.invite_token,
        user: stranger.user_id,
        listing: listing.id,
        variant: listing.listing_variant_id,
        spareVariant: spare.id,
        foreignVariant: foreign.listing_variant_id,
        order: order_group.orders[0].id,
        ...(await makeRefund(shopper, listing.variant_id)),
        cart,
        group: order_group.id,
        settlement: await makeStatement(getContainer(), a.id),
        reconciliation: await makeReconciliation(getContainer()),
        auditEntry: await makeAuditEntry(getContainer()),
        ...(await makeReceipt(getContainer(), order_group.orders[0].id)),
        ...(await makeExpense(api, a.owner.headers, {
          headers: people.accountant as Record<string, string>,
        })),
        privateFile: await makePrivateFile(getContainer()),
        ...(await makeAds(container, api, a.owner.headers, market.operator, a.id)),
        accessGrant: (
          await companies().createCompanyAccesses({
            company_id: a.id,
            customer_id: "cus_none",
            granted_at: new Date(),
            source: "code",
          })
        ).id,
        product: listing.product_id,
        likeList: (await api.post("/store/like-lists", { name: "Sovg‘a" }, { headers: shopper.headers })).data
          .like_list.id,
        ...(await makeReviews(db, {
          product_id: listing.product_id,
          company_id: a.id,
          customer_id: shopper.customer_id,
          other_id: other.customer_id,
          bought: await createListing(container, a.id, { name: "Patir", stock: 5 }),
        })),
        ...(await makeSearches(db, shopper.customer_id)),
        ...(await makeDeskSale(api, { headers: people.cashier as Record<string, string> }, listing)),
      }
      headersOf = {
        ...people,
        owner: a.owner.headers.headers,
        nobody: {},
        shopper: shopper.headers,
        otherShopper: other.headers,
        foreignOwner: b.owner.headers.headers,
        foreignOwnerNamingA: { ...b.owner.headers.headers, "x-company-id": a.id },
        stranger: stranger.headers,
        operator: market.operator.headers,
      }
      for (const actor of ACTORS) {
        headersOf[actor] = { ...headersOf[actor], "x-publishable-api-key": market.publishable_key }
      }
      const drop = await keepFile(container, rows.attachment)
      dropProof = () => drop(rows.privateFile)
      // What the jobs would make up for in the middle of a test.
      await catchUp(container)
      // And what listeners would still write of one test's refund while the next one is counting rows.
      const bus = container.resolve(Modules.EVENT_BUS)
      jest.spyOn(bus, "emit").mockImplementation(async () => undefined)
      jest.spyOn(bus, "releaseGroupedEvents").mockImplementation(async () => undefined)
    })

    afterAll(() => dropProof())

    describe("a route of ours", () => {
      it("stands in the table of expectations, and the table has no other", () => {
        expect(OURS.map(keyOf).sort()).toEqual(Object.keys(EXPECTED).sort())
      })

      it("of the storefront wants a publishable key before anything else", async () => {
        for (const { method, path } of OURS.filter(({ path }) => path.startsWith("/store/"))) {
          const { headers } = market.operator
          const reply = await call(
            method,
            path.replace(":id", rows.company),
            headers,
            method === "GET" ? undefined : {}
          )
          expect([method, path, reply.status, reply.data.type]).toEqual([method, path, 400, "not_allowed"])
        }
      })

      describe("lets in whom it should and nobody else:", () => {
        const knock = (key: string, actor: Actor) => {
          const { id, body, query = "" } = EXPECTED[key]
          const [method, path] = key.split(" ")
          const own = path
            .replace(":variant_id", rows.spareVariant)
            .replace(":code", "home_banner")
            .replace(":attachment_id", rows.attachment)
            .replace(":period_start", today())
            .replace(":product_id", rows.product)
            .replace(":photo_id", rows.reviewPhoto)
          const url = (id ? own.replace(":id", rows[id]) : own) + query
          return call(method, url, headersOf[actor], body?.(rows, actor))
        }
        const codeOf = ({ data }: Reply) => data?.code ?? data?.error?.code

        const walk = async (key: string) => {
          const { verdicts } = EXPECTED[key]
          const before = await fingerprint()
          for (const actor of ACTORS.filter((name) => verdicts[name].status !== "in")) {
            const reply = await knock(key, actor)
            const { status, code = codeOf(reply) }: Verdict = verdicts[actor]
            expect([key, actor, reply.status, codeOf(reply)]).toEqual([key, actor, status, code])
          }
          expect([key, await fingerprint()]).toEqual([key, before])
          const admitted = ACTORS.filter((name) => verdicts[name].status === "in")
          for (const [index, actor] of admitted.entries()) {
            const isForeign = actor === "foreignOwner" && key.includes(" /merchant")
            const beforeA = isForeign && (await fingerprint(a.id))
            const { status, data } = await knock(key, actor)
            // The first finds everything as it was made; for those after it the row may be gone already.
            const isFine = status < 300 || (index > 0 && [400, 404].includes(status))
            expect({ key, actor, status, data, isFine }).toEqual({ key, actor, status, data, isFine: true })
            const said = JSON.stringify(data)
            expect([key, actor, said.match(SECRETS)]).toEqual([key, actor, null])
            if (seesNoCosts(actor)) {
              expect([key, actor, said.match(COSTS)]).toEqual([key, actor, null])
            }
            if (isForeign) {
              expect(
                [a.id, rows.listing, rows.order, rows.member, product].filter((id) => said.includes(id))
              ).toEqual([])
              expect(await fingerprint(a.id)).toEqual(beforeA)
            }
          }
          // Pictures that were uploaded lie in the tree.
          await sweepImages(getContainer(), { before: new Date(Date.now() + 60_000) })
          await sweepAdImages(getContainer(), { before: new Date(Date.now() + 60_000) })
          if (key === "POST /merchant/expenses/:id/attachments") {
            await db.raw("update expense_attachment set deleted_at = now()")
            await sweepAttachments(getContainer())
          }
          if (key === "POST /store/reviews/:id/photos") {
            await db.raw("update review_photo set deleted_at = now() where id <> ?", [rows.reviewPhoto])
            await sweepReviewPhotos(getContainer())
          }
        }

        // A read changes nothing that the next one looks at: many of them share one database, a write has its own.
        const isRead = (key: string) => key.startsWith("GET ")
        const areaOf = (key: string) => key.split(/[ /]/)[2]
        const reads = OURS.map(keyOf).filter(isRead)
        it.each([...new Set(reads.map(areaOf))])("every read of /%s", async (area) => {
          for (const key of reads.filter((read) => areaOf(read) === area)) {
            await walk(key)
          }
        })

        it.each(OURS.map(keyOf).filter((key) => !isRead(key)))("%s", walk)
      })
    })

    describe("a route of Medusa's own admin", () => {
      const guarded = CORE.filter(({ isPublic }) => !isPublic)

      /** Calls routes, ten at a time, and answers those that were not refused with OPERATOR_REQUIRED. */
      const notRefused = async (routes: Route[], headers: Headers) => {
        const open: string[] = []
        const queue = [...routes]
        const work = async () => {
          for (let route = queue.shift(); route; route = queue.shift()) {
            const body = route.method === "GET" ? undefined : {}
            const { status, data } = await call(route.method, route.path.replace(/:\w+/g, "x"), headers, body)
            if (status !== 403 || data.code !== "OPERATOR_REQUIRED") {
              open.push(keyOf(route))
            }
          }
        }
        await Promise.all(Array.from({ length: 10 }, work))
        return open.sort()
      }

      it("is found by the walk", () => {
        expect(CORE.length).toBeGreaterThan(400)
        expect(
          CORE.filter(({ isPublic }) => isPublic)
            .map(keyOf)
            .sort()
        ).toEqual(["GET /admin/feature-flags", "POST /admin/invites/accept"])
        expect(SHELL.filter((key) => !CORE.map(keyOf).includes(key))).toEqual([])
      })

      // The guard does not look at roles: those who may most and least stand for all.
      it.each(["owner", "cashier"] as const)(
        "is closed to a company's %s, but for the dashboard's shell",
        async (role) => {
          const before = await fingerprint()
          const shell = SHELL.filter((key) => guarded.map(keyOf).includes(key))
          expect(await notRefused(guarded, headersOf[role])).toEqual([...shell].sort())
          expect(await fingerprint()).toEqual(before)
        }
      )

      it("is closed to a user without grant, membership and invitation, the shell too", async () => {
        const { headers } = await addUser("hechkim@example.com")
        const before = await fingerprint()
        expect(await notRefused(guarded, headers)).toEqual([])
        expect(await fingerprint()).toEqual(before)
      })

      it("is closed to somebody who is only invited, but for the shell, where they accept", async () => {
        // `stranger` has an open invitation of company A.
        const { data } = await call("GET", "/merchant/me", headersOf.stranger)
        expect(data).toMatchObject({
          is_operator: false,
          memberships: [],
          invitations: [{ company_id: a.id, company_name: "Baraka Market", role: "cashier" }],
        })
        const before = await fingerprint()
        const shell = SHELL.filter((key) => guarded.map(keyOf).includes(key))
        expect(await notRefused(guarded, headersOf.stranger)).toEqual([...shell].sort())
        expect(await fingerprint()).toEqual(before)
      })

      it("shows a member an empty feed of notifications, whatever the market's holds", async () => {
        await getContainer()
          .resolve(Modules.NOTIFICATION)
          .createNotifications({
            to: "",
            channel: "feed",
            template: "admin-ui",
            data: { title: "Sirli xabar" },
          })
        const own = await call("GET", "/admin/notifications?limit=5&fields=*", headersOf.owner)
        expect([own.status, own.data]).toEqual([200, { notifications: [], count: 0, offset: 0, limit: 20 }])
        const operators = await call("GET", "/admin/notifications", headersOf.operator)
        expect(operators.data.notifications).toMatchObject([{ data: { title: "Sirli xabar" } }])
      })

      const EXPANSIONS = [
        "?fields=*",
        "?fields=%2B*,%2Bmetadata",
        "?fields=id,default_sales_channel.products.*,sales_channels.*,stock_locations.*,orders.*",
        "?fields[]=id&fields[]=auth_identities.*",
        "?FIELDS=*&fields=id",
        "?limit=1000&offset=1&q=x&id=x&user_id=x&order=-id",
        "?fields=" + "*".repeat(50),
      ]

      it.each(SHELL)("%s answers a member the same whatever the query asks for", async (key) => {
        const path = key.split(" ")[1].replace(":zone", "product.list")
        const plain = await call("GET", path, headersOf.cashier)
        expect([200, 404]).toContain(plain.status)
        for (const query of EXPANSIONS) {
          const { status, data } = await call("GET", path + query, headersOf.cashier)
          expect([query, status, data]).toEqual([query, plain.status, plain.data])
        }
      })

      it("tells a member of the shell about themselves and the market only", async () => {
        const me = await call("GET", "/admin/users/me", headersOf.cashier)
        expect(Object.keys(me.data.user).sort()).toEqual([
          "avatar_url",
          "created_at",
          "deleted_at",
          "email",
          "first_name",
          "id",
          "last_name",
          "metadata",
          "updated_at",
        ])
        expect(me.data.user.id).toBe(cashierOfA.user_id)
        const { data } = await call("GET", "/admin/stores", headersOf.cashier)
        expect(data.stores).toHaveLength(1)
        expect(JSON.stringify(data)).not.toContain(b.id)
      })

      it("of the shell is for reading only", async () => {
        for (const method of ["POST", "PUT", "PATCH", "DELETE", "HEAD"]) {
          for (const path of [
            "/admin/users/me",
            "/admin/stores",
            "/admin/notifications",
            "/admin/layouts/configurations",
          ]) {
            const { status } = await call(method, path, headersOf.owner, method === "HEAD" ? undefined : {})
            expect([method, path, status]).toEqual([method, path, 403])
          }
        }
      })

      describe("is closed however it is spelled", () => {
        const raw = (path: string, headers: Headers, method = "GET") =>
          new Promise<{ status: number; text: string }>((resolve, reject) => {
            const { hostname, port } = new URL(api.defaults.baseURL)
            request({ hostname, port, path, headers, method }, (res) => {
              let text = ""
              res.setEncoding("utf8")
              res.on("data", (chunk: string) => (text += chunk))
              res.on("end", () => resolve({ status: res.statusCode!, text }))
            })
              .on("error", reject)
              .end()
          })

        const SPELLINGS = [
          "/ADMIN/ORDERS",
          "/aDmIn/oRdErS",
          "/admin/orders/",
          "//admin/orders",
          "///admin/orders",
          "/admin//orders",
          "/admin/orders//",
          "/./admin/orders",
          "/admin/./orders",
          "/admin/%2e/orders",
          "/%2e/admin/orders",
          "/store/../admin/orders",
          "/store/%2e%2e/admin/orders",
          "/merchant/../admin/orders",
          "/merchant/me/%2e%2e/%2e%2e/admin/orders",
          "/admin/users/me/../../orders",
          "/admin/users/me/%2e%2e/%2e%2e/orders",
          "/admin/users/me/..%2f..%2forders",
          "/admin/layouts/../orders",
          "/admin/layouts/%2e%2e/orders",
          "/admin/layouts/x/../../orders",
          "/admin/stores/../orders",
          "/admin/feature-flags/../orders",
          "/%61dmin/orders",
          "/admin/%6frders",
          "/%61%64%6d%69%6e/%6f%72%64%65%72%73",
          "/%2561dmin/orders",
          "/admin%2forders",
          "/admin%2Forders",
          "/admin/orders%2f",
          "/admin/orders%00",
          "/admin/orders%20",
          "/admin/orders%3f",
          "/admin/orders;a=b",
          "/admin/orders.json",
          "/admin\\orders",
          "/admin/orders?fields=id",
          "/admin/orders?/users/me",
          "/admin/orders#/users/me",
          "/admin/orders?x=/admin/feature-flags",
          "http://localhost/admin/orders",
          "http://localhost//admin/orders",
          "http://localhost/ADMIN/orders/",
        ]

        it("no spelling of a closed address is answered", async () => {
          for (const path of SPELLINGS) {
            for (const method of ["GET", "HEAD", "POST"]) {
              const { status, text } = await raw(path, headersOf.owner, method)
              const isRefused = [400, 403, 404].includes(status) && !text.includes("order_")
              expect([method, path, status, isRefused]).toEqual([method, path, status, true])
            }
          }
        })

        it("an operator does get there by some of them", async () => {
          for (const path of ["/ADMIN/ORDERS", "/admin/orders/", "http://localhost/ADMIN/orders/"]) {
            const { status, text } = await raw(path, headersOf.operator)
            expect([path, status, text.includes(rows.order)]).toEqual([path, 200, true])
          }
        })
      })
    })

    describe("an API key", () => {
      const basic = (token: string) => ({
        authorization: `Basic ${Buffer.from(`${token}:`).toString("base64")}`,
      })
      const makeKey = async (type: ApiKeyType) => {
        const { result } = await createApiKeysWorkflow(getContainer()).run({
          input: { api_keys: [{ title: type, type, created_by: "test" }] },
        })
        return result[0]
      }

      it("that is secret acts as an operator, until it is revoked", async () => {
        const key = await makeKey(ApiKeyType.SECRET)
        const list = await call("GET", "/admin/companies", basic(key.token))
        expect([list.status, list.data.count]).toEqual([200, 4])
        const body = { name: "Kalit bilan", phone: "+998901234567", owner_email: "kalit@example.com" }
        const made = await call("POST", "/admin/companies", basic(key.token), body)
        expect([made.status, made.data.company.status]).toEqual([201, "pending"])
        expect((await call("GET", "/admin/orders", basic(key.token))).status).toBe(200)
        expect((await call("GET", "/merchant/listings", basic(key.token))).status).toBe(401)
        expect((await call("GET", "/admin/companies", { authorization: `Bearer ${key.token}` })).status).toBe(
          401
        )
        await call("POST", `/admin/api-keys/${key.id}/revoke`, headersOf.operator, {})
        expect((await call("GET", "/admin/companies", basic(key.token))).status).toBe(401)
      })

      it("that is publishable opens nothing but the storefront", async () => {
        const key = await makeKey(ApiKeyType.PUBLISHABLE)
        for (const authorization of [
          basic(key.token).authorization,
          `Bearer ${key.token}`,
          `Basic ${key.token}`,
        ]) {
          for (const path of ["/admin/companies", "/admin/orders", "/merchant/me", "/merchant/listings"]) {
            expect([path, (await call("GET", path, { authorization })).status]).toEqual([path, 401])
          }
        }
      })
    })

    describe("access follows the membership from the next request on:", () => {
      const statusAndCode = async (method: string, path: string, headers: Headers, body?: unknown) => {
        const { status, data } = await call(method, path, headers, body)
        return [status, data.code]
      }
      const MEMBERSHIP_REQUIRED = [403, "COMPANY_MEMBERSHIP_REQUIRED"]
      const OPERATOR_REQUIRED = [403, "OPERATOR_REQUIRED"]

      it("a member who is removed is out, with the same token and the same session", async () => {
        const session = await call("POST", "/auth/session", headersOf.cashier, {})
        const cookie = { cookie: String(session.headers["set-cookie"]).split(";")[0] }
        expect((await call("GET", "/merchant/listings", headersOf.cashier)).status).toBe(200)
        expect((await call("GET", "/merchant/listings", cookie)).status).toBe(200)
        expect((await call("GET", "/admin/users/me", cookie)).status).toBe(200)
        expect(await statusAndCode("GET", "/admin/orders", cookie)).toEqual(OPERATOR_REQUIRED)

        await call("DELETE", `/merchant/members/${cashierOfA.member_id}`, headersOf.owner)

        for (const headers of [headersOf.cashier, cookie]) {
          expect(await statusAndCode("GET", "/merchant/listings", headers)).toEqual(MEMBERSHIP_REQUIRED)
          expect(
            await statusAndCode("GET", "/merchant/listings", { ...headers, "x-company-id": a.id })
          ).toEqual(MEMBERSHIP_REQUIRED)
          expect(await statusAndCode("GET", "/admin/users/me", headers)).toEqual(OPERATOR_REQUIRED)
        }
        const fresh = (await signIn(api, "user", "cashier@baraka.example.com")).headers
        expect(await statusAndCode("GET", "/merchant/listings", fresh)).toEqual(MEMBERSHIP_REQUIRED)
      })

      it("a member whose membership is suspended is out, and in again when it is not", async () => {
        const suspend = (status: string) =>
          call("POST", `/merchant/members/${cashierOfA.member_id}`, headersOf.owner, { status })
        expect((await suspend("suspended")).data.member).toMatchObject({
          role: "cashier",
          status: "suspended",
        })
        expect(await statusAndCode("GET", "/merchant/listings", headersOf.cashier)).toEqual(
          MEMBERSHIP_REQUIRED
        )
        expect(await statusAndCode("GET", "/admin/users/me", headersOf.cashier)).toEqual(OPERATOR_REQUIRED)
        await suspend("active")
        expect((await call("GET", "/merchant/listings", headersOf.cashier)).status).toBe(200)
      })

      it.each(ROLES)("a member made %s has the permissions of that role at once", async (role) => {
        await call("POST", `/merchant/members/${rows.member}`, headersOf.owner, { role })
        const { headers } = await signIn(api, "user", "ketadigan@baraka.example.com")
        const { data } = await call("GET", "/merchant/me", headers)
        expect(data.memberships).toMatchObject([{ role, permissions: permissionsOf(role) }])
        const may = async (path: string) => (await call("GET", path, headers)).status === 200
        const holds = (permission: keyof typeof PERMISSIONS) => permissionsOf(role).includes(permission)
        expect(await may("/merchant/members")).toBe(holds("member:read"))
        expect(await may("/merchant/orders")).toBe(holds("order:read"))
        const listing = await call("GET", `/merchant/listings/${rows.listing}`, headers)
        expect("cost" in listing.data.listing.variants[0]).toBe(holds("listing:cost"))

        await call("POST", `/merchant/members/${rows.member}`, headersOf.owner, { role: "cashier" })
        expect(await statusAndCode("GET", "/merchant/members", headers)).toEqual([403, "PERMISSION_REQUIRED"])
      })

      it("an operator whose grant is taken away is out", async () => {
        const [grant] = await companies().listOperators({})
        expect((await call("GET", "/admin/companies", headersOf.operator)).status).toBe(200)
        await companies().deleteOperators(grant.id)
        expect(await statusAndCode("GET", "/admin/companies", headersOf.operator)).toEqual(OPERATOR_REQUIRED)
        expect(await statusAndCode("GET", "/admin/users/me", headersOf.operator)).toEqual(OPERATOR_REQUIRED)
      })

      it("a user whom an operator deletes is out, member and operator alike", async () => {
        await companies().createOperators({ user_id: cashierOfA.user_id })
        expect((await call("GET", "/admin/companies", headersOf.cashier)).status).toBe(200)
        expect((await call("DELETE", `/admin/users/${cashierOfA.user_id}`, headersOf.operator)).status).toBe(
          200
        )
        expect(await statusAndCode("GET", "/admin/companies", headersOf.cashier)).toEqual(OPERATOR_REQUIRED)
        expect(await statusAndCode("GET", "/merchant/listings", headersOf.cashier)).toEqual(
          MEMBERSHIP_REQUIRED
        )
      })

      it("in an archived company reads go on and every write answers COMPANY_FROZEN", async () => {
        await call("POST", `/admin/companies/${a.id}/archive`, headersOf.operator, {})
        for (const key of Object.keys(EXPECTED).filter((key) => /^\w+ \/merchant\/(?!me)/.test(key))) {
          const [method, path] = key.split(" ")
          const { id, body, query = "" } = EXPECTED[key]
          const before = await fingerprint()
          const { status, data } = await call(
            method,
            (id ? path.replace(":id", rows[id]) : path).replace(":attachment_id", rows.attachment) + query,
            headersOf.owner,
            body?.(rows, "owner")
          )
          expect([key, status, data.code]).toEqual(
            method === "GET" ? [key, 200, undefined] : [key, 400, "COMPANY_FROZEN"]
          )
          expect(await fingerprint()).toEqual(before)
        }
      })
    })

    describe("a person of several companies", () => {
      let headers: Headers

      beforeEach(async () => {
        // Manager of A, and now cashier of B.
        const [manager] = await companies().listMembers({ company_id: a.id, role: "manager" })
        await companies().createMembers({
          company_id: b.id,
          user_id: manager.user_id,
          email: manager.email,
          role: "cashier",
          status: "active",
        })
        headers = headersOf.manager
      })

      it("sees both under me, each with its own role", async () => {
        const { data } = await call("GET", "/merchant/me", headers)
        expect(
          data.memberships.map((m: { company_id: string; role: string; permissions: string[] }) => [
            m.company_id,
            m.role,
            m.permissions,
          ])
        ).toEqual([
          [a.id, "manager", permissionsOf("manager")],
          [b.id, "cashier", permissionsOf("cashier")],
        ])
      })

      it("has to name one of them", async () => {
        for (const key of Object.keys(EXPECTED).filter((key) => /^\w+ \/merchant\/(?!me)/.test(key))) {
          const [method, path] = key.split(" ")
          const { status, data } = await call(method, path, headers, method === "GET" ? undefined : {})
          expect([key, status, data.code]).toEqual([key, 400, "COMPANY_REQUIRED"])
        }
      })

      it("acts for the one they name, with the role they have there", async () => {
        const inA = await call("GET", "/merchant/listings", { ...headers, "x-company-id": a.id })
        expect(namesOf(inA)).toEqual(["Patir", "Tandir noni"])
        const own = inA.data.listings.find(({ id }: { id: string }) => id === rows.listing)
        expect(own.variants[0].cost).toBe(3000)
        const inB = await call("GET", "/merchant/listings", { ...headers, "x-company-id": b.id })
        expect(inB.data.listings).toMatchObject([{ name: { uz: "Smartfon" } }])
        expect(inB.data.listings[0].variants[0]).not.toHaveProperty("cost")
        const write = await call(
          "POST",
          "/merchant/company",
          { ...headers, "x-company-id": b.id },
          { address: "x" }
        )
        expect([write.status, write.data.code]).toEqual([403, "PERMISSION_REQUIRED"])
      })

      it("finds no third company, nor two at once, nor A's goods under B's name", async () => {
        for (const id of [
          rows.suspendedCompany,
          "comp_none",
          "*",
          `${a.id},${b.id}`,
          a.handle,
          a.id.toLowerCase(),
        ]) {
          const { status, data } = await call("GET", "/merchant/listings", { ...headers, "x-company-id": id })
          expect([id, status, data.type]).toEqual([id, 404, "not_found"])
        }
        const asB = { ...headers, "x-company-id": b.id }
        expect((await call("GET", `/merchant/listings/${rows.listing}`, asB)).status).toBe(404)
        expect((await call("GET", `/merchant/orders/${rows.order}`, asB)).status).toBe(404)
      })
    })

    describe("a company named in the body or the query", () => {
      it("is refused in a body", async () => {
        const before = await fingerprint()
        const bodies: Array<[string, Record<string, unknown>]> = [
          ["/merchant/listings", { name: "Choy", cost: 1000, markup_percent: 10 }],
          [`/merchant/listings/${rows.listing}`, { cost: 1000 }],
          ["/merchant/members", { email: "yangi@example.com", role: "owner" }],
          [`/merchant/members/${rows.member}`, { role: "owner" }],
          ["/merchant/company", { address: "x" }],
        ]
        for (const [path, body] of bodies) {
          for (const key of ["company_id", "company", "x-company-id", "id", "user_id"]) {
            const { status, data } = await call("POST", path, headersOf.owner, { ...body, [key]: b.id })
            expect([path, key, status, data.type]).toEqual([path, key, 400, "invalid_data"])
          }
        }
        expect(await fingerprint()).toEqual(before)
      })

      it("is ignored in a query", async () => {
        const query = `?company_id=${b.id}&x-company-id=${b.id}&filters[company_id]=${b.id}`
        const listings = await call("GET", `/merchant/listings${query}`, headersOf.owner)
        expect(namesOf(listings)).toEqual(["Patir", "Tandir noni"])
        const orders = await call("GET", `/merchant/orders${query}`, headersOf.owner)
        expect(orders.data.orders.map((o: { id: string }) => o.id)).toEqual([
          rows.posOrder,
          rows.paidOrder,
          rows.cashOrder,
          rows.order,
        ])
        const company = await call("GET", `/merchant/company${query}`, headersOf.owner)
        expect(company.data.company.id).toBe(a.id)
        const members = await call("GET", `/merchant/members${query}`, headersOf.owner)
        expect(members.data.members.map((m: { id: string }) => m.id)).toContain(ownerOfA.member_id)
        const made = await call("POST", `/merchant/listings${query}`, headersOf.owner, {
          name: "Choy",
          cost: 1000,
          markup_percent: 10,
        })
        expect(made.status).toBe(201)
        expect((await call("GET", "/merchant/listings", headersOf.foreignOwner)).data.count).toBe(1)
      })
    })
  },
})
