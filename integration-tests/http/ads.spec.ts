import sharp from "sharp"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { AD_MODULE } from "../../src/modules/ad"
import AdModuleService from "../../src/modules/ad/service"
import { chargeAds, expireAds, sweepAdImages, tellFundsOut } from "../../src/workflows/ad"
import { refreshAdIndex } from "../../src/workflows/ad/serving"
import { findImbalances } from "../../src/workflows/books"
import { BROWSER } from "../support/ad-serving"
import { bannerBody, inDays, picture, pictureForm, uploadPicture } from "../support/ads"
import { postSale } from "../support/books"
import { today } from "../support/expenses"
import {
  Api,
  attempt,
  createCompany,
  createListing,
  Reply,
  setUpMarket,
  TestCompany,
} from "../support/market"
import { warmStatementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

type Db = { raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }
type Headers = { headers: Record<string, string> }
type Listing = Awaited<ReturnType<typeof createListing>>

const TWENTY = Array.from({ length: 20 })

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as Db
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let baraka: TestCompany
    let texno: TestCompany
    let owner: Headers
    let operator: Headers
    let goods: Listing
    let foreignGoods: Listing
    let image: { url: string; key: string }
    let foreignImage: { url: string; key: string }

    const post = (path: string, body: unknown = {}, who: Headers = owner) =>
      attempt(api.post(`/merchant${path}`, body, who))
    const get = (path: string, who: Headers = owner) => attempt(api.get(`/merchant${path}`, who))
    const drop = (path: string, who: Headers = owner) => attempt(api.delete(`/merchant${path}`, who))
    const decide = (path: string, body: unknown = {}) =>
      attempt(api.post(`/admin/ads/${path}`, body, operator))
    const queue = async () => (await api.get("/admin/ads?status=pending", operator)).data
    const codeOf = ({ status, data }: Reply) => [status, data.code]
    const ok = ({ status, data }: Reply) => {
      expect([status, data]).toEqual([status < 300 ? status : 200, data])
      return data.ad
    }
    const ads = () => getContainer().resolve<AdModuleService>(AD_MODULE)
    const rows = async <Row>(sql: string, values: unknown[] = []) => (await db.raw<Row>(sql, values)).rows

    const draft = async (more: object = {}) =>
      ok(await post("/ads", bannerBody(image.url, more))).id as string
    const pending = async (more: object = {}) => {
      const id = await draft(more)
      ok(await post(`/ads/${id}/submit`))
      return id
    }
    const approved = async (more: object = {}) => {
      const id = await pending(more)
      ok(await decide(`${id}/approve`))
      return id
    }
    const read = async (id: string) => ok(await get(`/ads/${id}`))
    const title = (text: string, url = image.url) => ({
      content: { uz: { title: text, image_url: url, link: "https://example.com/kuz" } },
    })
    /** What shoppers would count, written straight into the tables. */
    const spend = async (id: string, day: string, tiyin: number, impressions = 10, clicks = 1) => {
      await db.raw(
        `insert into ad_day (ad_id, day, impressions, clicks, spent_tiyin) values (?, ?, ?, ?, ?)
         on conflict (ad_id, day) do update set spent_tiyin = ad_day.spent_tiyin + excluded.spent_tiyin`,
        [id, day, impressions, clicks, tiyin]
      )
      await db.raw(
        "update ad set spent_tiyin = spent_tiyin + ?, impressions = impressions + ?, clicks = clicks + ? where id = ?",
        [tiyin, impressions, clicks, id]
      )
    }
    /** Everything that a refused call could have changed. */
    const fingerprint = () =>
      rows(
        ["ad", "ad_creative", "ad_image", "ad_placement", "ad_charge"]
          .map((table) => `select '${table}', count(*), sum(xmin::text::bigint) as version from ${table}`)
          .join(" union all ")
      )
    /** Names of the events of ads that a piece of work tells of. */
    const toldBy = async (work: () => Promise<unknown>): Promise<string[]> => {
      const emit = jest.spyOn(getContainer().resolve(Modules.EVENT_BUS), "emit")
      await work()
      const told = emit.mock.calls.flatMap(([events]) => [events].flat().map(({ name }) => name))
      emit.mockRestore()
      return told.filter((name) => name.startsWith("ad."))
    }

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      operator = market.operator
      baraka = await createCompany(container, api, "Baraka Market")
      texno = await createCompany(container, api, "TexnoOlam")
      owner = baraka.owner.headers
      goods = await createListing(container, baraka.id, { name: "Tandir noni" })
      foreignGoods = await createListing(container, texno.id, { name: "Smartfon" })
      image = await uploadPicture(api, "/merchant", owner)
      foreignImage = await uploadPicture(api, "/merchant", texno.owner.headers)
    })

    afterAll(async () => {
      // What stands in memory would be shown in the next file of a bundle; by itself, this one's application is gone by now.
      const container = getContainer() as MedusaContainer | null
      if (container) {
        const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await knex.raw("delete from ad_creative")
        await knex.raw("delete from ad")
        await refreshAdIndex(container)
      }
    })

    it("go from draft to the operator, and are approved, paused and ended; each step is told", async () => {
      const told = await toldBy(async () => {
        const made = ok(
          await post("/ads", bannerBody(image.url, { target: { hours: [9, 9], query_words: [" Non "] } }))
        )
        expect(made).toMatchObject({
          id: expect.stringMatching(/^ad_/),
          name: "Kuzgi chegirma",
          kind: "banner",
          status: "draft",
          is_live: false,
          not_live_reason: "status",
          price: 10_000,
          total_budget: 500_000,
          daily_budget: 50_000,
          pacing: "even",
          frequency_cap: null,
          target: { category_ids: [], query_words: ["non"], regions: [], languages: [], hours: [9] },
          spent: 0,
          impressions: 0,
          clicks: 0,
          ctr: null,
          creative: null,
          next_creative: {
            revision: 1,
            status: "draft",
            content: {
              uz: {
                title: "Chegirma 20 %",
                text: "Faqat shu hafta",
                image_url: image.url,
                width: 1200,
                height: 400,
                link: "https://example.com/kuz",
              },
              ru: null,
              en: null,
            },
          },
        })
        const { id } = made
        ok(await post(`/ads/${id}`, { target: { hours: [] } }))
        expect(ok(await post(`/ads/${id}/submit`))).toMatchObject({ status: "pending", creative: null })
        expect(await queue()).toMatchObject({ count: 1, ads: [{ id, company: { name: "Baraka Market" } }] })
        const reason = "Rasmda narx ko‘rinmaydi"
        expect(ok(await decide(`${id}/reject`, { reason }))).toMatchObject({
          status: "rejected",
          reject_reason: reason,
        })
        expect((await read(id)).next_creative).toMatchObject({ status: "rejected", reject_reason: reason })
        ok(await post(`/ads/${id}`, title("Non 5 000 so‘m")))
        ok(await post(`/ads/${id}/submit`))
        expect(ok(await decide(`${id}/approve`, { revision: 2 }))).toMatchObject({
          status: "approved",
          reject_reason: null,
          is_live: false,
          not_live_reason: "funds",
          creative: { revision: 2, status: "approved" },
          next_creative: null,
        })
        await postSale(getContainer(), baraka.id)
        expect(await read(id)).toMatchObject({ is_live: true, not_live_reason: null })
        expect(ok(await post(`/ads/${id}/pause`))).toMatchObject({
          is_paused: true,
          pause_reason: "owner",
          is_live: false,
        })
        ok(await post(`/ads/${id}/pause`))
        expect(ok(await post(`/ads/${id}/resume`))).toMatchObject({
          is_paused: false,
          pause_reason: null,
          is_live: true,
        })
        expect(ok(await decide(`${id}/pause`))).toMatchObject({ pause_reason: "operator" })
        ok(await post(`/ads/${id}/pause`))
        expect(codeOf(await post(`/ads/${id}/resume`))).toEqual([400, "AD_PAUSED_BY_OPERATOR"])
        ok(await decide(`${id}/resume`))
        expect(ok(await post(`/ads/${id}`, { ends_at: "now" }))).toMatchObject({
          status: "expired",
          is_live: false,
        })
        expect(await expireAds(getContainer())).toBe(1)
        expect(await expireAds(getContainer())).toBe(0)
        expect((await get("/ads?status=expired&q=KUZGI")).data).toMatchObject({
          count: 1,
          ads: [{ id, status: "expired" }],
        })
        expect((await get("/ads?status=approved")).data).toEqual({ ads: [], count: 0, offset: 0, limit: 20 })
      })
      expect(told).toEqual([
        "ad.submitted",
        "ad.rejected",
        "ad.submitted",
        "ad.approved",
        "ad.paused",
        "ad.resumed",
        "ad.paused",
        "ad.resumed",
        "ad.changed",
        "ad.expired",
      ])
    })

    it("take every step that their status allows, and no other", async () => {
      const ids = {
        draft: await draft(),
        pending: await pending(),
        approved: await approved(),
        rejected: await pending(),
        expired: await approved(),
      }
      ok(await decide(`${ids.rejected}/reject`, { reason: "Matn xato" }))
      ok(await post(`/ads/${ids.expired}`, { ends_at: new Date().toISOString() }))
      const steps: Array<
        [name: string, refusedFor: Array<keyof typeof ids>, step: (id: string) => Promise<Reply>]
      > = [
        ["submit", ["pending", "approved", "expired"], (id) => post(`/ads/${id}/submit`)],
        ["edit", ["expired"], (id) => post(`/ads/${id}`, { name: "Boshqa nom" })],
        ["pause", ["draft", "rejected", "expired"], (id) => post(`/ads/${id}/pause`)],
        ["resume", ["draft", "rejected", "expired"], (id) => post(`/ads/${id}/resume`)],
        ["delete", ["pending", "approved", "expired"], (id) => drop(`/ads/${id}`)],
        ["approve", ["draft", "approved", "rejected", "expired"], (id) => decide(`${id}/approve`)],
        [
          "reject",
          ["draft", "approved", "rejected", "expired"],
          (id) => decide(`${id}/reject`, { reason: "yo‘q" }),
        ],
      ]
      for (const [name, refusedFor, step] of steps) {
        const before = await fingerprint()
        for (const status of refusedFor) {
          const code = name === "approve" || name === "reject" ? "AD_NOTHING_WAITS" : "AD_STATUS_WRONG"
          expect([name, status, ...codeOf(await step(ids[status]))]).toEqual([name, status, 400, code])
        }
        expect(await fingerprint()).toEqual(before)
      }
      ok(await post(`/ads/${ids.pending}`, { name: "Boshqa nom" }))
      expect((await drop(`/ads/${ids.draft}`)).data).toEqual({ id: ids.draft, object: "ad", deleted: true })
      expect((await drop(`/ads/${ids.rejected}`)).status).toBe(200)
      expect((await get(`/ads/${ids.draft}`)).status).toBe(404)
    })

    it("are refused with a code for whatever is wrong, and nothing is written", async () => {
      const lookAt = { uz: { title: "Non", image_url: image.url, link: "https://example.com" } }
      const linked = (link: string) => ({ content: { uz: { ...lookAt.uz, link } } })
      const listing = { kind: "listing", placement: "search_list", content: {}, listing_id: goods.id }
      const atOnce: Array<[code: string, body: object]> = [
        ["AD_LINK_WRONG", linked("javascript:alert(1)")],
        ["AD_LINK_WRONG", linked("https://bank.uz@evil.example.com/")],
        ["AD_LINK_WRONG", linked("https://example.com/\u0007")],
        ["AD_LINK_WRONG", linked("ftp://example.com")],
        ["AD_TEXT_WRONG", { content: { uz: { ...lookAt.uz, title: "Non\u202Enon" } } }],
        ["AD_IMAGE_UNKNOWN", { content: { uz: { ...lookAt.uz, image_url: foreignImage.url } } }],
        ["AD_IMAGE_UNKNOWN", { content: { uz: { title: "Non", image_key: foreignImage.key } } }],
        ["AD_IMAGE_UNKNOWN", { content: { uz: { title: "Non", image_url: "https://example.com/x.webp" } } }],
        ["AD_PLACEMENT_UNKNOWN", { placement: "footer" }],
        ["AD_PLACEMENT_UNFIT", { placement: "search_list" }],
        ["AD_DAILY_ABOVE_TOTAL", { daily_budget: 500_000.01 }],
        ["AD_DATES_WRONG", { starts_at: inDays(11) }],
        ["AD_DATES_WRONG", { ends_at: inDays(800) }],
        ["AD_CATEGORY_UNKNOWN", { target: { category_ids: ["pcat_none"] } }],
        ["AD_LISTING_UNFIT", { ...listing, listing_id: foreignGoods.id }],
        ["AD_LISTING_UNFIT", { ...listing, listing_id: "list_none" }],
      ]
      const atSubmit: Array<[code: string, body: object]> = [
        ["AD_PRICE_TOO_LOW", { price: 4_999.99 }],
        ["AD_PRICE_TOO_LOW", { price_model: "cpc", price: 249 }],
        ["AD_BUDGET_MISSING", { total_budget: null, daily_budget: null }],
        ["AD_BUDGET_TOO_SMALL", { price_model: "cpc", price: 300, daily_budget: 299 }],
        ["AD_END_MISSING", { ends_at: null }],
        ["AD_END_IN_PAST", { ends_at: inDays(-1) }],
        ["AD_CONTENT_MISSING", { content: {} }],
        ["AD_CONTENT_MISSING", { content: { ...lookAt, ru: { title: "Хлеб" } } }],
        ["AD_CONTENT_MISSING", { content: { uz: { ...lookAt.uz, link: " " } } }],
        ["AD_IMAGE_UNFIT", { placement: "search_banner" }],
        ["AD_LISTING_MISSING", { ...listing, listing_id: null }],
        ["AD_CONTENT_UNFIT", { ...listing, content: lookAt }],
      ]
      const before = await fingerprint()
      for (const [code, body] of atOnce) {
        expect([body, ...codeOf(await post("/ads", bannerBody(image.url, body)))]).toEqual([body, 400, code])
      }
      for (const body of [
        { target: { hours: [24] } },
        { price: -1 },
        { price: 0.001 },
        { spent: 1 },
        { company_id: texno.id },
      ]) {
        expect((await post("/ads", bannerBody(image.url, body))).status).toBe(400)
      }
      expect(await fingerprint()).toEqual(before)
      for (const [code, body] of atSubmit) {
        const id = await draft(body)
        expect([body, ...codeOf(await post(`/ads/${id}/submit`))]).toEqual([body, 400, code])
        expect(await read(id)).toMatchObject({ status: "draft", submitted_at: null })
      }
      const whole = await draft()
      const sold = await draft(listing)
      await db.raw("update listing set is_visible = false where id = ?", [goods.id])
      expect(codeOf(await post(`/ads/${sold}/submit`))).toEqual([400, "AD_LISTING_UNFIT"])
      // A form sends everything again: what the ad has already may stay while something else is changed.
      ok(await post(`/ads/${sold}`, { name: "Boshqa nom", listing_id: goods.id }))
      expect(
        codeOf(
          await post(`/ads/${whole}`, { kind: "listing", placement: "search_list", listing_id: goods.id })
        )
      ).toEqual([400, "AD_LISTING_UNFIT"])
      await db.raw("update company set is_private = true where id = ?", [baraka.id])
      expect(codeOf(await post(`/ads/${whole}/submit`))).toEqual([400, "AD_COMPANY_PRIVATE"])
      await db.raw("update company set is_private = false, status = 'suspended' where id = ?", [baraka.id])
      expect((await read(whole)).status).toBe("draft")
    })

    it("of an approved ad wait beside it, and take its place or do not", async () => {
      const next = await uploadPicture(api, "/merchant", owner)
      const id = await approved()
      const told = await toldBy(async () => {
        const edited = ok(
          await post(`/ads/${id}`, { ...title("Yangi", next.url), target: { languages: ["ru"] } })
        )
        expect(edited).toMatchObject({
          status: "approved",
          target: { languages: [] },
          creative: { revision: 1, content: { uz: { title: "Chegirma 20 %" } } },
          next_creative: { revision: 2, status: "pending", target: { languages: ["ru"] } },
        })
        expect((await queue()).ads.map((ad: { id: string }) => ad.id)).toEqual([id])
        // Another change while the operator reads: what has not been read is not approved.
        ok(await post(`/ads/${id}`, title("Yana yangi", next.url)))
        expect(codeOf(await decide(`${id}/approve`, { revision: 2 }))).toEqual([400, "AD_REVISION_CHANGED"])
        ok(await decide(`${id}/reject`, { revision: 3, reason: "Rasm xira" }))
        expect(await read(id)).toMatchObject({
          status: "approved",
          reject_reason: null,
          creative: { revision: 1 },
          next_creative: { status: "rejected", reject_reason: "Rasm xira" },
        })
        expect((await queue()).count).toBe(0)
        ok(await post(`/ads/${id}/submit`))
        expect(ok(await decide(`${id}/approve`, { revision: 3 }))).toMatchObject({
          target: { languages: ["ru"] },
          creative: { revision: 3, content: { uz: { title: "Yana yangi", image_url: next.url } } },
          next_creative: null,
        })
      })
      expect(told).toEqual(
        ["changed", "submitted", "changed", "submitted", "rejected", "submitted", "approved"].map(
          (name) => `ad.${name}`
        )
      )
      // Back to what is shown: nothing waits any more. Money and days need nobody.
      ok(await post(`/ads/${id}`, title("Boshqa")))
      ok(await post(`/ads/${id}`, title("Yana yangi", next.url)))
      await spend(id, today(), 40_000_00)
      expect(
        ok(await post(`/ads/${id}`, { total_budget: 40_000, daily_budget: 40_000, price: 20_000 }))
      ).toMatchObject({
        status: "approved",
        total_budget: 40_000,
        next_creative: null,
        spent: 40_000,
      })
      const refused: Array<[string, object]> = [
        ["AD_BUDGET_BELOW_SPENT", { total_budget: 39_999, daily_budget: null }],
        ["AD_BUDGET_BELOW_SPENT", { daily_budget: 39_999 }],
        ["AD_PRICE_TOO_LOW", { price: 1 }],
        ["AD_END_IN_PAST", { ends_at: inDays(-2) }],
        ["AD_END_MISSING", { ends_at: null }],
        ["AD_PLACEMENT_FIXED", { placement: "category_banner" }],
        ["AD_PLACEMENT_FIXED", { kind: "listing" }],
        ["AD_CONTENT_MISSING", { content: { uz: { title: "Non" } } }],
        ["AD_IMAGE_UNKNOWN", { content: { uz: { title: "Non", image_url: foreignImage.url } } }],
      ]
      const before = await fingerprint()
      for (const [code, body] of refused) {
        expect([body, ...codeOf(await post(`/ads/${id}`, body))]).toEqual([body, 400, code])
      }
      expect(await fingerprint()).toEqual(before)
      const revisions = await rows(
        "select revision, status from ad_creative where ad_id = ? and deleted_at is null order by 1",
        [id]
      )
      expect(revisions).toEqual([
        { revision: 1, status: "superseded" },
        { revision: 3, status: "approved" },
      ])
    })

    it("are submitted, changed and decided once, whoever calls at the same time", async () => {
      const id = await draft()
      const submits = await Promise.all(TWENTY.map(() => post(`/ads/${id}/submit`)))
      expect(submits.filter(({ status }) => status === 200)).toHaveLength(1)
      const decisions = await Promise.all(
        TWENTY.map((_, turn) =>
          turn % 2 ? decide(`${id}/approve`) : decide(`${id}/reject`, { reason: "yo‘q" })
        )
      )
      expect(decisions.filter(({ status }) => status === 200)).toHaveLength(1)
      const shown = await approved()
      const edits = await Promise.all(TWENTY.map((_, turn) => post(`/ads/${shown}`, title(`Nom ${turn}`))))
      expect(new Set(edits.map(({ status }) => status))).toEqual(new Set([200]))
      const approvals = await Promise.all(TWENTY.map(() => decide(`${shown}/approve`)))
      expect(approvals.filter(({ status }) => status === 200)).toHaveLength(1)
      const counts = await rows(
        "select status, count(*)::int as count from ad_creative where ad_id = ? and deleted_at is null group by 1 order by 1",
        [shown]
      )
      expect(counts).toEqual([
        { status: "approved", count: 1 },
        { status: "superseded", count: 1 },
      ])
    })

    it("of another company are not there", async () => {
      const id = await approved()
      const stranger = texno.owner.headers
      const before = await fingerprint()
      const answers = [
        await get(`/ads/${id}`, stranger),
        await get(`/ads/${id}/results`, stranger),
        await post(`/ads/${id}`, { name: "Meniki" }, stranger),
        await post(`/ads/${id}`, { listing_id: foreignGoods.id }, stranger),
        await post(`/ads/${id}/submit`, {}, stranger),
        await post(`/ads/${id}/pause`, {}, stranger),
        await post(`/ads/${id}/resume`, {}, stranger),
        await drop(`/ads/${id}`, stranger),
      ]
      expect(answers.map(codeOf)).toEqual(answers.map(() => [404, "NOT_FOUND"]))
      expect((await get("/ads", stranger)).data.count).toBe(0)
      expect(await fingerprint()).toEqual(before)
    })

    it("have pictures of exactly their place's size; what nobody shows is swept after a day", async () => {
      const send = (content: Buffer, placement?: string) =>
        post("/ads/images", pictureForm(content, placement))
      const wide = await send(await picture(1000, 900, "jpeg"), "product_banner")
      expect(wide.data.image).toEqual({
        url: expect.any(String),
        key: expect.any(String),
        width: 600,
        height: 200,
      })
      const content = await getContainer().resolve(Modules.FILE).getAsBuffer(wide.data.image.key)
      expect(await sharp(content).metadata()).toMatchObject({ format: "webp", width: 600, height: 200 })
      const before = await fingerprint()
      const script = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
      const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(50)])
      const png = await picture(1200, 399)
      const refused = [
        [await send(script), "AD_IMAGE_UNREADABLE"],
        [await send(broken), "AD_IMAGE_UNREADABLE"],
        [await send(png), "AD_IMAGE_TOO_SMALL"],
        [await send(await picture(1200, 400), "nowhere"), "AD_PLACEMENT_UNKNOWN"],
        [await send(await picture(1200, 400), "search_list"), "AD_PLACEMENT_UNFIT"],
        [await post("/ads/images", new FormData()), "AD_IMAGE_MISSING"],
        [await send(Buffer.alloc(10 * 1024 * 1024 + 1)), "AD_IMAGE_TOO_BIG"],
      ] as Array<[Reply, string]>
      expect(refused.map(([answer]) => codeOf(answer))).toEqual(refused.map(([, code]) => [400, code]))
      expect(await fingerprint()).toEqual(before)

      const shown = await draft()
      const left = await uploadPicture(api, "/merchant", owner)
      ok(await post(`/ads/${shown}`, title("Non", left.url)))
      ok(await post(`/ads/${shown}`, title("Non")))
      expect(await sweepAdImages(getContainer(), { before: new Date(Date.now() - 3_600_000) })).toBe(0)
      // Unused are the one of another place, the stranger's, and the one that was taken off.
      expect(await sweepAdImages(getContainer(), { before: new Date(Date.now() + 1000) })).toBe(3)
      expect(await rows("select url from ad_image")).toEqual([{ url: image.url }])
      expect(codeOf(await post(`/ads/${shown}`, title("Non", left.url)))).toEqual([400, "AD_IMAGE_UNKNOWN"])
      expect((await drop(`/ads/${shown}`)).status).toBe(200)
      const [{ unused_since }] = await rows<{ unused_since: Date | null }>(
        "select unused_since from ad_image"
      )
      expect(unused_since).not.toBeNull()
    })

    it("of the market's own cost nothing and are shown at once; places are the operator's", async () => {
      const own = await uploadPicture(api, "/admin", operator)
      const admin = (path: string, body: unknown) => attempt(api.post(`/admin${path}`, body, operator))
      const body = { name: "Bozor yangiligi", placement: "home_banner", ...title("Yangi bo‘lim", own.url) }
      const house = ok(await admin("/ads", body))
      expect(house).toMatchObject({
        company_id: null,
        status: "approved",
        is_live: true,
        price: 0,
        total_budget: null,
        creative: { revision: 1, status: "approved" },
      })
      expect(ok(await admin(`/ads/${house.id}`, title("Boshqa so‘z", own.url)))).toMatchObject({
        creative: { revision: 2, content: { uz: { title: "Boshqa so‘z" } } },
        next_creative: null,
      })
      expect(codeOf(await admin("/ads", { ...body, ...title("x", image.url) }))).toEqual([
        400,
        "AD_IMAGE_UNKNOWN",
      ])
      expect(codeOf(await admin("/ads", { ...body, content: {} }))).toEqual([400, "AD_CONTENT_MISSING"])
      const company = await draft()
      expect(codeOf(await admin(`/ads/${company}`, { name: "x" }))).toEqual([400, "AD_NOT_HOUSE_AD"])
      expect((await api.get("/admin/ads?is_house=true", operator)).data).toMatchObject({ count: 1 })
      ok(await admin(`/ads/${house.id}`, { ends_at: "now" }))
      expect((await get(`/ads/${house.id}`)).status).toBe(404)

      const place = (code: string, changes: object) => admin(`/ad-placements/${code}`, changes)
      expect(
        (await place("home_banner", { minimum_cpm: 20_000, is_active: false })).data.ad_placement
      ).toMatchObject({
        code: "home_banner",
        minimum_cpm: 20_000,
        minimum_cpc: 250,
        is_active: false,
        width: 1200,
      })
      expect(codeOf(await post(`/ads/${company}/submit`))).toEqual([400, "AD_PLACEMENT_INACTIVE"])
      ok(await post(`/ads/${company}`, { name: "Boshqa" }))
      await place("home_banner", { is_active: null })
      expect(codeOf(await post(`/ads/${company}/submit`))).toEqual([400, "AD_PRICE_TOO_LOW"])
      expect((await place("search_list", { positions: [9, 3, 3] })).data.ad_placement.positions).toEqual([
        3, 9,
      ])
      expect(codeOf(await place("search_list", { width: 100 }))).toEqual([400, "AD_PLACEMENT_SIZE_WRONG"])
      expect(codeOf(await place("footer", { most: 1 }))).toEqual([400, "AD_PLACEMENT_UNKNOWN"])
      const { data } = await get("/ad-placements")
      expect(data.ad_placements.map(({ code }: { code: string }) => code)).toEqual([
        "home_banner",
        "category_banner",
        "search_banner",
        "product_banner",
        "category_list",
        "search_list",
      ])
    })

    it("are charged and posted once, whoever does it how often; finance and books agree", async () => {
      const container = getContainer()
      const id = await approved()
      await spend(id, "2026-11-01", 1_500_01)
      await spend(id, today(), 700)
      const soundBooks = async () => expect((await findImbalances(container)).imbalances).toEqual([])
      await soundBooks()
      expect((await get("/ads/funds")).data).toEqual({ funds: { available: -1507.01, reserved: 1507.01 } })
      const runs = await Promise.all(TWENTY.map(() => chargeAds(container)))
      expect(runs.reduce((sum, { made }) => sum + made, 0)).toBe(2)
      expect(runs.reduce((sum, { posted }) => sum + posted, 0)).toBe(2)
      expect(await chargeAds(container)).toEqual({ made: 0, posted: 0 })
      expect((await get("/ads/funds")).data).toEqual({ funds: { available: -1507.01, reserved: 0 } })
      // A process that died after the ledger was told: the next run finds it told.
      await db.raw("update ad_charge set posted_at = null")
      expect(await chargeAds(container)).toEqual({ made: 0, posted: 0 })
      expect(await rows("select 1 from ad_charge where posted_at is null")).toEqual([])
      // One that died before: the check names it, the next run posts it.
      await spend(id, today(), 300)
      expect(await ads().makeCharges({ now: new Date(), quiet_minutes: 60 })).toBe(0)
      expect(await ads().makeCharges({ now: new Date(), quiet_minutes: 0 })).toBe(1)
      const { imbalances } = await findImbalances(container)
      expect(imbalances).toMatchObject([
        { check: "ledger_ad_spend", about: id, expected: "300", actual: null },
      ])
      expect(await chargeAds(container)).toEqual({ made: 0, posted: 1 })
      await soundBooks()
      const entries = await rows(
        `select a.code, sum(e.amount_tiyin)::int as amount from ledger_entry e join ledger_account a on a.id = e.account_id
          group by 1 order by 1`
      )
      expect(entries).toEqual([
        { code: `company:${baraka.id}:ad_spend`, amount: 1_510_01 },
        { code: "market:ad_income", amount: -1_510_01 },
      ])
      const { data } = await get("/finance/summary?from=2026-11-01&to=2026-11-01")
      expect(JSON.stringify(data)).toContain('"ad_spend":1500.01')
    })

    it("tell what they have brought, with as many statements for many days and ads as for one", async () => {
      const container = getContainer()
      const id = await approved()
      await spend(id, "2026-11-01", 5_000_00, 200, 3)
      await spend(id, "2026-11-03", 1_000_00, 50, 0)
      const { data } = await get(`/ads/${id}/results?from=2026-11-01&to=2026-11-03`)
      const none = { orders: 0, revenue: 0 }
      expect(data.results).toEqual({
        from: "2026-11-01",
        to: "2026-11-03",
        impressions: 250,
        clicks: 3,
        ctr: 1.2,
        spent: 6_000,
        ...none,
        days: [
          { day: "2026-11-01", impressions: 200, clicks: 3, ctr: 1.5, spent: 5_000, ...none },
          { day: "2026-11-02", impressions: 0, clicks: 0, ctr: null, spent: 0, ...none },
          { day: "2026-11-03", impressions: 50, clicks: 0, ctr: 0, spent: 1_000, ...none },
        ],
      })
      expect((await get(`/ads/${id}/results`)).data.results.days).toHaveLength(30)
      for (const period of ["from=2026-11-03&to=2026-11-01", "from=2024-01-01&to=2026-11-01"]) {
        expect(codeOf(await get(`/ads/${id}/results?${period}`))).toEqual([400, "AD_PERIOD_WRONG"])
      }
      const ofResults = await warmStatementsOf(container, () => get(`/ads/${id}/results`))
      const ofOne = await warmStatementsOf(container, () => get("/ads"))
      await draft()
      await draft()
      const ofThree = await warmStatementsOf(container, () => get("/ads"))
      expect(ofThree).toHaveLength(ofOne.length)
      expect(ofResults.filter((statement) => statement.includes("ad_day"))).toHaveLength(1)
    })

    it("are shown as they were approved; what shoppers have clicked is what is paid", async () => {
      const container = getContainer()
      await postSale(container, baraka.id)
      const id = await approved({ price_model: "cpc", price: 300, pacing: "fast" })
      const show = async (headers: object = {}) => {
        await refreshAdIndex(container)
        const as = { headers: { ...market.store.headers, "user-agent": BROWSER, ...headers } }
        return (await api.get("/store/ads?placement=home_banner", as)).data
      }
      const { visitor_token } = await show()
      const as = { "x-visitor-token": visitor_token }
      expect((await show(as)).ads).toMatchObject([{ id, title: "Chegirma 20 %", label: "Reklama" }])
      ok(await post(`/ads/${id}`, title("Hali o‘qilmagan")))
      expect((await show(as)).ads).toMatchObject([{ id, title: "Chegirma 20 %" }])
      ok(await decide(`${id}/approve`, { revision: 2 }))
      const { ads: shown } = await show(as)
      expect(shown).toMatchObject([{ id, title: "Hali o‘qilmagan" }])
      const headers = { headers: { ...market.store.headers, "user-agent": BROWSER, ...as } }
      await api.post("/store/ads/impressions", { tokens: [shown[0].impression_token] }, headers)
      const click = () => api.post(`/store/ads/${id}/click`, { token: shown[0].click_token }, headers)
      expect((await click()).data).toEqual({ link: "https://example.com/kuz" })
      await click()
      await ads().flush()
      const before = (await get("/ads/funds")).data.funds
      expect(before.reserved).toBe(300)
      expect(await chargeAds(container)).toEqual({ made: 1, posted: 1 })
      expect((await get("/ads/funds")).data.funds).toEqual({ available: before.available, reserved: 0 })
      expect((await get(`/ads/${id}/results`)).data.results).toMatchObject({
        impressions: 1,
        clicks: 1,
        spent: 300,
      })
      const { imbalances } = await findImbalances(container)
      expect(imbalances.filter(({ check }) => /(^|_)ad_/.test(check))).toEqual([])
      ok(await post(`/ads/${id}/pause`))
      expect((await show(as)).ads).toEqual([])
    })

    it("stay approved when the balance is used up, which is told once", async () => {
      const container = getContainer()
      const id = await approved()
      const told: string[] = await toldBy(async () => {
        expect(await tellFundsOut(container)).toEqual([baraka.id])
        expect(await tellFundsOut(container)).toEqual([])
        const second = await approved()
        expect(await tellFundsOut(container)).toEqual([])
        expect(await read(second)).toMatchObject({
          status: "approved",
          is_paused: false,
          not_live_reason: "funds",
        })
        await postSale(container, baraka.id)
        expect(await tellFundsOut(container)).toEqual([])
        expect(await read(id)).toMatchObject({ pause_reason: null, is_live: true })
      })
      expect(told.filter((name) => name === "ad.funds-out")).toHaveLength(1)
    })
  },
})
