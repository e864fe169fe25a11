import { ProviderSearchQuery } from "@medusajs/framework/types"
import { prepareSynonyms, Synonyms } from "../../../lib/words"
import { planOf } from "../lib/plan"
import { projected } from "../lib/projected"
import { understand } from "../lib/understood"

const index = {
  name: "product",
  primary_key: "id",
  fields: {
    title: { type: "text", searchable: { weight: 10 } },
    note: { type: "text", searchable: { weight: 1 } },
  },
  settings: {},
}
const plan = planOf(index as never)

const asked = (q: string, synonyms?: Synonyms, more = {}) =>
  ({
    q,
    index,
    search_options: { ...more, provider_options: { bozor: { synonyms } } },
  }) as never as ProviderSearchQuery
const textOf = (query: ProviderSearchQuery) => JSON.stringify(understand(query, plan).matching)

describe("what a query was understood as", () => {
  const phones = prepareSynonyms([["telefon", "smartfon"]])
  const mobiles = prepareSynonyms([["telefon", "mobil"]])

  it("is remembered for the same question", () => {
    expect(understand(asked("qizil telefon", phones), plan)).toBe(
      understand(asked("qizil telefon", phones), plan)
    )
  })

  it("is never what other words, synonyms, fields or ways of asking mean", () => {
    const ways = [
      asked("telefon"),
      asked("telefon", phones),
      asked("telefon", mobiles),
      asked("telefonlar", phones),
      asked("telefon", phones, { match_strategy: "last" }),
      asked("telefon", phones, { attributes_to_search_on: ["title"] }),
      asked("telefon", phones, { attributes_to_search_on: ["note"] }),
    ]
    const first = ways.map(textOf)
    expect(new Set(first).size).toBe(ways.length)
    expect(ways.map(textOf)).toEqual(first)
  })
})

describe("what a search shows of a document", () => {
  const document = { id: "1", title: "Non", note: null, variants: [{ sku: "a", cost: 5 }] }

  it("is what was asked for, and nothing that is not there", () => {
    expect(projected(document, ["id", "note", "handle"])).toEqual({ id: "1", note: null })
    expect(projected(document, ["id", "variants.sku"])).toEqual({ id: "1", variants: [{ sku: "a" }] })
  })
})
