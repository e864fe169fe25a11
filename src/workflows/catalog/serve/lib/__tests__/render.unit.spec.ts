import fc from "fast-check"
import { spliceDocument } from "../../../../../modules/catalog/lib/document"
import { makeCorsHeaders } from "../cors-headers"
import { canonical, EVERYTHING, filtersOf, localeOf } from "../query"
import { BETWEEN, renderProduct, variantsOf } from "../render"
import cors from "cors"
import { IncomingMessage, ServerResponse } from "node:http"
import { Socket } from "node:net"

const piece = fc.json().map((text) => `"x":${text}`)

describe("documents", () => {
  it("are put together as they were taken apart", () => {
    const variants = fc.array(fc.record({ price: piece, stock: piece, rest: piece }), { maxLength: 4 })
    fc.assert(
      fc.property(
        variants,
        fc.string().map((text) => JSON.stringify(text)),
        piece,
        (all, title, head) => {
          const parts = [`{"id":"a","title":`, `,${head}`, ...all.map(({ rest }) => `,${rest}`)]
          const prices = all.map(({ price }) => price)
          const stock = all.map(({ stock: left }) => left)
          const row = {
            title,
            parts: parts.join(BETWEEN),
            prices: prices.join(BETWEEN),
            stock: stock.join(BETWEEN),
          }
          expect(renderProduct(row)).toBe(spliceDocument(parts, title, prices, stock))
          expect(variantsOf(row)).toBe(all.length)
        }
      )
    )
  })

  it("have no price and nothing in stock where a piece is missing", () => {
    const text = renderProduct({
      title: `"T"`,
      parts: [`{"title":`, `,"v":[{`, `}]}`].join(BETWEEN),
      prices: "",
      stock: "",
    })
    expect(JSON.parse(text)).toEqual({
      title: "T",
      v: [{ calculated_price: null, inventory_quantity: 0, is_in_stock: false }],
    })
  })
})

describe("questions", () => {
  it("have one text, however they are written", () => {
    const a = canonical({ ...EVERYTHING, company_id: ["b", "a"], q: "non" })
    const b = canonical({ q: "non", ...EVERYTHING, company_id: ["a", "b"], order: undefined })
    expect(a).toBe(b)
    expect(canonical({ ...EVERYTHING, limit: 21 })).not.toBe(canonical(EVERYTHING))
    expect(canonical(filtersOf({ ...EVERYTHING, limit: 7, offset: 14, order: "price" }))).toBe(
      canonical(filtersOf(EVERYTHING))
    )
  })

  it("are in Uzbek unless they say otherwise", () => {
    expect(["ru-RU", "EN", "uz-Cyrl-UZ", "de", "", undefined].map(localeOf)).toEqual([
      "ru",
      "en",
      "uz",
      "uz",
      "uz",
      "uz",
    ])
  })
})

describe("the front door's CORS headers", () => {
  it("are those of the package that Medusa uses", () => {
    const allowed = ["https://bozor.uz", /^https:\/\/.*\.bozor\.uz$/]
    const ours = makeCorsHeaders(allowed)
    const origins = [
      undefined,
      "https://bozor.uz",
      "https://dukon.bozor.uz",
      "https://boshqa.uz",
      "null",
      "http://bozor.uz",
    ]
    for (const origin of [...origins, ...origins]) {
      const req = Object.assign(new IncomingMessage(new Socket()), {
        method: "GET",
        headers: origin ? { origin } : {},
      })
      const res = new ServerResponse(req)
      cors({ origin: allowed, credentials: true })(req, res, () => undefined)
      const theirs = Object.entries(res.getHeaders()).filter(([name]) => name !== "vary")
      expect(ours(origin).map(([name, value]) => [name.toLowerCase(), value])).toEqual(theirs)
    }
  })
})
