import { utils, write, read } from "@e965/xlsx"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { EXCHANGE_MODULE } from "../../src/modules/exchange"
import { markedHandle } from "../../src/workflows/exchange/lib/goods"
import { applyImport, resumeImports } from "../../src/workflows/exchange"
import { createListingWorkflow } from "../../src/workflows/listing"
import {
  Api,
  attempt,
  createCompany,
  createListing,
  createMember,
  nextEan,
  Reply,
  setUpMarket,
  TestCompany,
} from "../support/market"
import { testMarket } from "../support/suite"

type Db = { raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }
type Cell = string | number | null
type Headers = { headers: Record<string, string> }

const HEAD = ["Nomi", "Tannarx", "Ustama %", "Shtrix-kod", "Do‘kon kodi", "Qoldiq"]

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as Db
    let baraka: TestCompany
    let texno: TestCompany
    let market: Awaited<ReturnType<typeof setUpMarket>>

    const csv = (lines: Cell[][]) => lines.map((line) => line.map((cell) => cell ?? "").join(";")).join("\n")
    const xlsx = (lines: Cell[][]) => {
      const book = utils.book_new()
      utils.book_append_sheet(book, utils.aoa_to_sheet(lines), "1")
      return write(book, { type: "buffer", bookType: "xlsx" }) as Buffer
    }
    const send = (content: string | Buffer, who: Headers = baraka.owner.headers, name = "tovarlar.csv") => {
      const form = new FormData()
      form.append("file", new Blob([content as never]), name)
      return attempt(api.post("/merchant/imports", form, who))
    }
    const upload = async (lines: Cell[][], who?: Headers) => {
      const { status, data } = await send(csv(lines), who)
      expect([status, data]).toEqual([201, data])
      return data.import
    }
    const get = async (path: string, who: Headers = baraka.owner.headers) =>
      (await api.get(`/merchant/imports${path}`, who)).data
    const rowsOf = async (id: string, query = "") => (await get(`/${id}/rows?limit=100&lang=en${query}`)).rows
    const post = (path: string, body: object = {}, who: Headers = baraka.owner.headers) =>
      attempt(api.post(`/merchant/imports/${path}`, body, who))
    const errorsOf = async (id: string) =>
      (await rowsOf(id)).map(
        ({ errors }: { errors: Array<{ field: string; code: string }> }) =>
          errors.map(({ field, code }) => `${field}:${code}`).join() || null
      )
    const codeOf = ({ status, data }: Reply) => [status, data.code]
    const count = async (table: string) => {
      const { rows } = await db.raw<{ count: string }>(
        `select count(*) as count from "${table}" where deleted_at is null`
      )
      return Number(rows[0].count)
    }
    const MADE = ["product", "product_variant", "listing", "listing_variant", "inventory_item", "price_set"]
    const countAll = async () =>
      Object.fromEntries(await Promise.all(MADE.map(async (t) => [t, await count(t)])))

    /** Waits until an import is past applying. */
    const settled = async (id: string, who?: Headers) => {
      for (let attempt = 0; attempt < 300; attempt++) {
        const found = (await get(`/${id}`, who)).import
        if (found.status !== "applying") {
          return found
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error(`import ${id} is still being applied`)
    }
    const apply = async (id: string, who?: Headers) => {
      expect((await post(`${id}/apply`, {}, who)).status).toBe(202)
      return settled(id, who)
    }
    const listing = async (q: string, who = baraka.owner.headers) =>
      (await api.get(`/merchant/listings?q=${encodeURIComponent(q)}`, who)).data.listings[0]

    beforeAll(async () => {
      market = await setUpMarket(getContainer(), api)
      baraka = await createCompany(getContainer(), api, "Baraka Market")
      texno = await createCompany(getContainer(), api, "TexnoOlam")
    })

    describe("a file", () => {
      it("is guessed, checked, applied, and found unchanged the next time", async () => {
        const lines = [
          [...HEAD, "Toifa", "Ko‘rinadi"],
          ["Qatiq", "12 500 so‘m", "20", nextEan(), "Q-1", 40, "Sut mahsulotlari", "ha"],
          ["Tvorog", "20000,50", "10%", "", "", "", "", "yo‘q"],
        ]
        const made = await upload(lines)
        expect(made).toMatchObject({
          id: expect.stringMatching(/^imp_/),
          status: "checked",
          file_name: "tovarlar.csv",
          file_type: "csv",
          rows: 2,
          mapping: {
            name_uz: 0,
            cost: 1,
            markup_percent: 2,
            barcode: 3,
            shop_code: 4,
            stock: 5,
            category: 6,
            is_visible: 7,
          },
          counts: { create: 2, update: 0, unchanged: 0, error: 0, applied: 0 },
          progress: { total: 0, done: 0 },
        })
        expect(made.columns[1]).toEqual({ index: 1, header: "Tannarx", sample: ["12 500 so‘m", "20000,50"] })
        expect(await rowsOf(made.id)).toMatchObject([
          { number: 2, status: "create", values: { name_uz: "Qatiq", cost: "12 500 so‘m" }, errors: [] },
          { number: 3, status: "create", applied_at: null },
        ])
        expect(await count("listing")).toBe(0)
        expect(await apply(made.id)).toMatchObject({
          status: "done",
          counts: { create: 2, applied: 2 },
          progress: { total: 2, done: 2 },
        })
        expect(await listing("Qatiq")).toMatchObject({
          name: { uz: "Qatiq" },
          category_id: market.categories.get("Sut mahsulotlari"),
          stocked: 40,
          is_visible: true,
          variants: [{ cost: 12_500, markup_percent: 20, price: 15_000, shop_code: "Q-1" }],
        })
        expect(await listing("Tvorog")).toMatchObject({
          is_visible: false,
          stocked: 0,
          variants: [{ cost: 20_000.5, price: 22_001 }],
        })
        expect((await upload(lines)).counts).toMatchObject({ create: 0, unchanged: 2 })
      })

      it("may be a workbook, whatever its name says", async () => {
        const content = xlsx([HEAD, ["Non", 4000, 25, Number(nextEan()), 7, 10]])
        const { status, data } = await send(content, undefined, "rasm.png")
        expect([status, data.import.file_type, data.import.counts.create]).toEqual([201, "xlsx", 1])
        expect(await rowsOf(data.import.id)).toMatchObject([{ values: { shop_code: "7" } }])
      })

      it("that cannot be one is refused, and nothing is kept", async () => {
        const before = await count("exchange_import")
        expect(codeOf(await send(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])))).toEqual([
          400,
          "IMPORT_FILE_TYPE",
        ])
        expect(codeOf(await send("Nomi;Narxi\n"))).toEqual([400, "IMPORT_FILE_EMPTY"])
        expect(codeOf(await send(`Nomi\n${"x\n".repeat(10_001)}`))).toEqual([400, "IMPORT_TOO_MANY_ROWS"])
        expect(codeOf(await send(Buffer.from("PK\x03\x04buzuq", "latin1")))).toEqual([
          400,
          "IMPORT_FILE_UNREADABLE",
        ])
        expect(codeOf(await send(Buffer.alloc(11 * 1024 * 1024, "a")))).toEqual([
          400,
          "IMPORT_FILE_TOO_LARGE",
        ])
        expect(codeOf(await post("", { file: "x" }))).toEqual([400, "IMPORT_FILE_MISSING"])
        const form = new FormData()
        form.append("boshqa", new Blob(["Nomi\nNon"]), "a.csv")
        expect(codeOf(await attempt(api.post("/merchant/imports", form, baraka.owner.headers)))).toEqual([
          400,
          "IMPORT_FILE_MISSING",
        ])
        expect(await count("exchange_import")).toBe(before)
      })

      it("of a company that is not approved is refused", async () => {
        const pending = await createCompany(getContainer(), api, "Kutayotgan", { isApproved: false })
        expect(codeOf(await send(csv([HEAD, ["Non", 1, 1]]), pending.owner.headers))).toEqual([
          400,
          "COMPANY_NOT_APPROVED",
        ])
      })
    })

    describe("rows", () => {
      it("say all that is wrong with them, and the others are applied", async () => {
        const ean = nextEan()
        const other = nextEan()
        await createListing(getContainer(), baraka.id, { name: "Bor", barcode: ean })
        await createListing(getContainer(), baraka.id, { name: "Boshqa", barcode: other })
        const { rows } = await db.raw<{ id: string }>("select id from listing_variant where barcode = ?", [
          other,
        ])
        await db.raw("update listing_variant set shop_code = 'B-1' where id = ?", [rows[0].id])
        const made = await upload([
          HEAD,
          ["", 100, 10, "", "E-1", 1],
          ["Tuz", "ming", 10, "8,6E+12", "e 2!", "1,5"],
          ["Bor", 10_000, 20, ean, "B-1", 1],
          ["Guruch", 12_000, 1000, "", "E-3", 1],
          ["Un", 7_000, 10, "", "E-4", 1],
          ["Un 2", 7_000, 10, "", "E-4", 1],
          ["=HYPERLINK(1)", "", "", "", "", -1],
        ])
        expect(await errorsOf(made.id)).toEqual([
          "name_uz:required",
          "cost:not_a_number,barcode:rounded_by_sheet,shop_code:shop_code_wrong,stock:not_whole",
          "barcode:codes_differ",
          "markup_percent:out_of_range",
          null,
          "shop_code:twice_in_file",
          "stock:out_of_range",
        ])
        expect(made.counts).toEqual({ create: 1, update: 0, unchanged: 0, error: 6, applied: 0 })
        const errors = await get(`/${made.id}/rows?status=error&lang=ru&limit=1&offset=5`)
        expect([errors.count, errors.rows[0].errors[0].message]).toEqual([6, "Должно быть от 0 до 1000000"])
        expect(await apply(made.id)).toMatchObject({
          status: "done",
          counts: { create: 1, error: 6, applied: 1 },
        })
        const { data } = await api.get(
          `/merchant/imports/${made.id}/errors?format=csv&lang=en`,
          baraka.owner.headers
        )
        const lines = data.split("\r\n")
        expect(lines).toHaveLength(8)
        expect(lines[0].split(",").at(-1)).toBe("Reason")
        expect(lines[1]).toContain("Name (uz): Has to be filled in")
        expect(lines[6]).toContain("'=HYPERLINK(1)")
      })

      it("can be read with other columns", async () => {
        const made = await upload([
          ["A", "B", "C"],
          ["Asal", "30000", "10"],
        ])
        expect(made.counts.error).toBe(1)
        const map = (mapping: object) => post(made.id, { mapping })
        expect((await map({ name_uz: 0, cost: 1, markup_percent: 2 })).data.import).toMatchObject({
          status: "checked",
          counts: { create: 1, error: 0 },
        })
        expect(codeOf(await map({ name_uz: 0, cost: 0 }))).toEqual([400, "IMPORT_MAPPING_WRONG"])
        expect(codeOf(await map({ name_uz: 7 }))).toEqual([400, "IMPORT_MAPPING_WRONG"])
        expect((await map({ nimadir: 1 })).status).toBe(400)
        await apply(made.id)
        expect(codeOf(await map({ name_uz: 0 }))).toEqual([400, "IMPORT_STATUS_FORBIDS"])
      })

      it("change goods by barcode or shop code, as a person would", async () => {
        const [one, two] = [nextEan(), nextEan()]
        const first = await createListing(getContainer(), baraka.id, { name: "Olma", barcode: one, stock: 5 })
        await createListing(getContainer(), baraka.id, { name: "Anor", barcode: two })
        const foreign = await createListing(getContainer(), texno.id, { name: "Begona", barcode: one })
        const made = await upload([
          [...HEAD, "Nomi (ru)", "Tavsif"],
          ["Olma qizil", 20_000, 30, one, "OL-1", 55, "Яблоко", "Shirin"],
          ["", "", "", two, "", 7, "", ""],
        ])
        expect(made.counts).toMatchObject({ update: 2, create: 0, error: 0 })
        const heard: string[] = []
        const bus = getContainer().resolve(Modules.EVENT_BUS)
        const listen = async ({ data }: { data: unknown }) => void heard.push((data as { id: string }).id)
        bus.subscribe("listing.updated", listen)
        await apply(made.id)
        bus.unsubscribe("listing.updated", listen)
        expect(heard).toContain(first.id)
        expect(await listing("Olma qizil")).toMatchObject({
          id: first.id,
          name: { uz: "Olma qizil", ru: "Яблоко", en: null },
          description: "Shirin",
          stocked: 55,
          variants: [{ cost: 20_000, markup_percent: 30, price: 26_000, barcode: one, shop_code: "OL-1" }],
        })
        expect(await listing("Anor")).toMatchObject({ name: { uz: "Anor" }, stocked: 7 })
        const { rows } = await db.raw<{ amount: string }>(
          `select p.amount from price p join product_variant_price_set s on s.price_set_id = p.price_set_id
            where s.variant_id = ? and p.deleted_at is null`,
          [first.variant_id]
        )
        expect(rows.map(({ amount }) => Number(amount))).toEqual([26_000])
        expect(await listing("Begona", texno.owner.headers)).toMatchObject({ id: foreign.id, stocked: 100 })
      })

      it("of several kinds make one listing", async () => {
        const made = await upload([
          [...HEAD, "Xususiyatlar"],
          ["Futbolka", 60_000, 50, "", "F-1", 5, "Rang: oq"],
          ["Futbolka", 65_000, 50, "", "F-2", 6, "Rang: qora"],
        ])
        await apply(made.id)
        expect(await listing("Futbolka")).toMatchObject({
          stocked: 11,
          variants: [
            { title: "oq", options: { Rang: "oq" }, price: 90_000 },
            { title: "qora", options: { Rang: "qora" }, price: 97_500 },
          ],
        })
      })
    })

    describe("applying", () => {
      const goods = (n: number, prefix: string): Cell[][] =>
        Array.from({ length: n }, (_, i) => [`${prefix} ${i}`, 1000 + i, 20, nextEan(), `${prefix}-${i}`, i])

      it("makes the very rows that a person's own call makes", async () => {
        const images = ["https://example.com/1.jpg", "https://example.com/2.jpg"]
        const category_id = market.categories.get("Telefonlar")!
        await createListingWorkflow(getContainer()).run({
          input: {
            company_id: texno.id,
            name: { uz: "Telefon", ru: "Телефон", en: "Phone" },
            facts: {
              description: "Yaxshi",
              category_id,
              images,
              ikpu: "02201001001000000",
              package_code: "12",
              vat_percent: 12,
            },
            options: [{ title: "Rang", values: ["oq", "qora"] }],
            variants: [
              { options: { Rang: "oq" }, cost: 12_750.5, markup_percent: 21.25, stock: 4, shop_code: "T-1" },
              { options: { Rang: "qora" }, cost: 100, markup_percent: 0 },
            ],
          },
        })
        const head = [
          ...HEAD,
          "Name (ru)",
          "Name (en)",
          "Tavsif",
          "Toifa",
          "Rasmlar",
          "IKPU",
          "Qadoq kodi",
          "QQS",
          "Xususiyatlar",
        ]
        const rest = [
          "Телефон",
          "Phone",
          "Yaxshi",
          "Telefonlar",
          images.join(" "),
          "02201001001000000",
          "12",
          "12",
        ]
        const who = await createCompany(getContainer(), api, "Uchinchi")
        const made = await upload(
          [
            head,
            ["Telefon", "12750,5", "21,25", "", "T-1", 4, ...rest, "Rang: oq"],
            ["Telefon", "100", "0", "", "", "", ...rest.map(() => ""), "Rang: qora"],
          ],
          who.owner.headers
        )
        expect(made.counts).toMatchObject({ create: 2 })
        await apply(made.id, who.owner.headers)
        const [byHand, byFile] = [await anatomy(texno.id), await anatomy(who.id)]
        expect(Object.keys(byHand).length).toBeGreaterThan(15)
        expect(byFile).toEqual(byHand)
      })

      /** Every row behind a company's goods, without what has to differ: ids, times and what names the company. */
      const anatomy = async (companyId: string) => {
        const tables: Record<string, string> = {
          listing: "where t.company_id = $1",
          listing_variant: "where t.company_id = $1 order by t.rank",
          product: "where t.id in (select product_id from listing where company_id = $1)",
          product_variant: "where t.id in (select variant_id from v) order by t.variant_rank",
          image:
            "where t.product_id in (select product_id from listing where company_id = $1) order by t.rank",
          product_category_product:
            "where t.product_id in (select product_id from listing where company_id = $1)",
          product_sales_channel:
            "where t.product_id in (select product_id from listing where company_id = $1)",
          product_shipping_profile:
            "where t.product_id in (select product_id from listing where company_id = $1)",
          product_product_option:
            "where t.product_id in (select product_id from listing where company_id = $1)",
          product_option:
            "where t.id in (select product_option_id from product_product_option o join listing l on l.product_id = o.product_id where l.company_id = $1)",
          product_option_value:
            "where t.id in (select option_value_id from product_variant_option where variant_id in (select variant_id from v)) order by t.value",
          product_variant_option: "where t.variant_id in (select variant_id from v)",
          product_variant_price_set: "where t.variant_id in (select variant_id from v)",
          price_set:
            "where t.id in (select price_set_id from product_variant_price_set where variant_id in (select variant_id from v))",
          price:
            "where t.price_set_id in (select price_set_id from product_variant_price_set where variant_id in (select variant_id from v)) order by t.amount",
          product_variant_inventory_item: "where t.variant_id in (select variant_id from v)",
          inventory_item: "where t.id in (select inventory_item_id from v) order by t.title",
          inventory_level:
            "where t.inventory_item_id in (select inventory_item_id from v) order by t.stocked_quantity",
        }
        const found: Record<string, unknown> = {}
        for (const [table, where] of Object.entries(tables)) {
          const { rows } = await db.raw<{ row: Record<string, unknown> }>(
            `with v as (select variant_id, inventory_item_id from listing_variant where company_id = '${companyId}')
             select to_jsonb(t) as row from "${table}" t ${where.replaceAll("$1", `'${companyId}'`)}`
          )
          expect([table, rows.length > 0]).toEqual([table, true])
          found[table] = rows.map(({ row }) =>
            Object.fromEntries(
              Object.entries(row).map(([key, value]) => [
                key,
                /(^|_)(id|at)$/.test(key) && value !== null
                  ? "…"
                  : key === "handle"
                    ? String(value).replace(/-\w+$/, "")
                    : value,
              ])
            )
          )
        }
        return found
      }

      it("happens once, however often it is asked for", async () => {
        const lines = [HEAD, ...goods(30, "yigirma"), ["Kodsiz", 5000, 10, "", "", 3]]
        const first = await upload(lines)
        const second = await upload(lines)
        const before = await countAll()
        const replies = await Promise.all(Array.from({ length: 20 }, () => post(`${first.id}/apply`)))
        expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 202))
        await Promise.all(Array.from({ length: 20 }, () => applyImport(getContainer(), first.id)))
        expect(await settled(first.id)).toMatchObject({ status: "done", counts: { create: 31, applied: 31 } })
        expect(await countAll()).toEqual(Object.fromEntries(MADE.map((t) => [t, before[t] + 31])))
        // Planned when none of it stood; by now all of it does.
        expect(await apply(second.id)).toMatchObject({
          status: "done",
          counts: { create: 0, unchanged: 31, applied: 0 },
        })
        expect(await countAll()).toEqual(Object.fromEntries(MADE.map((t) => [t, before[t] + 31])))
      })

      it("of two imports of a company waits for one another", async () => {
        const [first, second] = [
          await upload([HEAD, ...goods(3, "bir")]),
          await upload([HEAD, ...goods(3, "ikki")]),
        ]
        await db.raw("update exchange_import set status = 'applying', heartbeat_at = now() where id = ?", [
          first.id,
        ])
        expect(codeOf(await post(`${second.id}/apply`))).toEqual([400, "IMPORT_ANOTHER_RUNS"])
        expect((await post(`${first.id}/cancel`)).data.import.status).toBe("canceled")
        expect((await apply(second.id)).status).toBe("done")
        expect(codeOf(await post(`${second.id}/cancel`))).toEqual([400, "IMPORT_STATUS_FORBIDS"])
        expect(codeOf(await post(`${first.id}/apply`))).toEqual([400, "IMPORT_STATUS_FORBIDS"])
      })

      it("goes on after a crash in the middle, and makes nothing twice", async () => {
        const made = await upload([HEAD, ...goods(299, "halokat"), ["Kodsiz qoldi", 5000, 10, "", "", 3]])
        const before = await countAll()
        const exchange = getContainer().resolve(EXCHANGE_MODULE) as {
          settleRows: (...args: unknown[]) => unknown
        }
        const settle = exchange.settleRows.bind(exchange)
        // The process ends when the second batch is made and not yet written down.
        let batches = 0
        const spy = jest.spyOn(exchange, "settleRows").mockImplementation(async (...args) => {
          if (++batches === 2) {
            throw new Error("crash")
          }
          return settle(...args)
        })
        jest
          .spyOn(getContainer().resolve(ContainerRegistrationKeys.LOGGER), "error")
          .mockImplementationOnce(() => undefined)
        await post(`${made.id}/apply`)
        while (batches < 2) {
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
        spy.mockRestore()
        expect((await get(`/${made.id}`)).import).toMatchObject({
          status: "applying",
          counts: { applied: 100 },
          progress: { total: 300, done: 100 },
        })
        // A crash between the products and the listings of a row to come leaves a product that is nobody's.
        const rows = await db.raw<{ id: string; cells: string[] }>(
          "select id, cells from exchange_import_row where import_id = ? and number = 230",
          [made.id]
        )
        const [{ id, cells }] = rows.rows
        await getContainer()
          .resolve(Modules.PRODUCT)
          .createProducts([{ title: "yarim", handle: markedHandle(cells[0], id) }])
        // Nobody takes it while its runner may still live.
        await resumeImports(getContainer())
        expect((await get(`/${made.id}`)).import.counts.applied).toBe(100)
        await Promise.all(Array.from({ length: 5 }, () => resumeImports(getContainer(), 0)))
        expect(await settled(made.id)).toMatchObject({
          status: "done",
          counts: { create: 300, applied: 300, error: 0 },
          progress: { total: 300, done: 300 },
        })
        expect(await countAll()).toEqual(Object.fromEntries(MADE.map((t) => [t, before[t] + 300])))
      })

      it("stops when it is cancelled, and keeps what is done", async () => {
        const made = await upload([HEAD, ...goods(120, "toxta")])
        await db.raw("update exchange_import set status = 'applying', to_apply = 120 where id = ?", [made.id])
        const exchange = getContainer().resolve(EXCHANGE_MODULE) as {
          settleRows: (...args: unknown[]) => unknown
        }
        const settle = exchange.settleRows.bind(exchange)
        const spy = jest.spyOn(exchange, "settleRows").mockImplementation(async (...args) => {
          await settle(...args)
          await post(`${made.id}/cancel`)
        })
        await applyImport(getContainer(), made.id)
        spy.mockRestore()
        expect((await get(`/${made.id}`)).import).toMatchObject({
          status: "canceled",
          counts: { create: 120, applied: 100 },
        })
      })

      it("tells of a row that is refused by then, and does the others", async () => {
        const made = await upload([HEAD, ...goods(4, "keyin")])
        const [{ values }] = await rowsOf(made.id)
        // Somebody takes the shop code meanwhile, for other goods.
        await createListing(getContainer(), baraka.id, { name: "Boshqasi", barcode: nextEan() })
        await db.raw(
          "update listing_variant set shop_code = ? where listing_id = (select id from listing where name_uz = 'Boshqasi')",
          [values.shop_code]
        )
        const spare = await createListing(getContainer(), baraka.id, {
          name: "Uchinchisi",
          barcode: values.barcode,
        })
        expect(spare.id).toBeTruthy()
        expect(await apply(made.id)).toMatchObject({
          status: "done",
          counts: { create: 3, error: 1, applied: 3 },
        })
        expect((await errorsOf(made.id))[0]).toBe("barcode:codes_differ")
      })
    })

    describe("an export", () => {
      it.each(["csv", "xlsx"])("as %s is what an import takes: all unchanged", async (format) => {
        const who = texno.owner.headers
        await createListing(getContainer(), texno.id, { name: `=1+1 ${format}`, cost: 12.5, stock: 3 })
        await createListing(getContainer(), texno.id, { name: "Ikki", barcode: nextEan() })
        await createListing(getContainer(), texno.id, { name: "Ikki" })
        const kinds = [
          [...HEAD, "Xususiyatlar"],
          ["Ko‘ylak", 100, 10, "", "", 1, '"Rang: oq; Hajm: L"'],
          ["Ko‘ylak", 100, 10, "", "", 1, '"Rang: oq; Hajm: XL"'],
        ]
        await apply((await upload(kinds, who)).id, who)
        for (const lang of ["uz", "ru", "en"]) {
          const { data, headers } = await api.get(
            `/merchant/exports/listings?format=${format}&lang=${lang}`,
            {
              ...who,
              responseType: "arraybuffer",
            }
          )
          expect(headers["content-disposition"]).toBe(`attachment; filename="goods.${format}"`)
          const reply = await send(Buffer.from(data), who)
          expect([lang, reply.status, reply.data.import.counts]).toEqual([
            lang,
            201,
            { create: 0, update: 0, unchanged: reply.data.import.rows, error: 0, applied: 0 },
          ])
          expect(reply.data.import.rows).toBe(5)
          if (format === "xlsx") {
            const sheet = Object.values(read(data, { type: "buffer" }).Sheets)[0]
            expect(Object.values(sheet).some((cell) => (cell as { f?: string }).f)).toBe(false)
          } else {
            expect(Buffer.from(data).toString()).toContain("'=1+1 csv")
          }
        }
      })

      it("and the template are read by an import", async () => {
        const { data } = await api.get("/merchant/imports/template?format=xlsx&lang=ru", {
          ...texno.owner.headers,
          responseType: "arraybuffer",
        })
        const reply = await send(Buffer.from(data), texno.owner.headers)
        expect(reply.data.import.counts).toEqual({ create: 2, update: 0, unchanged: 0, error: 0, applied: 0 })
      })
    })

    describe("who may", () => {
      it("a company's import is not found by another", async () => {
        const made = await upload([HEAD, ["Sir", 1000, 10, "", "S-9", 1]])
        const who = texno.owner.headers
        const before = await db.raw("select * from exchange_import where id = ?", [made.id])
        for (const path of ["", "/rows", "/errors"]) {
          const reply = await attempt(api.get(`/merchant/imports/${made.id}${path}`, who))
          expect([path, reply.status]).toEqual([path, 404])
        }
        for (const [path, body] of [
          ["", { mapping: { name_uz: 0 } }],
          ["/apply", {}],
          ["/cancel", {}],
        ] as const) {
          expect([path, (await post(`${made.id}${path}`, body, who)).status]).toEqual([path, 404])
        }
        expect((await get("?limit=100", who)).imports.map(({ id }: { id: string }) => id)).not.toContain(
          made.id
        )
        expect(await db.raw("select * from exchange_import where id = ?", [made.id])).toMatchObject({
          rows: before.rows,
        })
      })

      it("somebody who may not see cost can neither import it nor look at an import that has it", async () => {
        const owned = await upload([HEAD, ["Sir", 1000, 10, "", "S-8", 1]])
        const member = await createMember(
          getContainer(),
          api,
          baraka.id,
          "cashier",
          "omborchi@baraka.example.com"
        )
        const { data } = await api.post(
          "/merchant/roles",
          { name: "Omborchi", permissions: ["listing:read", "listing:write"] },
          baraka.owner.headers
        )
        await api.post(
          `/merchant/members/${member.member_id}`,
          { role_id: data.role.id },
          baraka.owner.headers
        )
        await createListing(getContainer(), baraka.id, { name: "Yog‘", cost: 7000, stock: 1 })
        const made = await upload([HEAD, ["Yog‘", 1, 500, "", "", 9]], member)
        expect(made.mapping).toEqual({ name_uz: 0, barcode: 3, shop_code: 4, stock: 5 })
        expect(codeOf(await post(made.id, { mapping: { name_uz: 0, cost: 1 } }, member))).toEqual([
          400,
          "IMPORT_COST_HIDDEN",
        ])
        await apply(made.id, member)
        expect(await listing("Yog‘")).toMatchObject({ stocked: 9, variants: [{ cost: 7000, price: 8400 }] })
        expect((await attempt(api.get(`/merchant/imports/${owned.id}/rows`, member))).status).toBe(404)
        expect((await get("", member)).imports.map(({ id }: { id: string }) => id)).toEqual([made.id])
        expect((await get("")).count).toBe(2)
        // What is said of a price tells the cost: an import that somebody gives a price to leaves the sight of the others.
        const priced = await upload([HEAD, ["Yog‘", "", "", "", "", 9, 5000]], member)
        expect((await post(priced.id, { mapping: { name_uz: 0, price: 6 } })).status).toBe(200)
        expect((await attempt(api.get(`/merchant/imports/${priced.id}/rows`, member))).status).toBe(404)
      })

      it("a cashier may not import, and sees no cost in an export", async () => {
        const cashier = await createMember(
          getContainer(),
          api,
          baraka.id,
          "cashier",
          "kassir@baraka.example.com"
        )
        expect(codeOf(await send(csv([HEAD, ["Non", 1, 1]]), cashier))).toEqual([403, "PERMISSION_REQUIRED"])
        const { data } = await api.get("/merchant/exports/listings?format=csv&lang=en", cashier)
        expect(data.split("\r\n")[0]).toContain("Selling price")
        expect(data).not.toMatch(/Cost|Markup/)
      })
    })
  },
})
