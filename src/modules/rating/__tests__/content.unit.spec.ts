import { authorName } from "../lib/author-name"
import { editOf, ReviewContent } from "../lib/content"
import { approvalOf, rejectionOf } from "../lib/decide"

const NOW = new Date("2026-11-21T12:00:00Z")
const SINCE = new Date("2026-11-20T12:00:00Z")
const content: ReviewContent = {
  stars: 4,
  title: null,
  text: "Yaxshi",
  pros: null,
  cons: null,
  quality_stars: 5,
  match_stars: null,
  delivery_stars: null,
  locale: "uz",
}
const moderated = { flagged: [], isModerated: true, now: NOW }
const free = { ...moderated, isModerated: false }
const flagged = { ...free, flagged: ["ahmoq"] }

describe("an edit", () => {
  it("of what others see waits beside it; one that nobody has to read is applied", () => {
    const shown = { status: "approved", waits_since: null } as const
    expect(editOf(shown, content, moderated)).toEqual({
      status: "approved",
      next: { ...content, flagged_words: [] },
      waits_since: NOW,
      reject_reason: null,
    })
    expect(editOf(shown, content, flagged)).toMatchObject({ next: { flagged_words: ["ahmoq"] } })
    expect(editOf(shown, content, free)).toMatchObject({
      ...content,
      status: "approved",
      next: null,
      edited_at: NOW,
    })
    expect(editOf({ status: "reported", waits_since: null }, content, free).status).toBe("reported")
  })

  it("of what nobody sees overwrites it, and keeps its place in the queue", () => {
    const pending = { status: "pending", waits_since: SINCE } as const
    expect(editOf(pending, content, moderated)).toMatchObject({
      ...content,
      status: "pending",
      waits_since: SINCE,
    })
    expect(editOf(pending, content, free)).toMatchObject({ status: "approved", waits_since: null })
    const rejected = { status: "rejected", waits_since: null } as const
    expect(editOf(rejected, content, moderated)).toMatchObject({ status: "pending", waits_since: NOW })
    expect(editOf(rejected, content, free)).toMatchObject({ status: "approved", reject_reason: null })
  })
})

describe("a decision", () => {
  const next = { ...content, stars: 1, flagged_words: [] }
  it("approves what waits, and nothing twice", () => {
    expect(approvalOf({ status: "approved", next: null, waiting_photos: 0 }, NOW)).toBeNull()
    expect(approvalOf({ status: "pending", next: null, waiting_photos: 0 }, NOW)).toMatchObject({
      status: "approved",
    })
    expect(approvalOf({ status: "approved", next, waiting_photos: 0 }, NOW)).toMatchObject({
      stars: 1,
      next: null,
      edited_at: NOW,
    })
    expect(approvalOf({ status: "reported", next: null, waiting_photos: 0 }, NOW)?.status).toBe("approved")
  })

  it("rejects an edit alone where the rest is shown, else all of it", () => {
    expect(rejectionOf({ status: "approved", next, waiting_photos: 0 }, "x")).toMatchObject({
      status: "approved",
      next: null,
      photos: "drop",
    })
    expect(rejectionOf({ status: "approved", next: null, waiting_photos: 0 }, "x")?.status).toBe("rejected")
    expect(rejectionOf({ status: "reported", next, waiting_photos: 0 }, "x")?.status).toBe("rejected")
    expect(rejectionOf({ status: "rejected", next: null, waiting_photos: 1 }, "x")).toBeNull()
  })
})

describe("an author's name", () => {
  it.each([
    ["Dilnoza", "Karimova", "Dilnoza K."],
    ["Dilnoza Karimova", null, "Dilnoza K."],
    ["  Ali ", "", "Ali"],
    ["Bekzod", "Shodiyev", "Bekzod Sh."],
    ["Aziz", "G‘aniyev", "Aziz G‘."],
    ["Азиза", "Юсупова", "Азиза Ю."],
    ["+998901234567", null, null],
    ["ali@example.com", "Valiyev", "Valiyev"],
    ["www.arzon.uz", "t.me/arzon", null],
    ["Сука", "Блинов", "Блинов"],
    ["Anna-Maria", "O‘.", "Anna-Maria O‘."],
    [null, null, null],
  ])("of %s %s is %s", (first, last, name) => {
    expect(authorName(first, last)).toBe(name)
  })
})
