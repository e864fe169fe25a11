import fc from "fast-check"
import { checkContent, contentOf, imagesNamed } from "../content"
import { PLACEMENTS, placementsWith } from "../placements"
import { isSameShown, Shown } from "../revision"
import { AD_LANGUAGES } from "../target"

const image = { key: "a.webp", url: "https://files.example.com/a.webp", width: 1200, height: 400 }
const link = "https://example.com/"
const banner = PLACEMENTS[0]
const text = fc.option(fc.string({ maxLength: 20 }))
const sent = fc.record(
  Object.fromEntries(
    AD_LANGUAGES.map((language) => [
      language,
      fc.option(
        fc.record({
          title: text,
          text,
          link: fc.constantFrom(null, "", link),
          image_url: fc.constantFrom(null, image.url),
          image_key: fc.constantFrom(null, image.key),
        })
      ),
    ])
  )
)
const code = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe("what an ad shows", () => {
  it("names pictures by key or address, and says nothing where nothing is said", () => {
    const content = {
      uz: { title: " Non ", image_key: image.key, link },
      ru: { title: " ", text: "" },
      en: null,
    }
    expect(imagesNamed(content)).toEqual([image.key])
    expect(contentOf(content, [image])).toEqual({
      uz: {
        title: "Non",
        text: null,
        image_url: image.url,
        image_key: image.key,
        width: 1200,
        height: 400,
        link,
      },
      ru: null,
      en: null,
    })
  })

  it("has only pictures of its owner's, and survives being sent back as it was answered", () => {
    fc.assert(
      fc.property(sent, (content) => {
        if (imagesNamed(content).length > 0) {
          expect(code(() => contentOf(content, []))).toBe("AD_IMAGE_UNKNOWN")
        }
        if (code(() => contentOf(content, [image])) === null) {
          const kept = contentOf(content, [image])
          expect(contentOf(kept, [image])).toEqual(kept)
        }
      })
    )
  })

  it("is whole when it passes: words, picture of the very size, and link in each language that it has", () => {
    fc.assert(
      fc.property(sent, (content) => {
        if (code(() => contentOf(content, [image])) !== null) {
          return
        }
        const kept = contentOf(content, [image])
        const texts = AD_LANGUAGES.flatMap((language) => kept[language] ?? [])
        const isWhole = texts.length > 0 && texts.every((one) => one.title && one.image_url && one.link)
        expect(code(() => checkContent(kept, "banner", banner)) === null).toBe(isWhole)
      })
    )
  })

  it("is another when a word, a picture, a link, an hour or the goods are; the order of lists is nothing", () => {
    const shown: Shown = {
      content: contentOf({ uz: { title: "Non", image_key: image.key, link } }, [image]),
      target: { category_ids: ["a", "b"], query_words: [], regions: [], languages: ["uz"], hours: [9, 10] },
      listing_id: null,
      product_id: null,
    }
    const target = { ...shown.target, category_ids: ["b", "a"], hours: [10, 9] }
    expect(isSameShown(shown, { ...shown, target })).toBe(true)
    expect(isSameShown(shown, { ...shown, target: { ...target, hours: [9] } })).toBe(false)
    expect(isSameShown(shown, { ...shown, listing_id: "list_1" })).toBe(false)
    const other = { ...shown.content, uz: { ...shown.content.uz!, link: "https://example.com/b" } }
    expect(isSameShown(shown, { ...shown, content: other })).toBe(false)
    expect(isSameShown(shown, { ...shown, content: { ...shown.content, ru: shown.content.uz } })).toBe(false)
  })
})

describe("places for ads", () => {
  it("are as the operator says, and as they were where nothing is said", () => {
    const none = { width: null, height: null, most: null, positions: null }
    const row = {
      code: "search_list",
      ...none,
      positions: [3],
      minimum_cpm_tiyin: 0,
      minimum_cpc_tiyin: null,
      is_active: false,
    }
    const [place] = placementsWith([row]).filter(({ code: of }) => of === "search_list")
    expect(place).toEqual({ ...PLACEMENTS[5], positions: [3], minimum_cpm_tiyin: 0, is_active: false })
    expect(placementsWith([])).toEqual(PLACEMENTS)
  })
})
