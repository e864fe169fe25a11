import fc from "fast-check"
import { SearchNote } from "../../types"
import { BatchWriter } from "../../../../lib/batch-writer"
import { FLUSH, MOST_LETTERS, MOST_WAITING } from "../limits"
import { SearchTally, searchOf } from "../tally"
import { foldedText, shownText } from "../text"

const note = (q: string, more: Partial<SearchNote> = {}): SearchNote => ({
  q,
  results: 3,
  locale: "uz-UZ",
  engine: "postgres",
  source: "catalog",
  owner: { id: "cus_ali" },
  ...more,
})
const hashOf = (address: string | undefined) => (address === undefined ? null : `hash of ${address}`)
const search = (q: string, at: number, more: Partial<SearchNote> = {}) =>
  searchOf(note(q, more), at, "postgres", hashOf)!
const texts = (tally: SearchTally) => tally.take().map(({ text }) => text)

describe("a note of a search", () => {
  it("is brought into one form, and says nothing of whoever types their own address", () => {
    expect(search("  Qo‘ng‘iroq   CHOY ", 5)).toEqual({
      text: "qo'ng'iroq choy",
      folded: foldedText("қўнғироқ чой"),
      results: 3,
      engine: "postgres",
      source: "catalog",
      locale: "uz",
      owner_id: "cus_ali",
      network_hash: null,
      is_public: false,
      times: 1,
      at: 5,
    })
    expect(search("ali@example.com", 5)).toMatchObject({ text: "", folded: "", owner_id: null })
    const owner = { id: "vis_1", address: "203.0.113.7" }
    expect(search("choy", 5, { owner, is_public: true })).toMatchObject({
      network_hash: "hash of 203.0.113.7",
      is_public: true,
    })
    expect(search("ali@example.com", 5, { owner })).toMatchObject({ owner_id: null, network_hash: null })
    expect(searchOf(note(" ?! "), 5, "postgres", hashOf)).toBeUndefined()
    expect(search("x", 5, { results: Number.NaN, owner: null })).toMatchObject({ results: 0, owner_id: null })
  })

  it("is short, whatever comes in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        expect([...shownText(text)].length).toBeLessThanOrEqual(MOST_LETTERS)
        expect(shownText(shownText(text))).toBe(shownText(text))
        expect(foldedText(text)).toMatch(/^[a-z0-9 ]*$/)
      })
    )
  })
})

describe("searches that wait", () => {
  it("are one while a person types, asks again or turns pages", () => {
    const tally = new SearchTally()
    tally.add(search("s", 0))
    tally.add(search("sam", 1_000))
    tally.add(search("samsung", 2_000))
    tally.add(search("Самсунг", 30_000))
    tally.add(search("samsung", 200_000))
    tally.add(search("choy", 201_000))
    tally.add(search("choynak", 290_000))
    expect(texts(tally)).toEqual(["samsung", "samsung", "choy", "choynak"])
  })

  it("are not mixed up between people, nor taken back once they are written", () => {
    const tally = new SearchTally()
    tally.add(search("sam", 0))
    tally.add(search("samsung", 1_000, { owner: { id: "vis_1" } }))
    tally.add(search("sam", 1_000, { owner: null }))
    tally.add(search("sam", 1_000, { owner: null }))
    expect(tally.take().map(({ owner_id, times }) => [owner_id, times])).toEqual([
      ["cus_ali", 1],
      ["vis_1", 1],
      [null, 2],
    ])
    tally.add(search("samsung", 1_500))
    expect(texts(tally)).toEqual(["samsung"])
  })

  it("are due when they are many or old, and bounded", () => {
    const tally = new SearchTally()
    expect(tally.isDue(0)).toBe(false)
    tally.add(search("choy", 0, { owner: null }))
    expect([tally.isDue(FLUSH.after_ms - 1), tally.isDue(FLUSH.after_ms)]).toEqual([false, true])
    for (let at = 1; at < MOST_WAITING + 10; at++) {
      tally.add(search(`choy ${at}`, 0, { owner: null }))
    }
    expect([tally.size, tally.isDue(0)]).toEqual([MOST_WAITING, true])
    tally.putBack([search("eski", 0)])
    expect(tally.size).toBe(MOST_WAITING)
  })

  it("forget whose they are", () => {
    const tally = new SearchTally()
    tally.add(search("choy", 0, { owner: { id: "cus_ali", address: "203.0.113.7" } }))
    expect(tally.has("cus_ali")).toBe(true)
    tally.forget("cus_ali")
    expect(tally.has("cus_ali")).toBe(false)
    expect(tally.take()).toMatchObject([{ text: "choy", owner_id: null, network_hash: null }])
  })

  it("are written once, by one at a time, and kept when that fails", async () => {
    const tally = new SearchTally()
    const written: string[] = []
    let running = 0
    let isBroken = true
    const flusher = new BatchWriter(tally, async (searches) => {
      expect(++running).toBe(1)
      await Promise.resolve()
      running--
      if (isBroken) {
        throw new Error("connection lost")
      }
      written.push(...searches.map(({ text }) => text))
    })
    tally.add(search("choy", 0, { owner: null }))
    await expect(flusher.flush()).rejects.toThrow("connection lost")
    isBroken = false
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        tally.add(search(`non ${index}`, 0, { owner: null }))
        return flusher.flush()
      })
    )
    expect(written.sort()).toEqual(
      ["choy", ...Array.from({ length: 20 }, (_, index) => `non ${index}`)].sort()
    )
  })
})
