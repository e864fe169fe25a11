import fc from "fast-check"
import { attributesOf } from "../attributes"
import { NO_PRICE, partsOf, spliceDocument, titlesOf } from "../document"
import { badgeOf, labelsOf, NEW_DAYS, newUntil } from "../labels"
import { popularityOf } from "../popularity"
import { availabilityOf, stockPiece } from "../stock"
import { Goods } from "../types"

const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value)
const named = fc.record({ id: fc.string(), value: fc.string() })
const goods: fc.Arbitrary<Goods> = fc.record({
  id: fc.string(),
  title: fc.string({ unit: "grapheme" }),
  subtitle: nullable(fc.string()),
  description: nullable(fc.string({ unit: "binary" })),
  handle: fc.string(),
  thumbnail: nullable(fc.webUrl()),
  is_giftcard: fc.boolean(),
  discountable: fc.boolean(),
  collection_id: fc.constant(null),
  type_id: fc.constant(null),
  weight: nullable(fc.integer()),
  length: fc.constant(null),
  height: fc.constant(null),
  width: fc.constant(null),
  hs_code: fc.constant(null),
  origin_country: fc.constant(null),
  mid_code: fc.constant(null),
  material: nullable(fc.string()),
  created_at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }),
  updated_at: fc.constant(new Date(0)),
  images: fc.array(fc.record({ id: fc.string(), url: fc.webUrl(), rank: fc.nat() })),
  tags: fc.array(named),
  type: nullable(named),
  collection: fc.constant(null),
  categories: fc.array(fc.record({ id: fc.string(), name: fc.string(), handle: fc.string() })),
  category_ids: fc.constant([]),
  options: fc.array(fc.record({ id: fc.string(), title: fc.string(), values: fc.array(named) })),
  variants: fc.array(
    fc.record({
      id: fc.string(),
      title: fc.string({ unit: "grapheme" }),
      sku: nullable(fc.string()),
      barcode: fc.constant(null),
      ean: fc.constant(null),
      upc: fc.constant(null),
      manage_inventory: fc.boolean(),
      allow_backorder: fc.boolean(),
      variant_rank: nullable(fc.nat()),
      options: fc.array(
        fc.record({
          id: fc.string(),
          value: fc.string(),
          option: fc.record({ id: fc.string(), title: fc.string() }),
        })
      ),
    }),
    { maxLength: 4 }
  ),
  channels: fc.constant([]),
  names: nullable(fc.record({ uz: fc.string(), ru: nullable(fc.string()), en: nullable(fc.string()) })),
  company: nullable(
    fc.record({
      id: fc.string(),
      name: fc.string(),
      handle: fc.string(),
      average: nullable(fc.float({ min: 1, max: 5, noNaN: true })),
      count: fc.nat(),
    })
  ),
  rating_average: nullable(fc.float({ min: 1, max: 5, noNaN: true })),
  rating_count: fc.nat(),
  rating_score: fc.float({ min: 0, max: 5, noNaN: true }),
  like_count: fc.nat(),
  sold_count: fc.nat(),
})

describe("the pieces of a document", () => {
  it("make one JSON text with what went between them, whatever is in it", () => {
    fc.assert(
      fc.property(goods, fc.date({ noInvalidDate: true }), fc.boolean(), (one, now, hasPrices) => {
        const parts = partsOf(one, now)
        expect(parts).toHaveLength(one.variants.length + 2)
        const prices = one.variants.map((_, index) => `"calculated_price":{"calculated_amount":${index}}`)
        const stock = one.variants.map((variant, index) => stockPiece(variant, index).piece)
        for (const [index, title] of titlesOf(one).entries()) {
          const document = JSON.parse(spliceDocument(parts, title, hasPrices ? prices : null, stock))
          const language = (["uz", "ru", "en"] as const)[index]
          expect(document.title).toBe(one.names?.[language] || one.title)
          expect(document.names[language]).toBe(document.title)
          expect(document).toMatchObject(
            JSON.parse(
              JSON.stringify({
                id: one.id,
                description: one.description,
                images: one.images,
                options: one.options,
                created_at: one.created_at,
                variants: one.variants,
                company: one.company && { id: one.company.id, name: one.company.name },
                rating: { average: one.rating_average, count: one.rating_count },
              })
            )
          )
          expect(document.variants.map((own: { calculated_price: unknown }) => own.calculated_price)).toEqual(
            one.variants.map((_, at) => (hasPrices ? { calculated_amount: at } : null))
          )
          expect(
            document.variants.map((own: { inventory_quantity?: number }) => own.inventory_quantity)
          ).toEqual(one.variants.map(({ manage_inventory }, at) => (manage_inventory ? at : undefined)))
        }
      })
    )
    expect(JSON.parse(`{${NO_PRICE}}`)).toEqual({ calculated_price: null })
  })
})

describe("marks", () => {
  const plain = { created_at: new Date("2026-01-01"), rating_average: null, rating_count: 0, sold_count: 0 }
  const codes = (goodsLike: typeof plain | object, now: string) =>
    labelsOf({ ...plain, ...goodsLike }, new Date(now)).map(({ code }) => code)

  it("say what is new, well rated and much sold, each in three languages", () => {
    expect(codes({}, "2026-01-02")).toEqual(["new"])
    expect(newUntil(plain.created_at).getTime() - plain.created_at.getTime()).toBe(NEW_DAYS * 86_400_000)
    expect(codes({}, "2026-01-15")).toEqual([])
    expect(codes({ rating_average: 4.5, rating_count: 5, sold_count: 50 }, "2026-02-01")).toEqual([
      "top_rated",
      "bestseller",
    ])
    expect(codes({ rating_average: 5, rating_count: 4, sold_count: 49 }, "2026-02-01")).toEqual([])
    expect(badgeOf({ average: 4.5, count: 20 })).toMatchObject({
      code: "trusted",
      text: { uz: "Ishonchli sotuvchi", ru: expect.any(String), en: expect.any(String) },
    })
    expect(badgeOf({ average: 4.49, count: 2000 })).toBeNull()
    expect(badgeOf({ average: null, count: 0 })).toBeNull()
  })
})

describe("popularity", () => {
  const figures = fc.record({
    sold_count: fc.nat(),
    like_count: fc.nat(),
    rating_score: fc.double({ min: 0, max: 5, noNaN: true }),
  })

  it("grows with each of its signs and is a 32-bit float", () => {
    expect(popularityOf({ sold_count: 0, like_count: 0, rating_score: 0 })).toBe(0)
    fc.assert(
      fc.property(figures, (one) => {
        const popularity = popularityOf(one)
        expect(Math.fround(popularity)).toBe(popularity)
        expect(popularityOf({ ...one, sold_count: one.sold_count * 2 + 1 })).toBeGreaterThan(popularity)
        expect(popularityOf({ ...one, like_count: one.like_count * 2 + 1 })).toBeGreaterThan(popularity)
        expect(popularityOf({ ...one, rating_score: one.rating_score + 1 })).toBeGreaterThan(popularity)
      })
    )
  })
})

describe("attributes", () => {
  const option = (title: string, value: string) => ({ id: "v", value, option: { id: "o", title } })

  it("are what variants have, once each, without the hidden single option", () => {
    expect(attributesOf([{ options: [option("Turi", "Oddiy")] }])).toEqual([])
    expect(
      attributesOf([
        { options: [option("Rang", "Qizil"), option("Hajm", "M")] },
        { options: [option("Rang", "Ko‘k"), option("Hajm", "M")] },
      ])
    ).toEqual(["Rang=Qizil", "Hajm=M", "Rang=Ko‘k"])
    expect(attributesOf([{ options: [option("Turi", "Yashil")] }])).toEqual(["Turi=Yashil"])
  })
})

describe("stock", () => {
  const row = (item: string, location: string | null, available: number, required = 1) => ({
    inventory_item_id: item,
    location_id: location,
    available,
    required_quantity: required,
  })

  it("is what the scarcest item allows, in the places that count", () => {
    const here = new Set(["a", "b"])
    expect(availabilityOf([], here)).toBeNull()
    expect(availabilityOf([row("x", null, 0)], here)).toBe(0)
    expect(availabilityOf([row("x", "a", 3), row("x", "b", 4), row("x", "c", 9)], here)).toBe(7)
    expect(availabilityOf([row("x", "a", 7, 2), row("y", "a", 5)], here)).toBe(3)
    expect(availabilityOf([row("x", "a", -1)], here)).toBe(-1)
  })

  it("can be bought when nobody counts it, when it may be owed, and when some is there", () => {
    const piece = (manage_inventory: boolean, allow_backorder: boolean, quantity: number | null) =>
      JSON.parse(`{${stockPiece({ manage_inventory, allow_backorder }, quantity).piece}}`)
    expect(piece(false, false, 0)).toEqual({ is_in_stock: true })
    expect(piece(true, true, 0)).toEqual({ inventory_quantity: 0, is_in_stock: true })
    expect(piece(true, false, 1)).toEqual({ inventory_quantity: 1, is_in_stock: true })
    expect(piece(true, false, 0)).toEqual({ inventory_quantity: 0, is_in_stock: false })
    expect(piece(true, false, null)).toEqual({ inventory_quantity: null, is_in_stock: false })
  })
})
