import { permissionsOf, ROLES } from "../../src/modules/company/lib/permissions"
import {
  Api,
  attempt,
  choosePayment,
  createCompany,
  createListing,
  createMember,
  fillCart,
  PASSWORD,
  Reply,
  setUpMarket,
  signIn,
  TestCompany,
} from "../support/market"
import { testMarket } from "../support/suite"

type Headers = { headers: Record<string, string> }
type Option = {
  id: string
  name: string
  names: object
  type: string
  amount: number
  free_from: number | null
}

testMarket({
  testSuite: ({ api: rawApi, getContainer }) => {
    const api = rawApi as unknown as Api
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let baraka: TestCompany
    let texno: TestCompany
    let owner: Headers

    const codeOf = ({ status, data }: Reply) => [status, data.code]
    const post = (path: string, body: unknown = {}, headers: Headers = owner) =>
      attempt(api.post(`/merchant${path}`, body, headers))
    const get = (path: string, headers: Headers = owner) => attempt(api.get(`/merchant${path}`, headers))
    const drop = (path: string, headers: Headers = owner) => attempt(api.delete(`/merchant${path}`, headers))
    const makeRole = async (name: string, permissions: string[], headers: Headers = owner) =>
      (await post("/roles", { name, permissions }, headers)).data.role.id as string
    const join = (role: string, email: string) => createMember(getContainer(), api, baraka.id, role, email)
    const membership = async (headers: Headers) => (await get("/me", headers)).data.memberships[0]

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      baraka = await createCompany(container, api, "Baraka Market")
      texno = await createCompany(container, api, "TexnoOlam")
      owner = baraka.owner.headers
    })

    describe("roles of a company's own", () => {
      it("stand beside the built-in ones, with the table of permissions and their people", async () => {
        const id = await makeRole("Buyurtmachi", ["order:read", "order:confirm"])
        const cook = await join("cashier", "oshpaz@example.com")
        await post(`/members/${cook.member_id}`, { role_id: id })
        const { data } = await get("/roles")
        expect(data.roles.slice(0, ROLES.length)).toEqual(
          ROLES.map((role) => ({
            id: role,
            is_custom: false,
            name: role,
            permissions: permissionsOf(role),
            members_count: role === "owner" ? 1 : 0,
          }))
        )
        expect(data.roles.slice(ROLES.length)).toMatchObject([
          {
            id,
            is_custom: true,
            name: "Buyurtmachi",
            permissions: ["order:read", "order:confirm"],
            members_count: 1,
          },
        ])
        expect(data.permissions.map(({ name }: { name: string }) => name)).toEqual(permissionsOf("owner"))
        expect(
          data.permissions.filter(
            ({ is_custom_allowed }: { is_custom_allowed: boolean }) => !is_custom_allowed
          )
        ).toEqual([{ name: "member:write", is_custom_allowed: false }])
      })

      it("give exactly what they say, from the next request on", async () => {
        const id = await makeRole("Buyurtmachi", ["order:read", "listing:read"])
        const person = await join("manager", "olim@example.com")
        const loaf = await createListing(getContainer(), baraka.id, { name: "Non" })
        const may = async () => [
          (await get("/orders", person)).status,
          (await get("/members", person)).status,
          (await post("/company", { address: "x" }, person)).status,
          "cost" in ((await get(`/listings/${loaf.id}`, person)).data.listing?.variants[0] ?? { cost: 1 }),
        ]
        expect(await may()).toEqual([200, 200, 200, true])
        const changed = await post(`/members/${person.member_id}`, { role_id: id })
        expect(changed.data.member).toMatchObject({ role: null, role_id: id, role_name: "Buyurtmachi" })
        expect(await may()).toEqual([200, 403, 403, false])
        expect(await membership(person)).toMatchObject({
          role: null,
          role_id: id,
          role_name: "Buyurtmachi",
          permissions: ["listing:read", "order:read"],
        })

        await post(`/roles/${id}`, { name: "Kadrlar", permissions: ["member:read"] })
        expect((await may()).slice(0, 3)).toEqual([403, 200, 403])
        expect(await membership(person)).toMatchObject({ role_name: "Kadrlar", permissions: ["member:read"] })
        await post(`/members/${person.member_id}`, { role: "manager" })
        expect(await may()).toEqual([200, 200, 200, true])
      })

      it("are refused with a permission that there is none of, one that only owners have, and a name taken", async () => {
        await makeRole("Sotuvchi", ["order:read"])
        const make = async (name: string, permissions: unknown) =>
          codeOf(await post("/roles", { name, permissions }))
        expect(await make("Boshqa", ["order:eat"])).toEqual([400, "COMPANY_ROLE_UNKNOWN_PERMISSION"])
        expect(await make("Boshqa", ["order:read", "member:write"])).toEqual([
          400,
          "COMPANY_ROLE_FORBIDDEN_PERMISSION",
        ])
        expect(await make("SOTUVCHI", ["order:read"])).toEqual([400, "COMPANY_ROLE_NAME_TAKEN"])
        for (const [name, permissions] of [
          ["", ["order:read"]],
          ["Boshqa", []],
          ["Boshqa", "order:read"],
          ["Boshqa", [5]],
        ] as const) {
          expect([name, (await make(name, permissions))[0]]).toEqual([name, 400])
        }
        expect((await get("/roles")).data.roles).toHaveLength(ROLES.length + 1)
      })

      it("cannot be deleted while somebody has them or is invited to them", async () => {
        const id = await makeRole("Sotuvchi", ["order:read"])
        const person = await join("cashier", "olim@example.com")
        await post(`/members/${person.member_id}`, { role_id: id })
        expect(codeOf(await drop(`/roles/${id}`))).toEqual([400, "COMPANY_ROLE_IN_USE"])
        await post(`/members/${person.member_id}`, { role: "cashier" })
        const invited = await post("/members", { email: "yangi@example.com", role_id: id })
        expect(invited.data.member).toMatchObject({ role: null, role_id: id, role_name: "Sotuvchi" })
        expect(codeOf(await drop(`/roles/${id}`))).toEqual([400, "COMPANY_ROLE_IN_USE"])
        await drop(`/members/${invited.data.member.id}`)
        expect((await drop(`/roles/${id}`)).data).toEqual({ id, object: "role", deleted: true })
        expect((await drop(`/roles/${id}`)).status).toBe(404)
        expect((await post(`/members/${person.member_id}`, { role_id: id })).status).toBe(404)
      })

      it("are their company's: another's are not there to give, change or delete", async () => {
        const theirs = await makeRole("Ular", ["order:read"], texno.owner.headers)
        const person = await join("cashier", "olim@example.com")
        for (const reply of [
          await post(`/members/${person.member_id}`, { role_id: theirs }),
          await post("/members", { email: "yangi@example.com", role_id: theirs }),
          await post(`/roles/${theirs}`, { name: "Biz" }),
          await drop(`/roles/${theirs}`),
        ]) {
          expect(reply.status).toBe(404)
        }
        expect((await get("/roles")).data.roles).toHaveLength(ROLES.length)
        expect(await membership(person)).toMatchObject({ role: "cashier", role_id: null })
      })

      it("lead nobody up: whoever is not an owner neither makes nor gives nor takes a role", async () => {
        const most = permissionsOf("owner").filter((permission) => permission !== "member:write")
        const id = await makeRole("Deyarli ega", most)
        const person = await join("cashier", "olim@example.com")
        const accomplice = await join("cashier", "vali@example.com")
        await post(`/members/${person.member_id}`, { role_id: id })
        const manager = await join("manager", "boshqaruvchi@example.com")
        for (const headers of [person, manager]) {
          for (const reply of [
            await post(`/members/${person.member_id}`, { role: "owner" }, headers),
            await post(`/members/${accomplice.member_id}`, { role_id: id }, headers),
            await post("/members", { email: "yangi@example.com", role: "owner" }, headers),
            await post("/roles", { name: "Ega", permissions: ["finance:read"] }, headers),
            await post(`/roles/${id}`, { permissions: ["finance:read"] }, headers),
            await drop(`/roles/${id}`, headers),
            await drop(`/members/${accomplice.member_id}`, headers),
          ]) {
            expect(codeOf(reply)).toEqual([403, "PERMISSION_REQUIRED"])
          }
        }
        for (const body of [
          { role: "owner", role_id: id },
          { role_id: "" },
          { role: "custom" },
          { permissions: ["member:write"] },
          {},
        ]) {
          expect((await post(`/members/${person.member_id}`, body)).status).toBe(400)
        }
        expect(await membership(person)).toMatchObject({ role_id: id, permissions: most })
      })

      it("cannot take the last owner: twenty changes at once, and one is left", async () => {
        const id = await makeRole("Sotuvchi", ["order:read"])
        const others = [await join("owner", "ega2@example.com"), await join("owner", "ega3@example.com")]
        const { data } = await get("/members")
        const ids: string[] = data.members.map((member: { id: string }) => member.id)
        const headers = [owner, ...others]
        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, i) =>
            post(
              `/members/${ids[i % 3]}`,
              i % 2 ? { role_id: id } : { role: "cashier" },
              headers[(i + 1) % 3]
            )
          )
        )
        const codes = answers.map(({ status, data }) => (status === 200 ? 200 : data.code))
        expect(
          codes.filter((code) => ![200, "COMPANY_LAST_OWNER", "PERMISSION_REQUIRED"].includes(code))
        ).toEqual([])
        const operator = await api.get(`/admin/companies/${baraka.id}`, market.operator)
        const owners = operator.data.company.members.filter(
          (member: { role: string; role_id: string | null }) => member.role === "owner" && !member.role_id
        )
        expect(owners).toHaveLength(1)
      })

      it("have one name each when twenty make it at once", async () => {
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => post("/roles", { name: "Poyga", permissions: ["order:read"] }))
        )
        expect(answers.map(codeOf).sort()).toEqual([
          [201, undefined],
          ...Array(19).fill([400, "COMPANY_ROLE_NAME_TAKEN"]),
        ])
      })
    })

    describe("an invitation", () => {
      /** What the dashboard's invite page does. */
      const openAccount = async (token: string, email: string) => {
        const { data } = await api.post("/auth/user/emailpass/register", { email, password: PASSWORD })
        return attempt(
          api.post(
            `/admin/invites/accept?token=${token}`,
            { first_name: "Olim" },
            { headers: { authorization: `Bearer ${data.token}` } }
          )
        )
      }

      it("of somebody new: the renewed link opens the account and the membership, the old one nothing", async () => {
        const email = "olim@example.com"
        const id = await makeRole("Sotuvchi", ["order:read"])
        const first = (await post("/members", { email, role_id: id })).data
        expect(first).toMatchObject({
          opens_account: true,
          invite_url: `/app/invite?token=${first.invite_token}`,
        })
        const renewed = await post(`/members/${first.member.id}/invitation`)
        expect([renewed.status, renewed.data]).toMatchObject([
          200,
          { member: { id: first.member.id, status: "invited", role_id: id }, opens_account: true },
        ])
        expect(renewed.data.invite_token).not.toBe(first.invite_token)
        expect((await openAccount(first.invite_token, email)).status).toBeGreaterThanOrEqual(400)

        const { data } = await api.post("/auth/user/emailpass", { email, password: PASSWORD })
        const accepted = await attempt(
          api.post(
            `/admin/invites/accept?token=${renewed.data.invite_token}`,
            { first_name: "Olim" },
            { headers: { authorization: `Bearer ${data.token}` } }
          )
        )
        expect(accepted.status).toBe(200)
        expect(await membership(await signIn(api, "user", email))).toMatchObject({
          company_id: baraka.id,
          role_id: id,
          permissions: ["order:read"],
        })
        expect(codeOf(await post(`/members/${first.member.id}/invitation`))).toEqual([
          400,
          "COMPANY_MEMBER_NOT_INVITED",
        ])
      })

      it("of somebody with an account: they sign in and accept by the new link", async () => {
        const { data } = await post("/members", { email: texno.owner.email, role: "accountant" })
        expect(data).toMatchObject({
          opens_account: false,
          invite_url: `/app/shop/join/${data.member.id}/${data.invite_token}`,
        })
        const renewed = (await post(`/members/${data.member.id}/invitation`)).data
        const accept = (token: string) =>
          post(`/me/invitations/${data.member.id}/accept`, { token }, texno.owner.headers)
        expect((await accept(data.invite_token)).status).toBe(404)
        const me = await get("/me", texno.owner.headers)
        expect(me.data.invitations).toMatchObject([
          { id: data.member.id, company_name: "Baraka Market", role: "accountant", role_name: null },
        ])
        expect(JSON.stringify(me.data)).not.toMatch(new RegExp(`${renewed.invite_token}|token_sha256`))
        expect((await accept(renewed.invite_token)).status).toBe(200)
        expect((await accept(renewed.invite_token)).status).toBe(404)
        const both = await get("/me", texno.owner.headers)
        expect(both.data.memberships.map((row: { company_id: string }) => row.company_id)).toEqual([
          texno.id,
          baraka.id,
        ])
      })

      it("is renewed by its own company only, and one of twenty renewals at once is the one that counts", async () => {
        const { data } = await post("/members", { email: texno.owner.email, role: "cashier" })
        const path = `/members/${data.member.id}/invitation`
        expect((await post(path, {}, texno.owner.headers)).status).toBe(404)
        expect((await post("/members/cmem_none/invitation")).status).toBe(404)
        const answers = await Promise.all(Array.from({ length: 20 }, () => post(path)))
        expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
        const accepted = []
        for (const { data: renewed } of answers) {
          const reply = await post(
            `/me/invitations/${data.member.id}/accept`,
            { token: renewed.invite_token },
            texno.owner.headers
          )
          accepted.push(reply.status)
        }
        expect(accepted.sort()).toEqual([200, ...Array(19).fill(404)])
      })
    })

    describe("the company's settings", () => {
      const NOTES = { uz: "Naqd yoki karta", ru: "Наличные или карта", en: "Cash or card" }

      it("tell shoppers how to pay and when the shop is open", async () => {
        const hours = { uz: "Har kuni 9:00–21:00", ru: null }
        const saved = await post("/company", {
          payment_notes: NOTES,
          opening_hours: hours,
          logo_url: "https://example.com/logo.webp",
        })
        expect(saved.data.company).toMatchObject({ payment_notes: NOTES, opening_hours: hours })
        const { data } = await api.get(`/store/companies/${baraka.id}`, market.store)
        expect(data.company).toMatchObject({
          payment_notes: NOTES,
          opening_hours: hours,
          logo_url: "https://example.com/logo.webp",
        })
        for (const body of [
          { logo_url: "javascript:alert(1)" },
          { payment_notes: "text" },
          { payment_notes: { kz: "x" } },
          { opening_hours: { uz: "x".repeat(2001) } },
        ]) {
          expect((await post("/company", body)).status).toBe(400)
        }
      })

      it("show the requisites to those alone who may know them", async () => {
        await post("/company", { bank_account: "20208000900123456001", bank_mfo: "00444" })
        const cashier = await join("cashier", "kassir@example.com")
        const manager = await join("manager", "boshqaruvchi@example.com")
        const accountant = await join("accountant", "hisobchi@example.com")
        for (const headers of [cashier, manager]) {
          const { data } = await get("/company", headers)
          expect(data.company.name).toBe("Baraka Market")
          for (const field of ["bank_account", "bank_mfo", "tax_id", "tax_id_type", "legal_name"]) {
            expect([field, field in data.company]).toEqual([field, false])
          }
        }
        const changed = await post("/company", { address: "Chilonzor" }, manager)
        expect(changed.data.company).not.toHaveProperty("bank_account")
        for (const headers of [owner, accountant]) {
          expect((await get("/company", headers)).data.company.bank_mfo).toBe("00444")
        }
      })
    })

    describe("ways of delivery", () => {
      let loaf: { variant_id: string }
      let phone: { variant_id: string }

      beforeEach(async () => {
        loaf = await createListing(getContainer(), baraka.id, {
          name: "Non",
          cost: 50_000,
          markup_percent: 0,
        })
        phone = await createListing(getContainer(), texno.id, {
          name: "Telefon",
          cost: 900_000,
          markup_percent: 0,
        })
      })

      const offered = async (cart: string): Promise<Option[]> => {
        const { data } = await api.get(`/store/carts/${cart}/delivery-options`, market.store)
        return data.companies.find(({ company }: { company: { id: string } }) => company.id === baraka.id)
          .shipping_options
      }
      const cartOf = (lines: Array<{ variant_id: string; quantity?: number }>) =>
        fillCart(api, market, market.store, lines)
      const courier = async () =>
        (await get("/delivery-options")).data.delivery_options.find(
          ({ kind }: { kind: string }) => kind === "courier"
        )

      it("begin with pick-up and a courier, and are the company's to change", async () => {
        const { data } = await get("/delivery-options")
        expect(data).toMatchObject({
          count: 2,
          delivery_options: [
            { kind: "pickup", name: { uz: "Olib ketish", ru: "Самовывоз" }, price: 0, is_enabled: true },
            { kind: "courier", name: { uz: "Kuryer" }, price: 20_000, free_from: null, is_enabled: true },
          ],
        })
        const added = await post("/delivery-options", {
          kind: "courier",
          name: { uz: "Viloyatga", ru: "В область", en: "To the region" },
          price: 60_000,
          free_from: 500_000,
        })
        expect([added.status, added.data.delivery_option]).toMatchObject([
          201,
          { kind: "courier", price: 60_000, free_from: 500_000, is_enabled: true },
        ])
        const cart = await cartOf([{ ...loaf, quantity: 1 }])
        expect(await offered(cart)).toMatchObject([
          { name: "Olib ketish", type: "pickup", amount: 0 },
          { name: "Kuryer", type: "courier", amount: 20_000, free_from: null },
          {
            name: "Viloyatga",
            names: { uz: "Viloyatga", ru: "В область", en: "To the region" },
            amount: 60_000,
            free_from: 500_000,
          },
        ])
        const { id } = added.data.delivery_option
        await post(`/delivery-options/${id}`, { name: { uz: "Pochta" }, price: 45_000, free_from: null })
        expect((await offered(cart))[2]).toMatchObject({ name: "Pochta", amount: 45_000, free_from: null })
        expect((await drop(`/delivery-options/${id}`)).data.deleted).toBe(true)
        expect(await offered(cart)).toHaveLength(2)
      })

      it("are free from a sum of this company's own goods, in the cart, after each change of it, and in the order", async () => {
        const { id } = await courier()
        await post(`/delivery-options/${id}`, { free_from: 100_000 })
        const cart = await cartOf([{ ...loaf, quantity: 1 }, phone])
        const amount = async () => (await offered(cart)).find((option) => option.id === id)!.amount
        // A million of the other company's phones does not make this company's courier free.
        expect(await amount()).toBe(20_000)
        await api.post(`/store/carts/${cart}/shipping-methods`, { option_id: id }, market.store)
        const method = async () => {
          const { data } = await api.get(`/store/carts/${cart}?fields=*items,*shipping_methods`, market.store)
          return {
            amount: data.cart.shipping_methods.find(
              (row: { shipping_option_id: string }) => row.shipping_option_id === id
            ).amount,
            item: data.cart.items.find((row: { variant_id: string }) => row.variant_id === loaf.variant_id),
          }
        }
        const { item, amount: paid } = await method()
        expect(paid).toBe(20_000)
        const setQuantity = (quantity: number) =>
          api.post(`/store/carts/${cart}/line-items/${item.id}`, { quantity }, market.store)
        await setQuantity(2)
        expect([await amount(), (await method()).amount]).toEqual([0, 0])
        await setQuantity(1)
        expect([await amount(), (await method()).amount]).toEqual([20_000, 20_000])
        await setQuantity(3)
        await choosePayment(api, market.store, cart)
        const { data } = await api.post(`/store/carts/${cart}/complete`, {}, market.store)
        const own = data.order_group.orders.find(
          ({ company }: { company: { id: string } }) => company.id === baraka.id
        )
        expect([own.item_total, own.shipping_total]).toEqual([150_000, 0])
      })

      it("that are hidden are offered to nobody and cannot be ordered any more", async () => {
        const { id } = await courier()
        const cart = await cartOf([loaf])
        await api.post(`/store/carts/${cart}/shipping-methods`, { option_id: id }, market.store)
        await choosePayment(api, market.store, cart)
        expect(
          (await post(`/delivery-options/${id}`, { is_enabled: false })).data.delivery_option
        ).toMatchObject({
          id,
          is_enabled: false,
        })
        const fresh = await cartOf([loaf])
        expect((await offered(fresh)).map(({ type }) => type)).toEqual(["pickup"])
        const chosen = api.post(`/store/carts/${fresh}/shipping-methods`, { option_id: id }, market.store)
        expect((await attempt(chosen)).status).toBe(400)
        const completed = await attempt(api.post(`/store/carts/${cart}/complete`, {}, market.store))
        expect(codeOf(completed)).toEqual([400, "CHECKOUT_DELIVERY_REQUIRED"])
        await post(`/delivery-options/${id}`, { is_enabled: true })
        expect((await offered(fresh)).map(({ type }) => type)).toEqual(["pickup", "courier"])
        expect((await api.post(`/store/carts/${cart}/complete`, {}, market.store)).data.type).toBe("order")
      })

      it("leave one to shoppers, also when twenty calls hide and delete at once", async () => {
        const { data } = await get("/delivery-options")
        const ids: string[] = data.delivery_options.map((option: { id: string }) => option.id)
        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, i) =>
            i % 4 === 3
              ? drop(`/delivery-options/${ids[i % 2]}`)
              : post(`/delivery-options/${ids[i % 2]}`, { is_enabled: false })
          )
        )
        const codes = answers.map(({ status, data }) => (status === 200 ? 200 : (data.code ?? status)))
        expect(codes.filter((code) => ![200, "COMPANY_DELIVERY_LAST", "NOT_FOUND"].includes(code))).toEqual(
          []
        )
        const left = (await get("/delivery-options")).data.delivery_options
        expect(left.filter(({ is_enabled }: { is_enabled: boolean }) => is_enabled)).toHaveLength(1)
        expect(codes).toContain("COMPANY_DELIVERY_LAST")
      })

      it("refuse what makes no sense, other companies', and a company that is not approved", async () => {
        const right = { kind: "courier", name: { uz: "Tez" }, price: 1000 }
        for (const wrong of [
          { ...right, price: -1 },
          { ...right, price: 0.5 },
          { ...right, price: "1000" },
          { ...right, free_from: 0 },
          { ...right, name: { uz: "" } },
          { ...right, name: { ru: "Быстро" } },
          { ...right, kind: "drone" },
          { ...right, provider_id: "manual_manual" },
        ]) {
          expect((await post("/delivery-options", wrong)).status).toBe(400)
        }
        const { id } = await courier()
        expect((await post(`/delivery-options/${id}`, { price: 1 }, texno.owner.headers)).status).toBe(404)
        expect((await drop(`/delivery-options/${id}`, texno.owner.headers)).status).toBe(404)
        expect(await courier()).toMatchObject({ id, price: 20_000 })
        const pending = await createCompany(getContainer(), api, "Kutgan", { isApproved: false })
        expect((await get("/delivery-options", pending.owner.headers)).data.delivery_options).toEqual([])
        expect(codeOf(await post("/delivery-options", right, pending.owner.headers))).toEqual([
          400,
          "COMPANY_DELIVERY_NOT_READY",
        ])
      })
    })

    describe("the lists that the pages read", () => {
      it("of receipts and the ledger take days, and the summary has every day of its period", async () => {
        expect((await get("/receipts?from=2026-11-01&to=2026-11-30&kind=sale&q=1")).data.receipts).toEqual([])
        expect(codeOf(await get("/receipts?from=2026-13-01"))).toEqual([400, "INVALID_QUERY"])
        const { data } = await get("/ledger/summary?from=2026-11-01&to=2026-11-30")
        expect([data.owed_tiyin, data.balances_tiyin, data.days.length]).toEqual([0, {}, 30])
        expect(data.days[0]).toEqual({
          day: "2026-11-01",
          sale_tiyin: 0,
          commission_tiyin: 0,
          refund_tiyin: 0,
          ad_spend_tiyin: 0,
          payout_tiyin: 0,
          received_tiyin: 0,
          owed_tiyin: 0,
        })
        for (const query of ["", "?from=2026-11-02&to=2026-11-01", "?from=2024-01-01&to=2026-01-01"]) {
          expect(codeOf(await get(`/ledger/summary${query}`))).toEqual([400, "INVALID_QUERY"])
        }
      })
    })
  },
})
