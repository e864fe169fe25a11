import { Modules } from "@medusajs/framework/utils"
import { rateLimit } from "../../src/lib/rate-limit"
import { LikeEvents } from "../../src/modules/like/events"
import { MOST_LIKES, MOST_LISTS } from "../../src/modules/like/lib/limits"
import { forgetOldLikes, guestLikes, likesOf, tellLikeNews, watchEverything } from "../../src/workflows/like"
import { followerCounts, likeCounts } from "../../src/workflows/like/queries"
import {
  Api,
  attempt,
  createCompany,
  createListing,
  createShopper,
  Reply,
  setUpMarket,
} from "../support/market"
import { warmStatementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

type Headers = Record<string, string>

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as {
      raw: <Row>(statement: string, values?: unknown[]) => Promise<{ rows: Row[] }>
    }
    let company: Awaited<ReturnType<typeof createCompany>>
    let secret: Awaited<ReturnType<typeof createCompany>>
    let nobody: Headers
    let ali: { customer_id: string; headers: Headers }
    let vali: { customer_id: string; headers: Headers }
    let goods: Array<Awaited<ReturnType<typeof createListing>>>
    let hidden: Awaited<ReturnType<typeof createListing>>

    const call = async (method: string, path: string, headers: Headers, data?: unknown) =>
      attempt(api.request({ method, url: `/store/${path}`, headers, data }))
    const get = (path: string, headers: Headers) => call("GET", path, headers)
    const post = (path: string, headers: Headers, body: unknown = {}) => call("POST", path, headers, body)
    const drop = (path: string, headers: Headers) => call("DELETE", path, headers)
    const like = (headers: Headers, product_id: string) => post("likes", headers, { product_id })
    const unlike = (headers: Headers, product_id: string) => drop(`likes/${product_id}`, headers)
    const likedBy = async (headers: Headers) =>
      (await get("likes", headers)).data.likes.map(({ product_id }: { product_id: string }) => product_id)
    const errorOf = ({ status, data }: Reply) => [status, data.code ?? data.type]
    /** Message with the id that was asked for taken out: one must not tell more than another. */
    const shapeOf = ({ status, data }: Reply, id: string) => [
      status,
      JSON.stringify(data).replaceAll(id, "<id>"),
    ]
    const times = <T>(count: number, work: (index: number) => Promise<T>) =>
      Promise.all(Array.from({ length: count }, (_, index) => work(index)))
    const guest = async (product_id: string): Promise<Headers> => {
      const { data } = await like(nobody, product_id)
      return { ...nobody, "x-visitor-token": data.visitor_token }
    }
    const countOf = async (product_id: string) =>
      (await get(`products/${product_id}/likes`, nobody)).data.like_count
    /** What a count from the rows would find wrong. */
    const wrongCounts = () => likesOf(getContainer()).rebuild()
    const join = (customer_id: string) =>
      db.raw(
        `insert into company_access (id, company_id, customer_id, granted_at, source) values (?, ?, ?, now(), 'code')`,
        [`acc_${customer_id}`, secret.id, customer_id]
      )

    beforeAll(async () => {
      const container = getContainer()
      const market = await setUpMarket(container, api)
      nobody = { "x-publishable-api-key": market.publishable_key }
      company = await createCompany(container, api, "Baraka")
      secret = await createCompany(container, api, "Maxfiy")
      goods = []
      for (const name of ["Choy", "Non", "Sut"]) {
        goods.push(
          await createListing(container, company.id, { name, cost: 10_000, markup_percent: 20, stock: 5 })
        )
      }
      hidden = await createListing(container, secret.id, { name: "Maxfiy choy" })
      await db.raw(`update company set is_private = true, code = 'MAXFIY1' where id = ?`, [secret.id])
      ali = await createShopper(container, api, "ali@example.com", market.publishable_key)
      vali = await createShopper(container, api, "vali@example.com", market.publishable_key)
    })

    it("twenty calls at once leave exact counters, by one owner and by twenty", async () => {
      const [choy, non] = goods.map(({ product_id }) => product_id)
      const answers = await times(20, () => like(ali.headers, choy))
      expect(answers.map(({ status, data }) => [status, data.like.is_liked])).toEqual(
        answers.map(() => [200, true])
      )
      expect(await countOf(choy)).toBe(1)
      // Likes and takes back, in whatever order: what stands at the end is what is counted.
      await times(20, (index) => (index % 2 ? like : unlike)(ali.headers, choy))
      expect(await countOf(choy)).toBe((await likedBy(ali.headers)).length)

      const guests = await times(20, () => guest(non))
      expect(await countOf(non)).toBe(20)
      await times(20, (index) => unlike(guests[index], non))
      expect(await countOf(non)).toBe(0)
      expect((await unlike(guests[0], non)).data.like).toEqual({
        product_id: non,
        is_liked: false,
        like_count: 0,
      })

      // Everything at once: nobody waits for anybody in a circle, and nothing is lost.
      const mixed = await times(60, async (index) => {
        const both = { ...ali.headers, "x-visitor-token": guests[index % 5]["x-visitor-token"] }
        const { product_id } = goods[index % 3]
        const works = [
          () => like(guests[index % 5], product_id),
          () => post("likes/merge", both),
          () => unlike(guests[(index + 1) % 5], product_id),
          () => (index % 2 ? like : unlike)(ali.headers, product_id),
          () => watchEverything(getContainer()).then(() => ({ status: 200 })),
          () => (index === 5 ? wrongCounts() : get("likes", both)).then(() => ({ status: 200 })),
        ]
        return (await works[index % works.length]()).status
      })
      expect(mixed).toEqual(mixed.map(() => 200))
      await times(5, (index) => Promise.all(goods.map(({ product_id }) => unlike(guests[index], product_id))))

      await times(20, (index) => (index % 3 ? post : drop)(`companies/${company.id}/follow`, ali.headers))
      await times(20, () => post(`companies/${company.id}/follow`, vali.headers))
      const { count } = (await get("follows", ali.headers)).data
      expect(await followerCounts(getContainer(), [company.id])).toEqual(new Map([[company.id, 1 + count]]))
      expect(await wrongCounts()).toEqual([])
    })

    it("lists newest first with paging, checks, and refuses what is wrong", async () => {
      const ids = goods.map(({ product_id }) => product_id)
      for (const id of ids) {
        await like(ali.headers, id)
      }
      const first = await get("likes?limit=2", ali.headers)
      expect(first.data).toMatchObject({ count: 3, offset: 0, limit: 2 })
      expect(first.data.likes.map(({ product_id }: { product_id: string }) => product_id)).toEqual([
        ids[2],
        ids[1],
      ])
      expect(first.data.likes[0].product).toEqual({
        id: ids[2],
        title: "Sut",
        handle: expect.any(String),
        thumbnail: null,
        company: { id: company.id, name: "Baraka", handle: company.handle },
      })
      const second = await get("likes?limit=2&offset=2", ali.headers)
      expect(second.data.likes.map(({ product_id }: { product_id: string }) => product_id)).toEqual([ids[0]])
      const check = `likes/check?product_id=${ids[1]},prod_none,${ids[0]}`
      expect((await get(check, ali.headers)).data).toEqual({ product_ids: [ids[1], ids[0]] })
      expect((await get(check, nobody)).data).toEqual({ product_ids: [] })
      expect((await get("likes", nobody)).data).toMatchObject({ likes: [], count: 0 })
      expect((await get(`products/${ids[0]}/likes`, ali.headers)).data).toEqual({
        like_count: 1,
        is_liked: true,
      })
      expect((await get(`products/${ids[0]}/likes`, nobody)).data).toEqual({ like_count: 1, is_liked: false })

      // Hidden goods leave the list and its count; the like stays and comes back with them.
      await db.raw(`update listing set is_visible = false where id = ?`, [goods[1].id])
      expect((await get("likes", ali.headers)).data.count).toBe(2)
      expect(await likedBy(ali.headers)).toEqual([ids[2], ids[0]])
      expect((await get(check, ali.headers)).data).toEqual({ product_ids: [ids[0]] })
      await db.raw(`update listing set is_visible = true where id = ?`, [goods[1].id])
      expect(await likedBy(ali.headers)).toEqual([ids[2], ids[1], ids[0]])

      const refused = [
        await like(ali.headers, "prod_none"),
        await unlike(ali.headers, "prod_none"),
        await post("likes", ali.headers, { product_id: ids[0], customer_id: vali.customer_id }),
        await post("likes", ali.headers, { product_id: "a\u0000b" }),
        await get(`likes/check?product_id=${Array.from({ length: 101 }, () => "a").join()}`, ali.headers),
        await post("likes/merge", nobody),
        await post("companies/comp_none/follow", ali.headers),
        await post(`companies/${company.id}/follow`, nobody),
      ]
      expect(refused.map(({ status }) => status)).toEqual([404, 404, 400, 400, 400, 401, 404, 401])
      expect(await likeCounts(getContainer(), [...ids, "prod_none"])).toEqual(
        new Map([...ids.map((id): [string, number] => [id, 1]), ["prod_none", 0]])
      )

      const container = getContainer()
      const count = async (work: (turn: number) => Promise<unknown>) =>
        (await warmStatementsOf(container, work)).length
      const toggles = await count((turn) => (turn % 2 ? like : unlike)(ali.headers, ids[0]))
      console.info(`like toggle: ${toggles} statements`)
      expect(toggles).toBeLessThanOrEqual(3)
      const visitor = { ...ali.headers, "x-visitor-token": (await guest(ids[0]))["x-visitor-token"] }
      expect(await count((turn) => (turn % 2 ? like : unlike)(visitor, ids[0]))).toBeLessThanOrEqual(3)
      expect(await count(() => get("likes", ali.headers))).toBeLessThanOrEqual(3)
    })

    it("what a visitor liked becomes the customer's once, and nobody else's", async () => {
      const [choy, non, sut] = goods.map(({ product_id }) => product_id)
      const visitor = await guest(choy)
      expect((await like(visitor, non)).data).not.toHaveProperty("visitor_token")
      expect(await likedBy(visitor)).toEqual([non, choy])
      await like(ali.headers, non)
      await like(ali.headers, sut)
      expect(await countOf(non)).toBe(2)
      const token = visitor["x-visitor-token"]

      // A token that somebody has made up, or changed, is no visitor.
      const forged = { ...ali.headers, "x-visitor-token": `${token.split(".")[0]}.AAAAAAAAAAAAAAAAAAAAAAAA` }
      expect((await post("likes/merge", forged)).data).toEqual({ merged: 0 })

      const merges = await times(20, () => post("likes/merge", { ...ali.headers, "x-visitor-token": token }))
      expect(merges.map(({ data }) => data.merged).sort()).toEqual([...merges.slice(1).map(() => 0), 1])
      expect((await likedBy(ali.headers)).sort()).toEqual([choy, non, sut].sort())
      expect([await countOf(choy), await countOf(non), await countOf(sut)]).toEqual([1, 1, 1])
      expect(await likedBy(visitor)).toEqual([])
      // Somebody else at the same browser gets nothing of it.
      expect((await post("likes/merge", { ...vali.headers, "x-visitor-token": token })).data).toEqual({
        merged: 0,
      })
      expect(await likedBy({ ...vali.headers, "x-visitor-token": token })).toEqual([])

      // It happens by itself with any call that has both; a customer who has room for one more gets the newest.
      const late = await guest(choy)
      await like(late, non)
      await db.raw(
        `insert into product_like (owner_id, product_id) select ?, 'prod_' || n from generate_series(2, ?::int) n`,
        [vali.customer_id, MOST_LIKES]
      )
      expect(await wrongCounts()).toHaveLength(MOST_LIKES > 1_000 ? 1_001 : MOST_LIKES)
      expect(await likedBy({ ...vali.headers, ...late, authorization: vali.headers.authorization })).toEqual([
        non,
      ])
      expect(await countOf(choy)).toBe(1)
      expect(errorOf(await like(vali.headers, choy))).toEqual([400, "LIKES_FULL"])
      expect(await countOf(choy)).toBe(1)
      expect((await like(vali.headers, non)).status).toBe(200)

      // Visitors who never come back are forgotten; customers are not.
      const old = await guest(sut)
      await db.raw(
        `update product_like set liked_at = now() - interval '181 days' where owner_id like 'vis\\_%'`
      )
      await db.raw(`update product_like set liked_at = now() - interval '181 days' where owner_id = ?`, [
        ali.customer_id,
      ])
      expect(await forgetOldLikes(getContainer(), Date.now())).toBe(1)
      expect(await likedBy(old)).toEqual([])
      expect(await likedBy(ali.headers)).toHaveLength(3)
      expect(await wrongCounts()).toEqual([])

      // The limit itself is told, not used up: other suites come from this address too.
      const limit = rateLimit(likesOf(getContainer()).options.redis_url)
      const take = jest.spyOn(limit, "take").mockResolvedValueOnce(false)
      const guests = jest.spyOn(guestLikes, "take")
      expect(errorOf(await like(nobody, choy))).toEqual([400, "LIKE_TOO_MANY_VISITORS"])
      expect(take).toHaveBeenCalledWith(expect.stringMatching(/^like-visitor:.+/), 100, 600)
      take.mockClear()
      // A token costs nothing, wherever it comes from: what counts is how often its address uses one on the same goods.
      guests.mockResolvedValueOnce(false)
      const before = await countOf(sut)
      expect(errorOf(await like(visitor, sut))).toEqual([400, "LIKE_TOO_MANY_VISITORS"])
      expect(guests).toHaveBeenLastCalledWith(expect.stringContaining(` ${sut}`), 60, 3_600)
      expect(await countOf(sut)).toBe(before)
      guests.mockClear()
      await like(ali.headers, choy)
      expect([take.mock.calls, guests.mock.calls]).toEqual([[], []])
      guests.mockRestore()
      take.mockRestore()
    })

    it("named lists belong to their customer, and their secret address can be taken back", async () => {
      const [choy, non, sut] = goods.map(({ product_id }) => product_id)
      const made = await post("like-lists", ali.headers, { name: " To‘yga " })
      expect([made.status, made.data.like_list]).toEqual([
        201,
        {
          id: expect.stringMatching(/^llst_/),
          name: "To‘yga",
          is_shared: false,
          item_count: 0,
          created_at: expect.any(String),
        },
      ])
      const list = `like-lists/${made.data.like_list.id}`
      await join(ali.customer_id)
      for (const product_id of [choy, non, hidden.product_id]) {
        const added = await times(3, () => post(`${list}/items`, ali.headers, { product_id }))
        expect(added.map(errorOf)).toEqual(added.map(() => [200, undefined]))
      }
      expect((await post(list, ali.headers, { name: "Sovg‘a" })).data.like_list).toMatchObject({
        name: "Sovg‘a",
        item_count: 3,
      })
      const read = (await get(`${list}?limit=2`, ali.headers)).data
      expect([read.count, read.like_list.items.length, read.like_list.item_count]).toEqual([3, 2, 3])
      expect((await get("like-lists", ali.headers)).data).toMatchObject({
        count: 1,
        like_lists: [{ item_count: 3 }],
      })

      // Another customer's list is not there; nor are goods that do not exist.
      const foreign = [
        await get(list, vali.headers),
        await post(list, vali.headers, { name: "x" }),
        await post(`${list}/items`, vali.headers, { product_id: sut }),
        await drop(`${list}/items/${choy}`, vali.headers),
        await post(`${list}/share`, vali.headers),
        await drop(`${list}/share`, vali.headers),
        await drop(list, vali.headers),
        await post(`${list}/items`, ali.headers, { product_id: "prod_none" }),
      ]
      expect(foreign.map(({ status }) => status)).toEqual(foreign.map(() => 404))

      const shared = async (headers: Headers, token: string) => get(`shared-lists/${token}`, headers)
      const first = (await post(`${list}/share`, ali.headers)).data.share.token
      const second = (await post(`${list}/share`, ali.headers)).data.share.token
      expect((await shared(nobody, first)).status).toBe(404)
      const strange = (await shared(nobody, second)).data
      // The reader's own eyes count, not those of who made it.
      expect(strange).toMatchObject({ count: 2, shared_list: { name: "Sovg‘a" } })
      expect(JSON.stringify(strange)).not.toMatch(
        new RegExp(`${hidden.product_id}|${secret.id}|${ali.customer_id}`)
      )
      expect((await shared(vali.headers, second)).data.count).toBe(2)
      expect((await shared(ali.headers, second)).data.count).toBe(3)
      const { rows } = await db.raw<{ share_hash: string }>(`select share_hash from like_list`)
      expect(rows[0].share_hash).toMatch(/^[0-9a-f]{64}$/)
      expect(rows[0].share_hash).not.toBe(second)
      await drop(`${list}/share`, ali.headers)
      expect(shapeOf(await shared(nobody, second), second)).toEqual(
        shapeOf(await shared(nobody, "nonsense"), "nonsense")
      )

      expect((await drop(`${list}/items/${choy}`, ali.headers)).data.like_list.item_count).toBe(2)
      expect((await drop(`${list}/items/${choy}`, ali.headers)).data.like_list.item_count).toBe(2)
      const lists = await times(MOST_LISTS + 10, (index) =>
        post("like-lists", ali.headers, { name: `${index}` })
      )
      expect(lists.filter(({ status }) => status === 201)).toHaveLength(MOST_LISTS - 1)
      expect(errorOf(lists.find(({ status }) => status !== 201)!)).toEqual([400, "LIKE_LISTS_FULL"])
      await db.raw(`update like_list set item_count = 1000 where name = 'Sovg‘a'`)
      const full = await times(2, () => post(`${list}/items`, ali.headers, { product_id: sut }))
      expect(full.map(errorOf)).toEqual([
        [400, "LIKE_LIST_FULL"],
        [400, "LIKE_LIST_FULL"],
      ])
      expect(await wrongCounts()).toEqual([
        { counter: "goods of a list", id: made.data.like_list.id, was: 1000, is: 2 },
      ])
      expect((await drop(list, ali.headers)).data).toMatchObject({ deleted: true })
      expect((await get("like-lists", ali.headers)).data.count).toBe(MOST_LISTS - 1)
      expect(await wrongCounts()).toEqual([])
    })

    it("a private company's goods are liked and followed by its members, and are nothing to others", async () => {
      const { product_id } = hidden
      const probes: Array<[string, (headers: Headers, id: string) => Promise<Reply>]> = [
        [product_id, (headers, id) => like(headers, id)],
        [product_id, (headers, id) => unlike(headers, id)],
        [product_id, (headers, id) => get(`products/${id}/likes`, headers)],
        [product_id, (headers, id) => get(`likes/check?product_id=${id}`, headers)],
        [secret.id, (headers, id) => post(`companies/${id}/follow`, headers)],
        [secret.id, (headers, id) => drop(`companies/${id}/follow`, headers)],
      ]
      for (const [id, probe] of probes) {
        for (const headers of [nobody, vali.headers]) {
          expect(shapeOf(await probe(headers, id), id)).toEqual(
            shapeOf(await probe(headers, "x_none"), "x_none")
          )
        }
      }
      expect(
        (await db.raw(`select 1 from product_like union all select 1 from company_follow`)).rows
      ).toEqual([])

      await join(ali.customer_id)
      expect((await like(ali.headers, product_id)).data.like.like_count).toBe(1)
      expect((await post(`companies/${secret.id}/follow`, ali.headers)).data.follow).toEqual({
        company_id: secret.id,
        is_following: true,
        follower_count: 1,
      })
      expect((await get("follows", ali.headers)).data).toMatchObject({
        count: 1,
        follows: [{ company_id: secret.id, company: { name: "Maxfiy", logo_url: null } }],
      })
      expect(await likedBy(ali.headers)).toEqual([product_id])

      // A member no more: neither list nor count knows of it.
      await db.raw(`update company_access set revoked_at = now()`)
      expect((await get("likes", ali.headers)).data).toMatchObject({ likes: [], count: 0 })
      expect((await get("follows", ali.headers)).data).toMatchObject({ follows: [], count: 0 })
      for (const [id, probe] of probes) {
        expect(shapeOf(await probe(ali.headers, id), id)).toEqual(
          shapeOf(await probe(ali.headers, "x_none"), "x_none")
        )
      }
    })

    it("who likes goods hears once when they get cheaper or come back, whatever dies in between", async () => {
      const container = getContainer()
      const [choy, non] = goods
      const emit = jest.spyOn(container.resolve(Modules.EVENT_BUS), "emit")
      const heard = () =>
        emit.mock.calls
          .flatMap(
            ([messages]) => messages as unknown as Array<{ name: string; data: Record<string, unknown> }>
          )
          .filter(({ name }) => name === LikeEvents.PRICE_DROPPED || name === LikeEvents.BACK_IN_STOCK)
          .map(({ name, data: { id: _, ...data } }) => ({ name, data }))
      const setPrice = (price: number) =>
        db.raw(`update listing_variant set price = ? where variant_id = ?`, [price, choy.variant_id])
      const setStock = (stocked: number, reserved: number) =>
        db.raw(
          `update inventory_level set stocked_quantity = ?, raw_stocked_quantity = jsonb_build_object('value', ?::text),
             reserved_quantity = ?, raw_reserved_quantity = jsonb_build_object('value', ?::text) where inventory_item_id = ?`,
          [stocked, String(stocked), reserved, String(reserved), choy.inventory_item_id]
        )
      const look = async () => {
        emit.mockClear()
        await times(5, () => watchEverything(container))
        await times(5, () => tellLikeNews(container))
        return heard()
      }
      const { product_id, variant_id } = choy
      await like(ali.headers, product_id)
      // Goods that nobody likes are not looked at.
      await db.raw(`update listing_variant set price = 1 where variant_id = ?`, [non.variant_id])
      expect(await look()).toEqual([])
      await setPrice(9_000)
      const dropped = { product_id, variant_id, currency_code: "uzs", from: 12_000, to: 9_000 }
      expect(await look()).toEqual([{ name: LikeEvents.PRICE_DROPPED, data: dropped }])
      await setPrice(15_000)
      // Five pieces that are all promised are none.
      await setStock(5, 5)
      expect(await look()).toEqual([])
      await setStock(6, 5)
      await setPrice(14_000)
      // The process dies after it has noticed: the next one tells, and tells once.
      emit.mockImplementationOnce(() => Promise.reject(new Error("bus is away")))
      await watchEverything(container)
      await expect(tellLikeNews(container)).rejects.toThrow("bus is away")
      expect(await look()).toEqual([
        { name: LikeEvents.BACK_IN_STOCK, data: { product_id, variant_id } },
        {
          name: LikeEvents.PRICE_DROPPED,
          data: { product_id, variant_id, currency_code: "uzs", from: 15_000, to: 14_000 },
        },
      ])
      // Hidden goods keep what was seen of them.
      await db.raw(`update listing set is_visible = false where id = ?`, [choy.id])
      await setPrice(13_000)
      expect(await look()).toEqual([])
      await db.raw(`update listing set is_visible = true where id = ?`, [choy.id])
      expect(await look()).toHaveLength(1)
      // The company's own change tells at once, without the job.
      emit.mockClear()
      await api.post(
        `/merchant/listings/${choy.id}`,
        { cost: 1_000, markup_percent: 10 },
        company.owner.headers
      )
      for (let attempt = 0; attempt < 60 && heard().length === 0; attempt++) {
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      expect(heard()).toMatchObject([{ name: LikeEvents.PRICE_DROPPED, data: { to: 1_100 } }])
      const statements = await warmStatementsOf(container, () => watchEverything(container))
      expect(statements.length).toBeLessThanOrEqual(5)

      emit.mockClear()
      await like(ali.headers, product_id)
      await unlike(ali.headers, product_id)
      await unlike(ali.headers, product_id)
      await post(`companies/${company.id}/follow`, ali.headers)
      await post(`companies/${company.id}/follow`, ali.headers)
      expect(emit.mock.calls.map(([message]) => (message as unknown as { name: string }).name)).toEqual([
        LikeEvents.REMOVED,
        LikeEvents.FOLLOWED,
      ])
      emit.mockRestore()
    })
  },
})
