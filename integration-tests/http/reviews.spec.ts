import { existsSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import fc from "fast-check"
import sharp from "sharp"
import { Modules } from "@medusajs/framework/utils"
import { rateLimit } from "../../src/lib/rate-limit"
import { rebuildFigures } from "../../src/modules/rating/lib/rebuild"
import { Prior, scoreOf } from "../../src/modules/rating/lib/score"
import { ratingsOf, sweepReviewPhotos, voteOnReview } from "../../src/workflows/rating"
import { companyScores, productScores } from "../../src/workflows/rating/queries/scores"
import { filesForm } from "../support/expenses"
import {
  Api,
  attempt,
  checkOut,
  createCompany,
  createListing,
  createShopper,
  Reply,
  setUpMarket,
} from "../support/market"
import { addPurchase, PurchaseFacts } from "../support/reviews"
import { warmStatementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

type Headers = Record<string, string>
type Shopper = { customer_id: string; headers: Headers }
type Row = Record<string, unknown>

const WRITTEN = [
  "company_rating",
  "company_rating_stat",
  "product_review",
  "product_review_stat",
  "review_vote",
  "review_report",
]
const ERROR = (code: string) => [400, code]

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as {
      raw: (sql: string, values?: unknown[]) => Promise<{ rows: Row[] }>
    }
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let operator: { headers: Headers }
    let nobody: Headers
    let company: Awaited<ReturnType<typeof createCompany>>
    let other: Awaited<ReturnType<typeof createCompany>>
    let bread: Awaited<ReturnType<typeof createListing>>
    let phone: Awaited<ReturnType<typeof createListing>>
    let ali: Shopper
    let vali: Shopper

    const sql = async (statement: string, values: unknown[] = []) => (await db.raw(statement, values)).rows
    const call = (method: string, url: string, headers: Headers, data?: unknown) =>
      attempt(api.request({ method, url, headers, data }))
    const get = (path: string, who: Headers = nobody) => call("GET", `/store/${path}`, who)
    const post = (path: string, who: Headers, body: unknown = {}) => call("POST", `/store/${path}`, who, body)
    const drop = (path: string, who: Headers) => call("DELETE", `/store/${path}`, who)
    const shop = (method: string, path: string, body?: unknown, by = company) =>
      call(method, `/merchant/${path}`, by.owner.headers.headers, body)
    const desk = (method: string, path: string, body?: unknown) =>
      call(method, `/admin/${path}`, operator.headers, body)
    const errorOf = ({ status, data }: Reply) => [status, data.code ?? data.type]
    const rating = (who: Headers = nobody) => get(`companies/${company.id}/rating`, who)
    const rate = (who: Headers, stars: unknown) => post(`companies/${company.id}/rating`, who, { stars })
    const write = (who: Headers, body: object = {}, goods = bread) =>
      post(`products/${goods.product_id}/reviews`, who, { stars: 5, text: "Juda yaxshi", ...body })
    const list = (query = "", who: Headers = nobody) =>
      get(`products/${bread.product_id}/reviews${query}`, who)
    const bought = (facts: Partial<PurchaseFacts> = {}) =>
      addPurchase(db, {
        customer_id: ali.customer_id,
        company_id: company.id,
        listing: bread,
        delivered_days_ago: 3,
        ...facts,
      })
    const everything = async () =>
      JSON.stringify(await Promise.all(WRITTEN.map((table) => sql(`select * from ${table} order by 1`))))
    const times = <T>(count: number, work: (index: number) => Promise<T>) =>
      Promise.all(Array.from({ length: count }, (_, index) => work(index)))
    const service = () => ratingsOf(getContainer())
    const moderate = (is: boolean) => {
      service().options.reviews.moderated = is
    }
    const events = () => {
      const emit = jest.spyOn(getContainer().resolve(Modules.EVENT_BUS), "emit")
      return () =>
        emit.mock.calls
          .flatMap(([data]) => data as unknown as Array<{ name: string; data: object }>)
          .filter(({ name }) => /^(rating|review)\./.test(name))
          .map(({ name }) => name)
    }
    const picture = (red: number) =>
      sharp({ create: { width: 32, height: 24, channels: 3, background: { r: red, g: 9, b: 9 } } })
        .png()
        .toBuffer()
    /** A review that has been approved. */
    const shown = async (who: Shopper, body: object = {}) => {
      const { data } = await write(who.headers, body)
      await desk("POST", `reviews/${data.review.id}/approve`, {})
      return data.review.id as string
    }
    /** Reviews of people who exist as rows alone, shown. */
    const addReviews = (rows: Row[]) =>
      times(rows.length, async (index) => {
        const row: Row = {
          id: `prev_t${index}`,
          product_id: bread.product_id,
          company_id: company.id,
          customer_id: `cus_t${index}`,
          locale: "uz",
          status: "approved",
          stars: 5,
          ...rows[index],
        }
        const names = Object.keys(row)
        await sql(
          `insert into product_review (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`,
          Object.values(row)
        )
      })
    /** The stored figures, and the same counted by a naive reading of the rows. */
    const compare = async () => {
      const figures = (table: string, key: string) =>
        sql(`select ${key} as id, c1, c2, c3, c4, c5, count, average::float8 as average, score::float8 as score from ${table}
              where count > 0 order by 1`)
      const [companyPrior, productPrior] = (await sql(
        `select mean::float8 as mean, weight::float8 as weight from rating_prior order by kind`
      )) as unknown as Prior[]
      const naive = async (statement: string, prior: Prior) => {
        const groups = new Map<string, number[]>()
        for (const { id, stars } of await sql(statement)) {
          groups.set(id as string, [...(groups.get(id as string) ?? []), stars as number])
        }
        return [...groups]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([id, stars]) => {
            const n = (star: number) => stars.filter((one) => one === star).length
            const histogram = { 1: n(1), 2: n(2), 3: n(3), 4: n(4), 5: n(5) }
            const [c1, c2, c3, c4, c5] = Object.values(histogram)
            return { id, c1, c2, c3, c4, c5, ...scoreOf(histogram, prior) }
          })
      }
      const expected = [
        ...(await naive(
          `select company_id as id, stars from company_rating where deleted_at is null`,
          companyPrior
        )),
        ...(await naive(
          `select product_id as id, stars from product_review where status in ('approved', 'reported') and deleted_at is null`,
          productPrior
        )),
      ]
      const stored = [
        ...(await figures("company_rating_stat", "company_id")),
        ...(await figures("product_review_stat", "product_id")),
      ]
      expect(stored).toEqual(expected)
      return stored
    }

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      operator = market.operator as { headers: Headers }
      nobody = { "x-publishable-api-key": market.publishable_key }
      company = await createCompany(container, api, "Baraka")
      other = await createCompany(container, api, "TexnoOlam")
      bread = await createListing(container, company.id, { name: "Tandir noni", stock: 5 })
      phone = await createListing(container, other.id, { name: "Smartfon", stock: 5 })
      ali = await createShopper(container, api, "ali@example.com", market.publishable_key)
      vali = await createShopper(container, api, "vali@example.com", market.publishable_key)
      await sql("update customer set first_name = 'Ali', last_name = 'Karimov' where id = ?", [
        ali.customer_id,
      ])
    })

    beforeEach(() => {
      // Counters live as long as the process; one test looks at them.
      jest.spyOn(rateLimit(service().options.redis_url), "take").mockResolvedValue(true)
    })

    afterEach(() => {
      moderate(true)
      jest.restoreAllMocks()
    })

    it("lets only those speak who have bought the very thing and have it, for some time", async () => {
      const refusals: Array<[Partial<PurchaseFacts> | null, string]> = [
        [null, "RATING_NOT_BOUGHT"],
        [{ paid: false, delivered_days_ago: null }, "RATING_NOT_BOUGHT"],
        [{ canceled: true }, "RATING_NOT_BOUGHT"],
        [{ customer_id: vali.customer_id }, "RATING_NOT_BOUGHT"],
        [{ company_id: other.id, listing: phone }, "RATING_NOT_BOUGHT"],
        [{ delivered_days_ago: null }, "RATING_NOT_DELIVERED"],
        [{ delivered_days_ago: 181 }, "RATING_WINDOW_OVER"],
        [{ channel: "pos", delivered_days_ago: null, paid_days_ago: 190 }, "RATING_WINDOW_OVER"],
        [{ is_legacy: true, delivered_days_ago: null, paid_days_ago: 190 }, "RATING_WINDOW_OVER"],
      ]
      const before = await everything()
      for (const [facts, code] of refusals) {
        await sql("delete from company_order_line where id like 'cline_r%'")
        await sql("delete from company_order where id like 'cord_r%'")
        if (facts) {
          await bought(facts)
        }
        expect([code, errorOf(await rate(ali.headers, 5))]).toEqual([code, ERROR(code)])
        expect([code, errorOf(await write(ali.headers))]).toEqual([code, ERROR(code)])
        expect((await rating(ali.headers)).data.rating).toMatchObject({
          stars: null,
          can_rate: false,
          reason: code,
        })
      }
      expect(await everything()).toBe(before)
      expect((await rating()).data.rating).toMatchObject({
        can_rate: false,
        reason: "RATING_SIGN_IN",
        count: 0,
      })
      for (const facts of [
        { returned: true },
        { channel: "pos" as const, delivered_days_ago: null, paid_days_ago: 2 },
        { is_legacy: true, delivered_days_ago: null, paid_days_ago: 2 },
        { delivered_days_ago: 179 },
      ]) {
        await sql("delete from company_order_line where id like 'cline_r%'")
        await sql("delete from company_order where id like 'cord_r%'")
        await bought(facts)
        expect([facts, (await rating(ali.headers)).data.rating.can_rate]).toEqual([facts, true])
        expect((await get("reviews/waiting", ali.headers)).data).toMatchObject({
          waiting: [{ product: { id: bread.product_id }, company: { id: company.id } }],
          count: 1,
        })
      }
      // Whoever works for the company is none of its buyers, by whatever of them it is known.
      const [{ phone: number }] = await sql("select phone from company where id = ?", [company.id])
      const works: Array<[string, string[]]> = [
        ["update company_member set email = upper(?) where company_id = ?", ["ali@example.com", company.id]],
        [
          "update customer set phone = ? where id = ?",
          [String(number).replace("+998", "+998 "), ali.customer_id],
        ],
      ]
      for (const [change, values] of works) {
        await sql(change, values)
        expect(errorOf(await rate(ali.headers, 5))).toEqual(ERROR("RATING_OWN_COMPANY"))
        expect(errorOf(await write(ali.headers))).toEqual(ERROR("RATING_OWN_COMPANY"))
        expect((await get("reviews/waiting", ali.headers)).data).toMatchObject({ waiting: [], count: 0 })
        await sql("update company_member set email = 'nobody@example.com' where company_id = ?", [company.id])
      }
      expect((await rating(ali.headers)).data.rating).toMatchObject({
        can_rate: false,
        reason: "RATING_OWN_COMPANY",
      })
      await sql("update customer set phone = null where id = ?", [ali.customer_id])
      expect((await rating(ali.headers)).data.rating.can_rate).toBe(true)
      // The goods of a company are not another one's, nor is a wrong number of stars.
      expect(errorOf(await write(ali.headers, {}, phone))).toEqual(ERROR("RATING_NOT_BOUGHT"))
      for (const stars of [0, 6, 4.5, "5", null]) {
        expect((await rate(ali.headers, stars)).status).toBe(400)
        expect((await write(ali.headers, { stars })).status).toBe(400)
      }
      expect((await rate(nobody, 5)).status).toBe(401)
      expect(await everything()).toBe(before)
      // Who has rated may change and take it back whenever they like.
      await rate(ali.headers, 5)
      await sql("update company_order set delivered_at = now() - interval '300 days' where id like 'cord_r%'")
      expect((await rate(ali.headers, 2)).data.rating).toMatchObject({
        stars: 2,
        can_rate: true,
        average: 2,
        count: 1,
      })
      expect((await drop(`companies/${company.id}/rating`, ali.headers)).data.rating).toMatchObject({
        stars: null,
        can_rate: false,
        reason: "RATING_WINDOW_OVER",
        count: 0,
      })
    })

    it("follows an order of the shop from its payment to the buyer's hands", async () => {
      const lines = [{ variant_id: bread.variant_id }]
      const { order_group } = await checkOut(
        api,
        market,
        { headers: ali.headers },
        lines,
        "pickup",
        "pp_cash_cash"
      )
      const order = `orders/${order_group.orders[0].id}`
      expect(errorOf(await write(ali.headers))).toEqual(ERROR("RATING_NOT_BOUGHT"))
      await shop("POST", `${order}/confirm-payment`, {})
      expect(errorOf(await write(ali.headers))).toEqual(ERROR("RATING_NOT_DELIVERED"))
      expect((await shop("POST", `${order}/deliver`, {})).status).toBe(200)
      const { waiting } = (await get("reviews/waiting", ali.headers)).data
      expect(waiting).toMatchObject([
        { product_id: bread.product_id, short_code: order_group.orders[0].short_code },
      ])
      expect((await rate(ali.headers, 5)).status).toBe(200)
      expect((await write(ali.headers)).status).toBe(201)
      expect((await get("reviews/waiting", ali.headers)).data.count).toBe(0)
    })

    it("keeps a company's figures exact under many calls at once, and tells of them", async () => {
      await bought()
      const told = events()
      const replies = await times(20, (index) => rate(ali.headers, (index % 5) + 1))
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
      expect(await sql("select count(*)::int as n from company_rating where deleted_at is null")).toEqual([
        { n: 1 },
      ])
      await times(20, (index) =>
        service().rate({
          company_id: company.id,
          customer_id: `cus_${index}`,
          stars: (index % 5) + 1,
          company_order_id: null,
        })
      )
      await compare()
      expect((await rating(ali.headers)).data.rating).toMatchObject({ count: 21 })
      await times(20, (index) => service().unrate({ company_id: company.id, customer_id: `cus_${index}` }))
      await rate(ali.headers, 4)
      const handle = await get(`companies/${company.handle}/rating`)
      expect(handle.data.rating).toMatchObject({
        average: 4,
        count: 1,
        histogram: { 1: 0, 2: 0, 3: 0, 4: 1, 5: 0 },
        score: 3.0909,
      })
      expect(new Set(told())).toEqual(new Set(["rating.changed"]))
      const { data } = await shop("GET", "ratings")
      expect(data).toMatchObject({
        ratings: [{ stars: 4, author_name: "Ali K." }],
        count: 1,
        summary: { average: 4 },
      })
      expect((await shop("GET", "ratings", undefined, other)).data).toMatchObject({ ratings: [], count: 0 })
      // What an import writes, or an erasure takes away, is counted as well.
      await sql(
        `insert into company_rating (id, company_id, customer_id, stars, source) select 'crat_' || n, ?, 'cus_l' || n, 5, 'legacy'
           from generate_series(1, 30) n`,
        [company.id]
      )
      await sql("delete from company_rating where customer_id = 'cus_l1'")
      await compare()
      const scores = await companyScores(getContainer(), [company.id, other.id])
      expect(scores.get(company.id)).toMatchObject({ count: 30, average: 4.97 })
      expect(scores.get(other.id)).toEqual({ average: 0, count: 0, score: 3 })
      // The market's mean moves when the job comes by, not with every rating.
      await service().refreshPriors()
      expect((await companyScores(getContainer(), [other.id])).get(other.id)!.score).toBe(4.97)
      await compare()
    })

    it("shows a review when the operator has read it, and an edit too", async () => {
      const order = await bought()
      const told = events()
      const wrong = { aspects: { quality: 6, match: null, delivery: null } }
      expect((await write(ali.headers, wrong)).status).toBe(400)
      expect((await write(ali.headers, { text: "x".repeat(4001) })).status).toBe(400)
      const made = await write(
        { ...ali.headers, "accept-language": "ru-RU,ru;q=0.9" },
        {
          title: " Zo‘r ",
          pros: "yumshoq",
          cons: "",
          aspects: { quality: 5, match: 4 },
        }
      )
      expect([made.status, made.data.review]).toEqual([
        201,
        expect.objectContaining({
          status: "pending",
          stars: 5,
          title: "Zo‘r",
          cons: null,
          locale: "ru",
          variant_title: expect.any(String),
          aspects: { quality: 5, match: 4, delivery: null },
        }),
      ])
      const { id } = made.data.review
      expect(errorOf(await write(ali.headers))).toEqual(ERROR("REVIEW_EXISTS"))
      expect((await list()).data).toMatchObject({ reviews: [], count: 0, summary: { count: 0, average: 0 } })
      expect(errorOf(await post(`reviews/${id}/vote`, vali.headers, { is_helpful: true }))).toEqual([
        404,
        "NOT_FOUND",
      ])
      const queue = await desk("GET", "reviews?status=pending")
      expect(queue.data).toMatchObject({
        reviews: [
          {
            id,
            revision: 1,
            company: { id: company.id },
            product: { id: bread.product_id },
            is_waiting: true,
          },
        ],
        count: 1,
      })
      // The author changes it while the operator reads: what was not read is not approved.
      await post(`reviews/${id}`, ali.headers, { stars: 4, text: "Yaxshi" })
      expect(errorOf(await desk("POST", `reviews/${id}/approve`, { revision: 1 }))).toEqual(
        ERROR("REVIEW_CHANGED_SINCE")
      )
      const approved = await desk("POST", `reviews/${id}/approve`, { revision: 2 })
      expect(approved.data.review).toMatchObject({ status: "approved", is_waiting: false, stars: 4 })
      expect((await list("", ali.headers)).data).toMatchObject({
        reviews: [
          { id, stars: 4, text: "Yaxshi", author_name: "Ali K.", is_mine: true, my_vote: null, reply: null },
        ],
        count: 1,
        summary: { average: 4, count: 1 },
      })
      // An edit waits beside it.
      const edit = await post(`reviews/${id}`, ali.headers, { stars: 1, text: "Buzildi" })
      expect(edit.data.review).toMatchObject({
        status: "approved",
        is_waiting: true,
        stars: 4,
        next: { stars: 1 },
      })
      expect((await list()).data).toMatchObject({
        reviews: [{ stars: 4, text: "Yaxshi" }],
        summary: { average: 4 },
      })
      await desk("POST", `reviews/${id}/reject`, { reason: "isbotsiz" })
      const mine = await get("reviews", ali.headers)
      expect(mine.data.reviews).toMatchObject([
        {
          id,
          status: "approved",
          next: null,
          is_waiting: false,
          reject_reason: "isbotsiz",
          product: { id: bread.product_id },
        },
      ])
      await post(`reviews/${id}`, ali.headers, { stars: 2, text: "Qotib qoldi" })
      await times(20, () => desk("POST", `reviews/${id}/approve`, {}))
      expect((await list()).data).toMatchObject({
        reviews: [{ stars: 2, text: "Qotib qoldi", edited_at: expect.any(String) }],
        summary: { average: 2, histogram: { 2: 1 } },
      })
      await desk("POST", `reviews/${id}/reject`, { reason: "haqorat" })
      expect((await list()).data).toMatchObject({ reviews: [], summary: { count: 0 } })
      await compare()
      expect(await drop(`reviews/${id}`, vali.headers)).toMatchObject({ status: 404 })
      expect((await drop(`reviews/${id}`, ali.headers)).data).toEqual({ id, object: "review", deleted: true })
      expect((await get("reviews", ali.headers)).data.count).toBe(0)
      expect((await write(ali.headers)).status).toBe(201)
      expect(told().filter((name) => name === "review.approved")).toHaveLength(2)
      expect(told().filter((name) => name === "review.rejected")).toHaveLength(2)
      expect((await desk("GET", `reviews/${id}`)).status).toBe(404)
      expect((await shop("GET", "reviews?status=pending")).data.reviews[0].short_code).toBe(
        (await sql("select short_code from company_order where id = ?", [order]))[0].short_code
      )
    })

    it("is read at once where the market says so, but never with a listed word", async () => {
      moderate(false)
      await bought()
      await bought({ customer_id: vali.customer_id })
      expect((await write(vali.headers)).data.review.status).toBe("approved")
      const rude = await write(ali.headers, { text: "Sotuvchi д у p а к ekan" })
      expect(rude.data.review.status).toBe("pending")
      const { id } = rude.data.review
      expect((await desk("GET", `reviews/${id}`)).data.review.flagged_words).toEqual(["дурак"])
      expect(
        (await post(`reviews/${id}`, ali.headers, { stars: 3, text: "Qo‘pol" })).data.review.status
      ).toBe("approved")
      expect(errorOf(await desk("POST", "review-words", { word: "!?" }))).toEqual(
        ERROR("REVIEW_WORD_TOO_SHORT")
      )
      const added = await times(20, () => desk("POST", "review-words", { word: "qo‘pol" }))
      expect(added.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(400)])
      expect(errorOf(await desk("POST", "review-words", { word: "ҚЎПОЛ" }))).toEqual(
        ERROR("REVIEW_WORD_EXISTS")
      )
      const words = (await desk("GET", "review-words")).data
      expect(words).toMatchObject({
        review_words: [{ word: "qo‘pol" }],
        count: 1,
        built_in: expect.arrayContaining(["ahmoq"]),
      })
      const edit = await post(`reviews/${id}`, ali.headers, { stars: 1, text: "Juda qopollar" })
      expect(edit.data.review).toMatchObject({ status: "approved", stars: 3, next: { stars: 1 } })
      expect((await desk("GET", "reviews?status=pending")).data.reviews).toMatchObject([
        { id, flagged_words: ["qo‘pol"] },
      ])
      await desk("DELETE", `review-words/${words.review_words[0].id}`)
      expect(
        (await post(`reviews/${id}`, ali.headers, { stars: 1, text: "Juda qopollar" })).data.review
      ).toMatchObject({
        status: "approved",
        stars: 1,
        next: null,
        is_waiting: false,
      })
      await compare()
    })

    it("counts votes exactly, brings a review of three reports back to the operator, and shows a company's answer", async () => {
      await bought()
      const id = await shown(ali)
      expect(errorOf(await post(`reviews/${id}/vote`, ali.headers, { is_helpful: true }))).toEqual(
        ERROR("REVIEW_OWN")
      )
      expect(errorOf(await post(`reviews/${id}/report`, ali.headers, { reason: "spam" }))).toEqual(
        ERROR("REVIEW_OWN")
      )
      expect((await post(`reviews/${id}/vote`, vali.headers, {})).status).toBe(400)
      await times(20, async (index): Promise<unknown> =>
        index % 2
          ? post(`reviews/${id}/vote`, vali.headers, { is_helpful: true })
          : voteOnReview(getContainer(), { id, customer_id: `cus_${index}`, is_helpful: index % 4 === 0 })
      )
      // Five of ten others and Vali found it helpful, five did not.
      expect((await list("", vali.headers)).data.reviews).toMatchObject([{ helpful_count: 6, my_vote: true }])
      expect((await sql("select helpful_count, unhelpful_count from product_review"))[0]).toEqual({
        helpful_count: 6,
        unhelpful_count: 5,
      })
      expect((await post(`reviews/${id}/vote`, vali.headers, { is_helpful: false })).data.review).toEqual({
        id,
        helpful_count: 5,
        my_vote: false,
      })
      expect(
        (await post(`reviews/${id}/vote`, vali.headers, { is_helpful: null })).data.review.my_vote
      ).toBeNull()

      await times(20, () => post(`reviews/${id}/report`, vali.headers, { reason: "false", note: "yolg‘on" }))
      const state = async () => (await desk("GET", `reviews/${id}`)).data.review
      expect(await state()).toMatchObject({ status: "approved", report_count: 1 })
      await times(2, (index) =>
        service().report({ id, customer_id: `cus_${index}`, reason: "spam", note: null })
      )
      expect(await state()).toMatchObject({ status: "reported", report_count: 3 })
      expect((await desk("GET", "reviews?status=reported")).data.count).toBe(1)
      expect((await list()).data.count).toBe(1)
      await desk("POST", `reviews/${id}/dismiss-reports`, {})
      expect(await state()).toMatchObject({ status: "approved", report_count: 0 })
      await post(`reviews/${id}/report`, vali.headers, { reason: "spam" })
      expect(await state()).toMatchObject({ report_count: 0 })

      const reply = `reviews/${id}/reply`
      const told = events()
      expect((await shop("POST", reply, { text: "Rahmat" }, other)).status).toBe(404)
      expect(errorOf(await shop("POST", reply, { text: "O‘zing axxmoq" }))).toEqual(
        ERROR("REVIEW_REPLY_WORDS")
      )
      expect((await shop("POST", reply, { text: " " })).status).toBe(400)
      await shop("POST", reply, { text: "Rahmat" })
      await shop("POST", reply, { text: "Katta rahmat" })
      expect((await list()).data.reviews[0].reply).toEqual({ text: "Katta rahmat", at: expect.any(String) })
      expect((await shop("GET", "reviews?answered=true&q=yaxshi&stars=5")).data).toMatchObject({
        reviews: [{ id, product: { id: bread.product_id, title: "Tandir noni" }, author_name: "Ali K." }],
        count: 1,
      })
      expect((await shop("GET", "reviews?answered=false")).data.count).toBe(0)
      expect((await shop("GET", "reviews", undefined, other)).data.count).toBe(0)
      expect((await shop("DELETE", reply)).data.review.reply).toBeNull()
      expect(told()).toEqual(["review.replied", "review.replied"])
      await desk("POST", `reviews/${id}/reject`, { reason: "spam" })
      expect(errorOf(await shop("POST", reply, { text: "Rahmat" }))).toEqual(ERROR("REVIEW_NOT_SHOWN"))
    })

    it("keeps at most five photos, encoded anew, that wait for the operator too", async () => {
      await bought()
      const id = await shown(ali)
      const send = async (count: number, who = ali) =>
        call(
          "POST",
          `/store/reviews/${id}/photos`,
          who.headers,
          filesForm(
            await times(count, async (index) => ({ name: `${index}.png`, content: await picture(index) }))
          )
        )
      const broken = filesForm([{ name: "a.png", content: Buffer.from("<svg onload=alert(1)>") }])
      expect(errorOf(await call("POST", `/store/reviews/${id}/photos`, ali.headers, broken))).toEqual(
        ERROR("REVIEW_PHOTO_UNREADABLE")
      )
      expect(errorOf(await post(`reviews/${id}/photos`, ali.headers))).toEqual(ERROR("REVIEW_PHOTO_MISSING"))
      expect(errorOf(await send(6))).toEqual(ERROR("REVIEW_PHOTOS_FULL"))
      expect((await send(1, vali)).status).toBe(404)
      const stored = jest.spyOn(getContainer().resolve(Modules.FILE), "createFiles")
      const replies = await times(3, () => send(2))
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 201, 400])
      const { photos } = (await get("reviews", ali.headers)).data.reviews[0]
      expect(photos).toHaveLength(4)
      expect(stored).toHaveBeenCalled()
      expect((await list("?with_photos=true")).data).toMatchObject({ reviews: [], count: 0 })
      expect((await list()).data.reviews[0].photos).toEqual([])
      expect((await desk("GET", "reviews?status=pending")).data.reviews).toMatchObject([
        { id, is_waiting: true },
      ])
      await desk("POST", `reviews/${id}/approve`, {})
      const seen = (await list("?with_photos=true")).data
      expect([seen.count, seen.reviews[0].photos.length]).toEqual([1, 4])
      expect(Object.keys(seen.reviews[0].photos[0]).sort()).toEqual(["id", "thumbnail_url", "url"])
      const kept = (url: string) => join(process.cwd(), "static", basename(decodeURIComponent(url)))
      expect(readFileSync(kept(photos[0].url)).toString("latin1", 8, 12)).toBe("WEBP")
      expect((await drop(`reviews/${id}/photos/${photos[0].id}`, vali.headers)).status).toBe(404)
      await drop(`reviews/${id}/photos/${photos[0].id}`, ali.headers)
      expect((await list()).data.reviews[0].photos).toHaveLength(3)
      await drop(`reviews/${id}`, ali.headers)
      expect(await sweepReviewPhotos(getContainer())).toBe(4)
      expect(await sweepReviewPhotos(getContainer())).toBe(0)
      expect(photos.some(({ url }: { url: string }) => existsSync(kept(url)))).toBe(false)
    })

    it("lists in every order and by every filter, with two statements", async () => {
      await addReviews([
        { stars: 5, helpful_count: 1, created_at: "2026-11-01" },
        { stars: 1, helpful_count: 7, created_at: "2026-11-02", locale: "ru", quality_stars: 2 },
        { stars: 3, photo_count: 1, created_at: "2026-11-03", quality_stars: 5 },
        { stars: 5, created_at: "2026-11-04", status: "reported" },
        { stars: 1, created_at: "2026-11-05", status: "pending" },
        { stars: 1, created_at: "2026-11-06", status: "rejected" },
      ])
      const ids = async (query: string) => {
        const { data } = await list(query)
        return [data.reviews.map((review: { id: string }) => review.id.at(-1)).join(""), data.count]
      }
      expect(await ids("")).toEqual(["3210", 4])
      expect(await ids("?order=helpful")).toEqual(["1032", 4])
      expect(await ids("?order=-stars")).toEqual(["3021", 4])
      expect(await ids("?order=stars")).toEqual(["1203", 4])
      expect(await ids("?stars=5")).toEqual(["30", 2])
      expect(await ids("?with_photos=true")).toEqual(["2", 1])
      expect(await ids("?locale=ru&stars=1")).toEqual(["1", 1])
      expect(await ids("?limit=2&offset=1")).toEqual(["21", 4])
      expect((await list()).data.summary).toEqual({
        average: 3.5,
        count: 4,
        histogram: { 1: 1, 2: 0, 3: 1, 4: 0, 5: 2 },
        score: 3.1429,
        aspects: { quality: 3.5, match: null, delivery: null },
      })
      for (const query of ["?order=text", "?stars=6", "?with_photos=1", "?limit=101"]) {
        expect((await list(query)).status).toBe(400)
      }
      const statements = await warmStatementsOf(getContainer(), () => list("?order=helpful", ali.headers))
      expect(statements.filter((statement) => /product_review/.test(statement))).toHaveLength(2)
      expect((await productScores(getContainer(), [bread.product_id])).get(bread.product_id)).toMatchObject({
        count: 4,
      })
      await compare()
    })

    it("tells nobody outside of a private company or its goods", async () => {
      await bought()
      const id = await shown(ali)
      await bought({ customer_id: vali.customer_id })
      await sql("update company set is_private = true where id = ?", [company.id])
      const shape = ({ status, data }: Reply, wanted: string) => [
        status,
        JSON.stringify(data).replaceAll(wanted, "ID"),
      ]
      const calls: Array<[string, (wanted: string) => string, string, unknown?]> = [
        ["GET", (wanted) => `companies/${wanted}/rating`, company.id],
        ["POST", (wanted) => `companies/${wanted}/rating`, company.id, { stars: 5 }],
        ["DELETE", (wanted) => `companies/${wanted}/rating`, company.id],
        ["GET", (wanted) => `products/${wanted}/reviews`, bread.product_id],
        ["POST", (wanted) => `products/${wanted}/reviews`, bread.product_id, { stars: 5 }],
        ["POST", (wanted) => `reviews/${wanted}`, id, { stars: 5 }],
        ["DELETE", (wanted) => `reviews/${wanted}`, id],
        ["POST", (wanted) => `reviews/${wanted}/vote`, id, { is_helpful: true }],
        ["POST", (wanted) => `reviews/${wanted}/report`, id, { reason: "spam" }],
      ]
      const before = await everything()
      for (const who of [ali, vali]) {
        for (const [method, path, real, body] of calls) {
          const [hidden, nothing] = [
            await call(method, `/store/${path(real)}`, who.headers, body),
            await call(method, `/store/${path("none_1")}`, who.headers, body),
          ]
          expect([path("ID"), hidden.status]).toEqual([path("ID"), 404])
          expect([path("ID"), shape(hidden, real)]).toEqual([path("ID"), shape(nothing, "none_1")])
        }
        expect((await get("reviews/waiting", who.headers)).data).toMatchObject({ waiting: [], count: 0 })
        expect((await get("reviews", who.headers)).data).toMatchObject({ reviews: [], count: 0 })
      }
      expect(await everything()).toBe(before)
      await sql(
        `insert into company_access (id, company_id, customer_id, granted_at, source) values ('cacc_1', ?, ?, now(), 'code')`,
        [company.id, vali.customer_id]
      )
      expect((await list("", vali.headers)).data.count).toBe(1)
      expect((await get("reviews/waiting", vali.headers)).data.count).toBe(1)
      expect((await rate(vali.headers, 5)).status).toBe(200)
    })

    it("lets nobody write without end", async () => {
      jest.restoreAllMocks()
      await bought()
      const replies = await times(62, () => rate(ali.headers, 5))
      const refused = replies.filter(({ status }) => status !== 200)
      expect(refused).toHaveLength(2)
      expect(errorOf(refused[0])).toEqual(ERROR("REVIEW_TOO_OFTEN"))
    })

    it("stores what a count of the rows would give, whatever has happened; a rebuild changes nothing", async () => {
      const person = fc.integer({ min: 1, max: 3 }).map((n) => `cus_${n}`)
      const stars = fc.integer({ min: 1, max: 5 })
      const content = (n: number) => ({
        stars: n,
        title: null,
        text: null,
        pros: null,
        cons: null,
        quality_stars: n > 2 ? n : null,
        match_stars: null,
        delivery_stars: 6 - n,
        locale: "uz" as const,
      })
      const customer = (customer_id: string) => ({ customer_id, company_id: company.id })
      const own = async (customer_id: string) =>
        (
          await sql("select id from product_review where customer_id = ? and deleted_at is null", [
            customer_id,
          ])
        )[0]?.id as string | undefined
      const onReview = (work: (id: string, customer_id: string, n: number) => Promise<unknown>) =>
        fc.tuple(person, stars).map(([who, n]) => async () => {
          const id = await own(who)
          return id && work(id, who, n)
        })
      const move = fc.oneof(
        fc.tuple(person, stars).map(
          ([who, n]) =>
            () =>
              service().rate({ ...customer(who), stars: n, company_order_id: null })
        ),
        person.map((who) => () => service().unrate(customer(who))),
        fc.tuple(person, stars).map(
          ([who, n]) =>
            () =>
              service()
                .writeReview({
                  ...content(n),
                  ...customer(who),
                  product_id: bread.product_id,
                  company_order_id: null,
                  variant_id: null,
                  variant_title: null,
                })
                .catch(() => undefined)
        ),
        onReview((id, customer_id, n) => service().editReview({ id, customer_id, content: content(n) })),
        onReview((id, customer_id) => service().removeReview({ id, customer_id })),
        onReview((id) => service().approve({ id, user_id: "user_1" })),
        onReview((id) => service().approve({ id, user_id: "user_1" })),
        onReview((id) => service().reject({ id, user_id: "user_1", reason: "x" })),
        onReview((id, _, n) =>
          service()
            .vote({ id, customer_id: `cus_v${n}`, is_helpful: n > 2 })
            .catch(() => undefined)
        ),
        onReview((id, _, n) =>
          service()
            .report({ id, customer_id: `cus_v${n}`, reason: "spam", note: null })
            .catch(() => undefined)
        ),
        fc.constant(() => service().refreshPriors()),
        fc.boolean().map((is) => async () => moderate(is))
      )
      const stored = () =>
        Promise.all([
          sql("select * from company_rating_stat where count > 0 order by 1"),
          sql("select * from product_review_stat where count > 0 order by 1"),
          sql(
            "select id, helpful_count, unhelpful_count, photo_count, report_count from product_review where deleted_at is null order by 1"
          ),
        ])
      const knex = dbConnection as unknown as {
        transaction: <T>(work: (trx: typeof db) => Promise<T>) => Promise<T>
      }
      await fc.assert(
        fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 25 }), async (moves) => {
          for (const make of moves) {
            await make()
          }
          await compare()
          await service().refreshPriors()
          const before = await stored()
          await knex.transaction((trx) => rebuildFigures((statement, values) => trx.raw(statement, values)))
          expect(await stored()).toEqual(before)
          await compare()
        }),
        { numRuns: 12 }
      )
    })
  },
})
