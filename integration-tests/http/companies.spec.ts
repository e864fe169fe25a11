import { createInvitesWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../../src/modules/company"
import { permissionsOf } from "../../src/modules/company/lib/permissions"
import { CompanyStatus, CompanyTransition, TRANSITIONS } from "../../src/modules/company/lib/status"
import CompanyModuleService from "../../src/modules/company/service"
import {
  Api,
  attempt,
  checkOut,
  createCompany,
  createListing,
  createMember,
  createShopper,
  PASSWORD,
  Reply,
  setUpMarket,
  signIn,
  TestCompany,
} from "../support/market"
import { testMarket } from "../support/suite"

const PHONE = "+998901234567"
const STATUSES = ["pending", "active", "suspended", "archived"] as const
const VERBS = ["approve", "suspend", "reinstate", "archive"] as const

type Headers = { headers: Record<string, string> }
type Db = { raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }
type Member = { id: string; email: string; role: string; status: string; user_id: string | null }

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as Db
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let baraka: TestCompany
    let texno: TestCompany

    const companies = () => getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
    const count = async (table: string) => {
      const { rows } = await db.raw<{ count: string }>(
        `select count(*) as count from "${table}" where deleted_at is null`
      )
      return Number(rows[0].count)
    }
    const codeOf = ({ status, data }: Reply) => [status, data.code]
    const times = (n: number, make: (index: number) => Promise<Reply>) =>
      Promise.all(Array.from({ length: n }, (_, index) => attempt(make(index))))

    const create = (body: unknown) => attempt(api.post("/admin/companies", body, market.operator))
    const move = (id: string, verb: string, body: unknown = {}) =>
      attempt(api.post(`/admin/companies/${id}/${verb}`, body, market.operator))
    const invite = (company: TestCompany, email: string, role = "cashier") =>
      attempt(api.post("/merchant/members", { email, role }, company.owner.headers))
    const membersOf = async (company: TestCompany): Promise<Member[]> =>
      (await companies().listMembers(
        { company_id: company.id },
        { order: { created_at: "ASC", id: "ASC" } }
      )) as Member[]

    /** What the dashboard's invite page does: an account of the person's own, then the invite's token with it. */
    const acceptInvite = async (token: string, email: string, body: object = { first_name: "Olim" }) => {
      const { data } = await api.post("/auth/user/emailpass/register", { email, password: PASSWORD })
      return attempt(
        api.post(`/admin/invites/accept?token=${token}`, body, {
          headers: { authorization: `Bearer ${data.token}` },
        })
      )
    }

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      baraka = await createCompany(container, api, "Baraka Market")
      texno = await createCompany(container, api, "TexnoOlam")
    })

    describe("an operator opens a company", () => {
      const FULL = {
        name: "  Oq Oltin  ",
        phone: "90 123-45-67",
        email: "info@oqoltin.uz",
        address: "Toshkent, Chilonzor 5",
        legal_name: "Oq Oltin MChJ",
        tax_id_type: "stir",
        tax_id: "301234567",
        is_vat_payer: true,
        bank_account: "20208000900123456001",
        bank_mfo: "00444",
        is_private: true,
        commission_percent: 7.5,
      }

      it("with everything the law asks, pending until it is approved", async () => {
        const { status, data } = await create(FULL)
        expect(status).toBe(201)
        expect(data.owner_invite).toBeNull()
        expect(data.company).toMatchObject({
          ...FULL,
          name: "Oq Oltin",
          phone: PHONE,
          handle: "oq-oltin",
          status: "pending",
          approved_at: null,
          stock_location_id: null,
          sales_channel_id: null,
        })
        const read = await api.get(`/admin/companies/${data.company.id}`, market.operator)
        expect(read.data.company).toMatchObject({ id: data.company.id, commission_percent: 7.5, members: [] })
      })

      it("and its owner is invited along", async () => {
        const { data } = await create({ name: "Oq Oltin", phone: PHONE, owner_email: "Ega@OqOltin.uz" })
        expect(JSON.stringify(data)).not.toContain("token_sha256")
        expect(data.owner_invite.member).toMatchObject({
          email: "ega@oqoltin.uz",
          role: "owner",
          status: "invited",
        })
        const accepted = await acceptInvite(data.owner_invite.invite_token, "ega@oqoltin.uz")
        expect(accepted.status).toBe(200)
        const me = await api.get("/merchant/me", await signIn(api, "user", "ega@oqoltin.uz"))
        expect(me.data.memberships).toMatchObject([{ company_id: data.company.id, role: "owner" }])
      })

      it("takes null where a fact may be missing", async () => {
        const nothing = Object.fromEntries(
          [
            "email",
            "address",
            "legal_name",
            "tax_id_type",
            "tax_id",
            "bank_account",
            "bank_mfo",
            "commission_percent",
          ].map((key) => [key, null])
        )
        const { status, data } = await create({ name: "Oq Oltin", phone: PHONE, ...nothing })
        expect([status, data.company.tax_id, data.company.commission_percent]).toEqual([201, null, null])
        for (const key of ["name", "phone", "handle", "is_private", "is_vat_payer", "owner_email"]) {
          expect([key, (await create({ name: "Boshqa", phone: PHONE, [key]: null })).status]).toEqual([
            key,
            400,
          ])
        }
      })

      const WRONG: Record<string, unknown[]> = {
        name: [undefined, "", " ", "A", 5, "A".repeat(121)],
        phone: [
          undefined,
          "",
          "123",
          "+79012345678",
          "+99890123456",
          "+9989012345678",
          998901234567,
          "phone",
        ],
        email: ["no", "a@b", 5],
        handle: ["", "Bad", "a b", "a_b", "-a", "a-", "a--b", "ю", "a".repeat(61), "../x"],
        is_private: ["yes", 1],
        is_vat_payer: ["yes", 0],
        commission_percent: [-0.01, 100.01, "5"],
        bank_account: ["2020800090012345600", "202080009001234560011", "2020800090012345600a", 20208],
        bank_mfo: ["0044", "004440", "abcde", 444],
        owner_email: ["no", "", 5],
      }

      it.each(Object.keys(WRONG))("refuses a wrong %s, naming it", async (key) => {
        const before = await count("company")
        for (const value of WRONG[key]) {
          const { status, data } = await create({ name: "Oq Oltin", phone: PHONE, [key]: value })
          expect([value, status, data.type]).toEqual([value, 400, "invalid_data"])
          expect(data.message).toContain(key)
        }
        expect(await count("company")).toBe(before)
      })

      it.each([
        ["stir", "30123456"],
        ["stir", "3012345678"],
        ["stir", "30123456a"],
        ["stir", "31234567890123"],
        ["stir", ""],
        ["pinfl", "3123456789012"],
        ["pinfl", "312345678901234"],
        ["pinfl", "71234567890123"],
        ["pinfl", "301234567"],
        ["inn", "301234567"],
        [null, "301234567"],
        [undefined, "301234567"],
        ["stir", null],
        ["stir", undefined],
      ])("refuses tax_id_type %s with tax_id %s", async (tax_id_type, tax_id) => {
        const { status, data } = await create({ name: "Oq Oltin", phone: PHONE, tax_id_type, tax_id })
        expect([status, data.type]).toEqual([400, "invalid_data"])
      })

      it("takes a PINFL for a person", async () => {
        const { data } = await create({
          name: "Usta Olim",
          phone: PHONE,
          tax_id_type: "pinfl",
          tax_id: "31234567890123",
        })
        expect(data.company).toMatchObject({ tax_id_type: "pinfl", tax_id: "31234567890123" })
      })

      it("refuses keys it does not know, and those that only workflows write", async () => {
        const before = await count("company")
        const KEYS = [
          "id",
          "status",
          "status_reason",
          "approved_at",
          "stock_location_id",
          "shipping_profile_id",
          "x",
        ]
        for (const key of [
          ...KEYS,
          "fulfillment_set_id",
          "sales_channel_id",
          "created_at",
          "deleted_at",
          "members",
        ]) {
          const { status, data } = await create({ name: "Oq Oltin", phone: PHONE, [key]: "active" })
          expect([key, status, data.type]).toEqual([key, 400, "invalid_data"])
          const update = await attempt(
            api.post(`/admin/companies/${baraka.id}`, { [key]: "active" }, market.operator)
          )
          expect([key, update.status]).toEqual([key, 400])
        }
        expect(await count("company")).toBe(before)
      })
    })

    describe("the handle", () => {
      it.each([
        ["Барака Бозори", "baraka-bozori"],
        ["Қўқон Ҳалвоси", "qoqon-halvosi"],
        ["Ёшлик Ғишт", "yoshlik-gisht"],
        ["Oʻzbek Gʻishti", "ozbek-gishti"],
        ["O'zbek G`ishti", "ozbek-gishti"],
        ["O‘zbek & Co. №1", "ozbek-co-no1"],
        ["  Café -- Déjà vu!  ", "cafe-deja-vu"],
        ["Щука Электроника", "shuka-elektronika"],
      ])("of “%s” is %s", async (name, handle) => {
        const { status, data } = await create({ name, phone: PHONE })
        expect([status, data.company.handle]).toEqual([201, handle])
      })

      it("has to be sent when the name gives none", async () => {
        expect(codeOf(await create({ name: "…!?", phone: PHONE }))).toEqual([400, "COMPANY_HANDLE_REQUIRED"])
        expect((await create({ name: "…!?", handle: "uch-nuqta", phone: PHONE })).data.company.handle).toBe(
          "uch-nuqta"
        )
      })

      it("is one company's only", async () => {
        const before = await count("company")
        const taken = [400, "COMPANY_HANDLE_TAKEN"]
        expect(codeOf(await create({ name: "Baraka market", phone: PHONE }))).toEqual(taken)
        expect(codeOf(await create({ name: "Барака Маркет", phone: PHONE }))).toEqual(taken)
        expect(codeOf(await create({ name: "X Y", handle: "baraka-market", phone: PHONE }))).toEqual(taken)
        const renamed = api.post(`/admin/companies/${texno.id}`, { handle: "baraka-market" }, market.operator)
        expect(codeOf(await attempt(renamed))).toEqual(taken)
        const same = await api.post(
          `/admin/companies/${baraka.id}`,
          { handle: "baraka-market" },
          market.operator
        )
        expect(same.data.company.handle).toBe("baraka-market")
        expect(await count("company")).toBe(before)
      })

      it("goes to one of twenty who want it at once, and nothing of the others is left", async () => {
        const before = [await count("company"), await count("company_member"), await count("invite")]
        const answers = await times(20, (i) =>
          api.post(
            "/admin/companies",
            { name: "Poyga", phone: PHONE, owner_email: `ega${i}@example.com` },
            market.operator
          )
        )
        expect(answers.map(codeOf).sort()).toEqual([
          [201, undefined],
          ...Array(19).fill([400, "COMPANY_HANDLE_TAKEN"]),
        ])
        expect([await count("company"), await count("company_member"), await count("invite")]).toEqual(
          before.map((n) => n + 1)
        )
      })
    })

    describe("a company's own people", () => {
      const change = (headers: Headers, body: unknown) =>
        attempt(api.post("/merchant/company", body, headers))

      it("change the profile or the requisites, as their role allows", async () => {
        const manager = await createMember(getContainer(), api, baraka.id, "manager", "m@example.com")
        const accountant = await createMember(getContainer(), api, baraka.id, "accountant", "b@example.com")
        const profile = { phone: "(93) 111 22 33" }
        const requisites = { bank_mfo: "00873" }
        expect((await change(manager, profile)).data.company.phone).toBe("+998931112233")
        expect(codeOf(await change(manager, requisites))).toEqual([403, "PERMISSION_REQUIRED"])
        expect((await change(accountant, requisites)).data.company.bank_mfo).toBe("00873")
        expect(codeOf(await change(accountant, profile))).toEqual([403, "PERMISSION_REQUIRED"])
        const both = { name: "Baraka Super", bank_mfo: "00444" }
        for (const headers of [manager, accountant]) {
          expect(codeOf(await change(headers, both))).toEqual([403, "PERMISSION_REQUIRED"])
        }
        const owner = await change(baraka.owner.headers, both)
        expect(owner.data.company).toMatchObject({ ...both, handle: "baraka-market", status: "active" })
      })

      it("cannot write what is the operator's", async () => {
        for (const [key, value] of Object.entries({
          handle: "yangi",
          is_private: true,
          commission_percent: 0,
          status: "active",
          stock_location_id: "sloc_1",
          approved_at: null,
        })) {
          expect([key, (await change(baraka.owner.headers, { [key]: value })).status]).toEqual([key, 400])
        }
      })

      it("cannot pull the tax number and its kind apart", async () => {
        const owner = baraka.owner.headers
        expect((await change(owner, { tax_id_type: "stir", tax_id: "301234567" })).status).toBe(200)
        const WRONG = [
          { tax_id_type: "pinfl" },
          { tax_id_type: "stir" },
          { tax_id_type: null },
          { tax_id: "31234567890123" },
          { tax_id: "" },
          { tax_id: null },
          { tax_id_type: "pinfl", tax_id: "301234567" },
        ]
        for (const body of WRONG) {
          expect([body, (await change(owner, body)).status]).toEqual([body, 400])
        }
        const { data } = await api.get("/merchant/company", owner)
        expect(data.company).toMatchObject({ tax_id_type: "stir", tax_id: "301234567" })
        const cleared = await change(owner, { tax_id_type: null, tax_id: null })
        expect(cleared.data.company).toMatchObject({ tax_id_type: null, tax_id: null })
      })
    })

    describe("approval", () => {
      const ROOMS = [
        "stock_location",
        "shipping_profile",
        "fulfillment_set",
        "service_zone",
        "shipping_option",
      ]
      const countRooms = () => Promise.all(ROOMS.map(count))

      it("gives the company its rooms in the market's channel", async () => {
        const { data: made } = await create({ name: "Oq Oltin", phone: PHONE, address: "Chilonzor 5" })
        const { status, data } = await move(made.company.id, "approve")
        expect([status, data.company.status]).toEqual([200, "active"])
        expect(data.company).toMatchObject({
          sales_channel_id: market.sales_channel_id,
          stock_location_id: expect.stringMatching(/^sloc_/),
          shipping_profile_id: expect.stringMatching(/^sp_/),
          fulfillment_set_id: expect.stringMatching(/^fuset_/),
          approved_at: expect.any(String),
        })
        const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
        const { data: locations } = await query.graph({
          entity: "stock_location",
          fields: [
            "name",
            "address.*",
            "sales_channels.id",
            "fulfillment_sets.id",
            "fulfillment_providers.id",
          ],
          filters: { id: data.company.stock_location_id },
        })
        expect(locations).toMatchObject([
          {
            name: "Oq Oltin",
            address: { address_1: "Chilonzor 5", country_code: "uz" },
            sales_channels: [{ id: market.sales_channel_id }],
            fulfillment_sets: [{ id: data.company.fulfillment_set_id }],
            fulfillment_providers: expect.arrayContaining([
              expect.objectContaining({ id: "manual_manual" }),
              expect.objectContaining({ id: "delivery_company" }),
            ]),
          },
        ])
        const { data: options } = await query.graph({
          entity: "shipping_option",
          fields: ["type.code", "price_type", "provider_id", "data", "rules.*", "service_zone.*"],
          filters: { shipping_profile_id: data.company.shipping_profile_id },
        })
        expect(
          options
            .map((option) => [option.type?.code, option.price_type, option.provider_id, option.data?.price])
            .sort()
        ).toEqual([
          ["courier", "calculated", "delivery_company", 20_000],
          ["pickup", "calculated", "delivery_company", 0],
        ])
        expect(options.map(({ service_zone }) => service_zone?.fulfillment_set_id)).toEqual(
          Array(2).fill(data.company.fulfillment_set_id)
        )
      })

      it("lets two companies of one name have rooms of their own", async () => {
        const first = await create({ name: "Oq Oltin", phone: PHONE })
        const second = await create({ name: "Oq Oltin", handle: "oq-oltin-2", phone: PHONE })
        const answers = await Promise.all([first, second].map(({ data }) => move(data.company.id, "approve")))
        expect(answers.map(({ status }) => status)).toEqual([200, 200])
        const [a, b] = answers.map(({ data }) => data.company)
        for (const key of ["stock_location_id", "shipping_profile_id", "fulfillment_set_id"]) {
          expect(a[key]).not.toBe(b[key])
        }
      })

      it("twenty times at once makes one set of rooms", async () => {
        const { data } = await create({ name: "Oq Oltin", phone: PHONE })
        const before = await countRooms()
        const answers = await times(20, () =>
          api.post(`/admin/companies/${data.company.id}/approve`, {}, market.operator)
        )
        expect(answers.map(codeOf).sort()).toEqual([
          [200, undefined],
          ...Array(19).fill([400, "COMPANY_STATUS_FORBIDS"]),
        ])
        expect(await countRooms()).toEqual(before.map((n, index) => n + [1, 1, 1, 1, 2][index]))
      })

      it("that fails leaves a pending company without rooms, which can be approved later", async () => {
        const { data } = await create({ name: "Oq Oltin", phone: PHONE })
        // Somebody's zone has the name of the one to come: location, profile and set are made by then, and linked.
        await db.raw(
          "insert into service_zone (id, name, fulfillment_set_id) select 'zone_x', ?, fulfillment_set_id from company where id = ?",
          [`Oq Oltin (${data.company.id})`, baraka.id]
        )
        const before = [...(await countRooms()), await count("location_fulfillment_set")]
        expect((await move(data.company.id, "approve")).status).toBeGreaterThanOrEqual(400)
        expect([...(await countRooms()), await count("location_fulfillment_set")]).toEqual(before)
        expect(await companies().retrieveCompany(data.company.id)).toMatchObject({
          status: "pending",
          stock_location_id: null,
        })
        await db.raw("delete from service_zone where id = 'zone_x'")
        expect((await move(data.company.id, "approve")).data.company.status).toBe("active")
      })
    })

    describe("the status", () => {
      const PATHS: Record<CompanyStatus, CompanyTransition[]> = {
        pending: [],
        active: ["approve"],
        suspended: ["approve", "suspend"],
        archived: ["approve", "archive"],
      }

      it.each(STATUSES.flatMap((status) => VERBS.map((verb) => [status, verb] as const)))(
        "%s, %s: answers as the table of transitions says",
        async (status, verb) => {
          const { data } = await create({ name: "Oq Oltin", phone: PHONE })
          const { id } = data.company
          for (const step of PATHS[status]) {
            await move(id, step)
          }
          const before = await companies().retrieveCompany(id)
          expect(before.status).toBe(status)
          const reply = await move(id, verb, { reason: "sinov" })
          const { from, to } = TRANSITIONS[verb]
          const after = await companies().retrieveCompany(id)
          if (from.includes(status)) {
            expect([reply.status, reply.data.company.status, after.status]).toEqual([200, to, to])
            expect(after.status_reason).toBe(verb === "approve" ? null : "sinov")
          } else {
            expect(codeOf(reply)).toEqual([400, "COMPANY_STATUS_FORBIDS"])
            expect(after).toEqual(before)
          }
        }
      )

      it("of a company that does not exist is 404", async () => {
        for (const verb of VERBS) {
          expect([verb, (await move("comp_none", verb)).status]).toEqual([verb, 404])
        }
        expect((await attempt(api.get("/admin/companies/comp_none", market.operator))).status).toBe(404)
        expect(
          (await attempt(api.post("/admin/companies/comp_none", { address: "x" }, market.operator))).status
        ).toBe(404)
      })

      it("changes once when twenty suspend at once", async () => {
        const answers = await times(20, () =>
          api.post(`/admin/companies/${baraka.id}/suspend`, {}, market.operator)
        )
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
        expect(answers.filter(({ data }) => data.code === "COMPANY_STATUS_FORBIDS")).toHaveLength(19)
      })

      it("is never written by an update", async () => {
        for (const body of [{ status: "archived" }, { status: "active", name: "Xxx" }]) {
          expect(
            (await attempt(api.post(`/admin/companies/${baraka.id}`, body, market.operator))).status
          ).toBe(400)
        }
        expect((await companies().retrieveCompany(baraka.id)).status).toBe("active")
      })

      it("filters the operator's list, beside search and paging", async () => {
        await create({ name: "Oq Oltin", phone: PHONE })
        await move(texno.id, "suspend")
        const list = async (query: string) => {
          const { data } = await api.get(`/admin/companies${query}`, market.operator)
          return [
            data.companies.map(({ name }: { name: string }) => name),
            data.count,
            data.limit,
            data.offset,
          ]
        }
        expect(await list("")).toEqual([["Oq Oltin", "TexnoOlam", "Baraka Market"], 3, 20, 0])
        expect(await list("?limit=1&offset=1")).toEqual([["TexnoOlam"], 3, 1, 1])
        expect(await list("?status=pending")).toEqual([["Oq Oltin"], 1, 20, 0])
        expect(await list("?status=suspended")).toEqual([["TexnoOlam"], 1, 20, 0])
        expect(await list("?status=archived")).toEqual([[], 0, 20, 0])
        expect(await list("?q=barak")).toEqual([["Baraka Market"], 1, 20, 0])
        for (const query of ["?status=x", "?limit=0", "?limit=101", "?offset=-1", "?limit=x"]) {
          const refused = await attempt(api.get(`/admin/companies${query}`, market.operator))
          expect([query, ...codeOf(refused)]).toEqual([query, 400, "INVALID_QUERY"])
        }
      })
    })

    describe("orders and money of a company", () => {
      it.each(["suspend", "archive"])("stay as they are when it is told to %s", async (verb) => {
        const shopper = await createShopper(getContainer(), api, "ali@example.com", market.publishable_key)
        const loaf = await createListing(getContainer(), baraka.id, {
          name: "Non",
          cost: 3000,
          markup_percent: 10,
        })
        const { order_group } = await checkOut(api, market, shopper, [
          { variant_id: loaf.variant_id, quantity: 2 },
        ])
        const facts = async () => {
          const own = await api.get("/merchant/orders", baraka.owner.headers)
          const detail = await api.get(`/merchant/orders/${order_group.orders[0].id}`, baraka.owner.headers)
          const group = await api.get(`/store/order-groups/${order_group.id}`, shopper)
          const core = await api.get("/admin/orders?fields=id,total,status", market.operator)
          const { payment_url: _, ...seen } = group.data.order_group
          return [own.data, detail.data, seen, core.data.orders]
        }
        const before = await facts()
        expect(before[0].orders).toMatchObject([{ total: 6600, status: "pending" }])
        expect((await move(baraka.id, verb)).status).toBe(200)
        expect(await facts()).toEqual(before)
      })
    })

    describe("the storefront's companies", () => {
      const PUBLIC_KEYS = [
        "address",
        "handle",
        "id",
        "is_private",
        "logo_url",
        "name",
        "opening_hours",
        "payment_notes",
        "phone",
      ]
      const hidden: Record<string, { id: string; handle: string }> = {}

      beforeEach(async () => {
        for (const [name, verbs, body] of [
          ["Kutgan", [], {}],
          ["Toxtagan", ["approve", "suspend"], {}],
          ["Arxivdagi", ["approve", "archive"], {}],
          ["Maxfiy", ["approve"], { is_private: true }],
        ] as const) {
          const { data } = await create({ name, phone: PHONE, ...body })
          for (const verb of verbs) {
            await move(data.company.id, verb)
          }
          hidden[name] = data.company
        }
        const requisites = {
          tax_id_type: "stir",
          tax_id: "309999999",
          bank_account: "29999999999999999999",
          bank_mfo: "09999",
        }
        await api.post(
          `/admin/companies/${baraka.id}`,
          {
            ...requisites,
            legal_name: "Maxfiy nom MChJ",
            email: "maxfiy@example.com",
            commission_percent: 3,
          },
          market.operator
        )
      })

      it("are the public and active ones, by name, with public facts only", async () => {
        const { data } = await api.get("/store/companies", market.store)
        expect(data).toMatchObject({ count: 2, offset: 0, limit: 20 })
        expect(data.companies.map(({ id }: { id: string }) => id)).toEqual([baraka.id, texno.id])
        for (const company of data.companies) {
          expect(Object.keys(company).sort()).toEqual(PUBLIC_KEYS)
        }
      })

      it("are searched and paged, and show no more for asking", async () => {
        const ids = async (query: string) => {
          const { data } = await api.get(`/store/companies${query}`, market.store)
          expect(JSON.stringify(data)).not.toMatch(/3099999|2999999|09999|axfiy/)
          return [data.companies.map(({ id }: { id: string }) => id), data.count]
        }
        expect(await ids("?limit=1")).toEqual([[baraka.id], 2])
        expect(await ids("?limit=1&offset=1")).toEqual([[texno.id], 2])
        expect(await ids("?q=texno")).toEqual([[texno.id], 1])
        for (const query of ["?q=maxfiy", "?q=kutgan", "?q=309999999", "?q=2999"]) {
          expect([query, await ids(query)]).toEqual([query, [[], 0]])
        }
        for (const query of [
          "?fields=*",
          "?fields=%2Btax_id,%2Bmembers.*",
          "?status=pending",
          "?is_private=true",
        ]) {
          expect([query, await ids(query)]).toEqual([query, [[baraka.id, texno.id], 2]])
        }
        for (const query of ["?limit=101", "?limit=-1", "?offset=x"]) {
          expect((await attempt(api.get(`/store/companies${query}`, market.store))).status).toBe(400)
        }
      })

      it("are read by id and by handle", async () => {
        for (const key of [baraka.id, baraka.handle]) {
          const { data } = await api.get(`/store/companies/${key}?fields=*`, market.store)
          const keys = [...PUBLIC_KEYS, "follower_count", "rating"].sort()
          expect(Object.keys(data.company).sort()).toEqual(keys)
          expect(data.company).toMatchObject({ id: baraka.id, name: "Baraka Market", phone: PHONE })
        }
      })

      it("that are pending, suspended, archived or private are not there, as those that never were", async () => {
        const answer = async (key: string, headers: Headers = market.store) => {
          const { status, data } = await attempt(api.get(`/store/companies/${key}`, headers))
          return [status, { ...data, message: data.message.replace(key, "…") }]
        }
        const nowhere = await answer("comp_none")
        expect(nowhere[0]).toBe(404)
        for (const { id, handle } of Object.values(hidden)) {
          expect(await answer(id)).toEqual(nowhere)
          expect(await answer(handle)).toEqual(nowhere)
        }
      })
    })

    describe("a person is invited", () => {
      it("who is new: token, own account, and a member from the first sign-in", async () => {
        const { status, data } = await invite(baraka, "Olim@Example.com", "warehouse")
        expect(status).toBe(201)
        expect(data.member).toMatchObject({ email: "olim@example.com", role: "warehouse", status: "invited" })
        expect(data.invite_url).toBe(`/app/invite?token=${data.invite_token}`)

        const accepted = await acceptInvite(data.invite_token, "olim@example.com")
        expect(accepted.status).toBe(200)
        expect(accepted.data.user).toMatchObject({ email: "olim@example.com", first_name: "Olim" })

        const headers = await signIn(api, "user", "olim@example.com")
        const me = await api.get("/merchant/me", headers)
        expect(me.data).toMatchObject({
          user: { email: "olim@example.com", first_name: "Olim" },
          is_operator: false,
          invitations: [],
          memberships: [
            {
              id: data.member.id,
              company_id: baraka.id,
              company: { id: baraka.id, name: "Baraka Market", handle: "baraka-market", status: "active" },
              role: "warehouse",
              permissions: permissionsOf("warehouse"),
            },
          ],
        })
        const list = await api.get("/merchant/members", baraka.owner.headers)
        expect(list.data.members).toMatchObject([
          { role: "owner", status: "active" },
          { email: "olim@example.com", role: "warehouse", status: "active", user_id: me.data.user.id },
        ])
        const again = await attempt(
          api.post(`/admin/invites/accept?token=${data.invite_token}`, {}, { headers: headers.headers })
        )
        expect(again.status).toBe(400)
      })

      it("and gets the account of the address that was invited, whatever address they send", async () => {
        const { data } = await invite(baraka, "olim@example.com")
        const accepted = await acceptInvite(data.invite_token, "olim@example.com", {
          email: "boshqa@example.com",
        })
        expect(accepted.status).toBe(200)
        expect(accepted.data.user.email).toBe("olim@example.com")
        const members = await membersOf(baraka)
        expect(members.at(-1)).toMatchObject({ email: "olim@example.com", status: "active" })
      })

      it("and a token that is wrong, used or withdrawn opens nothing", async () => {
        const { data } = await invite(baraka, "olim@example.com")
        const users = await count("user")
        expect((await acceptInvite("wrong", "biror@example.com")).status).toBe(401)
        await api.delete(`/merchant/members/${data.member.id}`, baraka.owner.headers)
        expect((await acceptInvite(data.invite_token, "olim@example.com")).status).toBe(401)
        expect(await count("user")).toBe(users)
        const second = await invite(baraka, "olim@example.com", "manager")
        expect(second.status).toBe(201)
        expect((await acceptInvite(second.data.invite_token, "olim@example.com")).status).toBe(200)
        expect((await acceptInvite(second.data.invite_token, "yana@example.com")).status).toBe(401)
        expect((await membersOf(baraka)).map(({ email, role, status }) => [email, role, status])).toEqual([
          [baraka.owner.email, "owner", "active"],
          ["olim@example.com", "cashier", "removed"],
          ["olim@example.com", "manager", "active"],
        ])
      })

      it("who has an account: accepts signed in, and has no access before", async () => {
        const { data } = await invite(baraka, texno.owner.email, "accountant")
        expect(data).toMatchObject({
          member: { status: "invited" },
          invite_token: expect.any(String),
          opens_account: false,
          invite_url: `/app/shop/join/${data.member.id}/${data.invite_token}`,
        })
        const token = data.invite_token
        const theirs = texno.owner.headers
        const asBaraka = { headers: { ...theirs.headers, "x-company-id": baraka.id } }
        const me = await api.get("/merchant/me", theirs)
        expect(me.data.invitations).toMatchObject([
          { id: data.member.id, company_id: baraka.id, role: "accountant" },
        ])
        expect((await attempt(api.get("/merchant/company", asBaraka))).status).toBe(404)

        expect(JSON.stringify(me.data)).not.toContain(token)
        const path = `/merchant/me/invitations/${data.member.id}/accept`
        for (const body of [{}, { token: "" }, { token: null }, { token, user_id: "user_x" }]) {
          expect((await attempt(api.post(path, body, theirs))).status).toBe(400)
        }
        expect((await attempt(api.post(path, { token: `${token}x` }, theirs))).status).toBe(404)
        expect((await attempt(api.get("/merchant/company", asBaraka))).status).toBe(404)

        const accepted = await api.post(path, { token }, theirs)
        expect(accepted.data).toEqual({ id: data.member.id, object: "member", accepted: true })
        expect((await api.get("/merchant/company", asBaraka)).data.company.id).toBe(baraka.id)
        const after = await api.get("/merchant/me", theirs)
        expect(after.data.invitations).toEqual([])
        expect(after.data.memberships.map(({ role }: { role: string }) => role)).toEqual([
          "owner",
          "accountant",
        ])
        expect((await attempt(api.post(path, { token }, theirs))).status).toBe(404)
      })

      it("and nobody else can accept for them, nor accept what was withdrawn", async () => {
        const { data } = await invite(baraka, texno.owner.email)
        const path = `/merchant/me/invitations/${data.member.id}/accept`
        const body = { token: data.invite_token }
        const other = await createMember(getContainer(), api, texno.id, "manager", "manager@example.com")
        for (const headers of [baraka.owner.headers, other, market.operator]) {
          expect((await attempt(api.post(path, body, headers))).status).toBe(404)
        }
        for (const id of ["cmem_none", other.member_id]) {
          const reply = await attempt(
            api.post(`/merchant/me/invitations/${id}/accept`, body, texno.owner.headers)
          )
          expect(reply.status).toBe(404)
        }
        await api.delete(`/merchant/members/${data.member.id}`, baraka.owner.headers)
        expect((await attempt(api.post(path, body, texno.owner.headers))).status).toBe(404)
      })

      it("once: a second invitation of the same address is refused, however it is written", async () => {
        expect((await invite(baraka, "olim@example.com")).status).toBe(201)
        for (const email of ["olim@example.com", "OLIM@example.com", baraka.owner.email]) {
          expect(codeOf(await invite(baraka, email, "manager"))).toEqual([400, "COMPANY_MEMBER_EXISTS"])
        }
        const answers = await times(20, () =>
          api.post("/merchant/members", { email: "poyga@example.com", role: "cashier" }, baraka.owner.headers)
        )
        expect(answers.map(codeOf).sort()).toEqual([
          [201, undefined],
          ...Array(19).fill([400, "COMPANY_MEMBER_EXISTS"]),
        ])
        const answersOfKnown = await times(20, () =>
          api.post("/merchant/members", { email: texno.owner.email, role: "cashier" }, baraka.owner.headers)
        )
        expect(answersOfKnown.map(codeOf).sort()).toEqual([
          [201, undefined],
          ...Array(19).fill([400, "COMPANY_MEMBER_EXISTS"]),
        ])
        expect((await membersOf(baraka)).filter(({ status }) => status === "invited")).toHaveLength(3)
        expect(await count("invite")).toBe(2)
      })

      it("by two companies before they have an account: each token opens its own company alone", async () => {
        const first = await invite(baraka, "olim@example.com", "manager")
        const second = await invite(texno, "olim@example.com", "cashier")
        expect([first.status, second.status]).toEqual([201, 201])
        // Medusa keeps one invite per address, and its token went to the first company.
        expect([first.data.opens_account, second.data.opens_account]).toEqual([true, false])
        expect((await acceptInvite(first.data.invite_token, "olim@example.com")).status).toBe(200)
        const headers = await signIn(api, "user", "olim@example.com")
        const me = await api.get("/merchant/me", headers)
        expect(me.data.memberships.map((m: { company_id: string }) => m.company_id)).toEqual([baraka.id])
        expect(me.data.invitations).toMatchObject([{ id: second.data.member.id, company_id: texno.id }])
        // Whoever opened the account (the first company could have) knows its own token, not this one.
        const path = `/merchant/me/invitations/${second.data.member.id}/accept`
        const stolen = await attempt(api.post(path, { token: first.data.invite_token }, headers))
        expect(stolen.status).toBe(404)
        await api.post(path, { token: second.data.invite_token }, headers)
        const both = await api.get("/merchant/me", headers)
        expect(both.data.memberships.map((m: { role: string }) => m.role)).toEqual(["manager", "cashier"])
      })

      it("again after the market's own invite of that address has run out", async () => {
        await createInvitesWorkflow(getContainer()).run({
          input: { invites: [{ email: "olim@example.com" }] },
        })
        await db.raw("update invite set expires_at = now() - interval '1 minute'")
        const { status, data } = await invite(baraka, "olim@example.com")
        expect([status, typeof data.invite_token]).toEqual([201, "string"])
        expect((await acceptInvite(data.invite_token, "olim@example.com")).status).toBe(200)
      })

      it("with a role of the table, and nothing else in the body", async () => {
        for (const role of ["admin", "operator", "Owner", "", null, undefined, ["owner"]]) {
          const reply = await attempt(
            api.post("/merchant/members", { email: "a@example.com", role }, baraka.owner.headers)
          )
          expect([role, reply.status]).toEqual([role, 400])
        }
        for (const key of ["status", "user_id", "company_id", "permissions"]) {
          const body = { email: "a@example.com", role: "cashier", [key]: "active" }
          expect((await attempt(api.post("/merchant/members", body, baraka.owner.headers))).status).toBe(400)
        }
        expect((await membersOf(baraka)).length).toBe(1)
      })
    })

    describe("a membership", () => {
      const setRole = (
        company: TestCompany,
        id: string,
        role: string,
        headers: Headers = company.owner.headers
      ) => attempt(api.post(`/merchant/members/${id}`, { role }, headers))
      const setStatus = (id: string, status: unknown) =>
        attempt(api.post(`/merchant/members/${id}`, { status }, baraka.owner.headers))
      const remove = (id: string, headers: Headers) => attempt(api.delete(`/merchant/members/${id}`, headers))
      const owners = async () =>
        (await membersOf(baraka)).filter(({ role, status }) => role === "owner" && status === "active")
      const LAST_OWNER = [400, "COMPANY_LAST_OWNER"]

      it("changes its role and ends", async () => {
        const { member_id } = await createMember(getContainer(), api, baraka.id, "cashier", "k@example.com")
        const changed = await setRole(baraka, member_id, "accountant")
        expect(changed.data.member).toMatchObject({ id: member_id, role: "accountant", status: "active" })
        const removed = await remove(member_id, baraka.owner.headers)
        expect(removed.data).toEqual({ id: member_id, object: "member", deleted: true })
        expect((await remove(member_id, baraka.owner.headers)).status).toBe(404)
        expect((await setRole(baraka, member_id, "owner")).status).toBe(404)
        const { data } = await api.get("/merchant/members", baraka.owner.headers)
        expect(data.members.map(({ role }: { role: string }) => role)).toEqual(["owner"])
      })

      it("is suspended and comes back, once its person has accepted", async () => {
        const { member_id } = await createMember(getContainer(), api, baraka.id, "cashier", "k@example.com")
        for (const status of ["suspended", "suspended", "active"]) {
          expect((await setStatus(member_id, status)).data.member).toMatchObject({
            id: member_id,
            role: "cashier",
            status,
          })
        }
        for (const status of ["removed", "invited", "", null]) {
          expect([status, (await setStatus(member_id, status)).status]).toEqual([status, 400])
        }
        const { data } = await invite(baraka, "olim@example.com")
        for (const status of ["active", "suspended"]) {
          expect(codeOf(await setStatus(data.member.id, status))).toEqual([400, "COMPANY_MEMBER_INVITED"])
        }
        // Another role may still be meant for them.
        expect((await setRole(baraka, data.member.id, "manager")).data.member).toMatchObject({
          role: "manager",
          status: "invited",
        })
      })

      it("of the last owner neither ends nor loses the role", async () => {
        const [owner] = await owners()
        await invite(baraka, "ikkinchi@example.com", "owner")
        await createMember(getContainer(), api, baraka.id, "manager", "m@example.com")
        expect(codeOf(await remove(owner.id, baraka.owner.headers))).toEqual(LAST_OWNER)
        expect(codeOf(await setRole(baraka, owner.id, "manager"))).toEqual(LAST_OWNER)
        expect(codeOf(await setStatus(owner.id, "suspended"))).toEqual(LAST_OWNER)
        const suspended = await createMember(getContainer(), api, baraka.id, "owner", "s@example.com")
        await setStatus(suspended.member_id, "suspended")
        expect(codeOf(await remove(owner.id, baraka.owner.headers))).toEqual(LAST_OWNER)
        expect((await setRole(baraka, owner.id, "owner")).status).toBe(200)
        expect(await owners()).toMatchObject([{ id: owner.id }])
      })

      it("of an owner ends when there is another, and then that one is the last", async () => {
        const [first] = await owners()
        const second = await createMember(getContainer(), api, baraka.id, "owner", "ikkinchi@example.com")
        expect((await remove(first.id, baraka.owner.headers)).status).toBe(200)
        expect((await attempt(api.get("/merchant/company", baraka.owner.headers))).status).toBe(403)
        expect(codeOf(await remove(second.member_id, second))).toEqual(LAST_OWNER)
      })

      it("of one of two owners is left when they remove each other, twenty calls at once", async () => {
        const [first] = await owners()
        const second = await createMember(getContainer(), api, baraka.id, "owner", "ikkinchi@example.com")
        const answers = await times(20, (i) =>
          i % 2
            ? api.delete(`/merchant/members/${first.id}`, { headers: second.headers })
            : api.delete(`/merchant/members/${second.member_id}`, baraka.owner.headers)
        )
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
        for (const reply of answers.filter(({ status }) => status !== 200)) {
          // Too late for the lock, for the membership, or for the row.
          expect(["COMPANY_LAST_OWNER", "COMPANY_MEMBERSHIP_REQUIRED", "NOT_FOUND"]).toContain(
            reply.data.code
          )
        }
        expect(await owners()).toHaveLength(1)
      })

      it("of one of ten owners is left when each gives the role up at once", async () => {
        const people = [{ ...(await owners())[0], headers: baraka.owner.headers.headers }]
        for (let i = 1; i < 10; i++) {
          const { member_id, headers } = await createMember(
            getContainer(),
            api,
            baraka.id,
            "owner",
            `e${i}@example.com`
          )
          people.push({ ...people[0], id: member_id, headers })
        }
        const answers = await times(20, (i) => {
          const { id, headers } = people[i % 10]
          return i < 10
            ? api.post(`/merchant/members/${id}`, { role: "manager" }, { headers })
            : api.delete(`/merchant/members/${id}`, { headers })
        })
        expect(await owners()).toHaveLength(1)
        expect(
          answers.map(({ status }) => status).filter((status) => ![200, 400, 403, 404].includes(status))
        ).toEqual([])
      })
    })

    describe("an operator", () => {
      it("is made of an existing user by another, once, also when twenty ask at once", async () => {
        const { headers } = baraka.owner
        const [{ user_id }] = await membersOf(baraka)
        expect((await attempt(api.get("/admin/companies", headers))).status).toBe(403)
        const answers = await times(20, () => api.post("/admin/operators", { user_id }, market.operator))
        expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
        expect(new Set(answers.map(({ data }) => data.operator.id)).size).toBe(1)
        expect((await api.get("/admin/companies", headers)).status).toBe(200)
        expect((await api.get("/admin/operators", market.operator)).data.count).toBe(2)
      })

      it("is not made of nobody", async () => {
        for (const [body, status] of [
          [{ user_id: "user_none" }, 404],
          [{ user_id: "" }, 400],
          [{}, 400],
          // An address may belong to an account that somebody else opened.
          [{ email: baraka.owner.email }, 400],
        ] as const) {
          expect([body, (await attempt(api.post("/admin/operators", body, market.operator))).status]).toEqual(
            [body, status]
          )
        }
        expect((await api.get("/admin/operators", market.operator)).data.count).toBe(1)
      })
    })
  },
})
