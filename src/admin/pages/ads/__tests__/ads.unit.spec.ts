import { bodyOf, changesOf, houseBody } from "../lib/body"
import { draftOf, newDraft, wholeOf, withModel, withPlacement } from "../lib/draft"
import { countFor, dayCount, rounded, shareOf } from "../lib/estimate"
import { standIn } from "../lib/labels"
import { actionsOf, changeOf, stateOf } from "../lib/state"
import { addedWords, hoursText, questionsOf, toggledHours } from "../lib/target-words"
import type { Ad, AdPlacement, Creative } from "../lib/types"
import { isLink, partsOfLink, wrongDraft, wrongOf } from "../lib/wrong"

const NOW = new Date("2026-11-21T12:00:00Z")
const HOME: AdPlacement = {
  code: "home_banner",
  kind: "banner",
  name: { uz: "Bosh", ru: "Главная", en: "Home" },
  width: 1200,
  height: 400,
  most: 5,
  positions: [],
  minimum_cpm: 5000,
  minimum_cpc: 250,
  is_active: true,
}
const SMALL: AdPlacement = { ...HOME, code: "product_banner", width: 600, height: 200, minimum_cpm: 3000 }
const creative = (status: Creative["status"], more: Partial<Creative> = {}): Creative => ({
  id: "adc_1",
  revision: 1,
  status,
  content: {
    uz: {
      title: "Qish",
      text: null,
      image_url: "https://x.uz/a.webp",
      image_key: "a.webp",
      width: 1200,
      height: 400,
      link: "https://x.uz/",
    },
    ru: null,
  },
  target: { category_ids: [], query_words: [], regions: [], languages: [], hours: [] },
  listing_id: null,
  product: null,
  reject_reason: null,
  submitted_at: null,
  ...more,
})
const AD: Ad = {
  id: "ad_1",
  name: "Qish",
  kind: "banner",
  placement: "home_banner",
  listing_id: null,
  product_id: null,
  product: null,
  status: "approved",
  reject_reason: null,
  is_paused: false,
  pause_reason: null,
  is_live: true,
  not_live_reason: null,
  starts_at: null,
  ends_at: "2026-12-01T18:59:59.999Z",
  price_model: "cpm",
  price: 5000,
  total_budget: 100_000,
  daily_budget: null,
  pacing: "even",
  frequency_cap: 3,
  target: { category_ids: [], query_words: [], regions: [], languages: [], hours: [] },
  spent: 0,
  impressions: 0,
  clicks: 0,
  ctr: null,
  creative: creative("approved"),
  next_creative: null,
  created_at: NOW.toISOString(),
  submitted_at: null,
  reviewed_at: null,
}
const DRAFT: Ad = {
  ...AD,
  status: "draft",
  is_live: false,
  not_live_reason: "status",
  creative: null,
  next_creative: creative("draft"),
}

describe("the state of an ad", () => {
  it.each<[string, Partial<Ad>]>([
    ["live", {}],
    ["paused", { is_paused: true, is_live: false, not_live_reason: "paused" }],
    ["scheduled", { is_live: false, not_live_reason: "not_started" }],
    ["spent", { is_live: false, not_live_reason: "total_budget" }],
    ["waiting", { is_live: false, not_live_reason: "funds" }],
    ["expired", { ends_at: NOW.toISOString() }],
    ["expired", { status: "expired" }],
  ])("is %s", (state, change) => expect(stateOf({ ...AD, ...change }, NOW)).toBe(state))

  it("is its status until something is approved", () => {
    expect(stateOf(DRAFT, NOW)).toBe("draft")
    expect(stateOf({ ...DRAFT, status: "rejected" }, NOW)).toBe("rejected")
    expect(changeOf(DRAFT)).toBeNull()
  })

  it("tells what waits beside what is shown", () => {
    expect(changeOf({ ...AD, next_creative: creative("pending") })).toBe("pending")
    expect(changeOf(AD)).toBeNull()
  })

  it("decides what can be done", () => {
    expect([...actionsOf(DRAFT, NOW)].sort()).toEqual(["delete", "edit", "submit"])
    expect([...actionsOf(AD, NOW)].sort()).toEqual(["edit", "end", "pause"])
    const paused: Ad = { ...AD, is_paused: true, pause_reason: "owner" }
    expect(actionsOf(paused, NOW).has("resume")).toBe(true)
    expect(actionsOf({ ...paused, pause_reason: "operator" }, NOW).has("resume")).toBe(false)
    expect(actionsOf({ ...paused, pause_reason: "needs_end_date", ends_at: null }, NOW).has("resume")).toBe(
      false
    )
    expect([...actionsOf({ ...AD, status: "expired" }, NOW)]).toEqual([])
    expect(actionsOf({ ...AD, next_creative: creative("rejected") }, NOW).has("submit")).toBe(true)
  })
})

describe("the form", () => {
  const rules = { place: HOME, isHouse: false, today: "2026-11-21" }

  it("asks for all that an ad needs, and for little of a draft", () => {
    expect(wrongOf(newDraft(), { ...rules, place: undefined }).map(({ what }) => what)).toEqual([
      "name",
      "placement",
      "content",
      "ends",
      "price",
      "total",
    ])
    expect(wrongDraft({ ...newDraft(), name: "Qish" }, rules)).toEqual([])
    expect(wrongOf(draftOf(AD), rules)).toEqual([])
  })

  it("finds what is too little, too much or too late", () => {
    const draft = {
      ...draftOf(AD),
      price: "4 000",
      total_budget: "3",
      daily_budget: "9",
      ends_on: "2026-11-20",
    }
    expect(wrongOf(draft, rules).map(({ what }) => what)).toEqual(["past", "minimum", "totalSmall", "daily"])
    expect(wrongOf({ ...draftOf(AD), starts_on: "2026-12-05" }, rules)).toEqual([
      { step: "days", what: "days" },
    ])
    expect(wrongOf({ ...draftOf(AD), frequency_cap: "0" }, rules)).toEqual([{ step: "price", what: "cap" }])
  })

  it("lets what an approved ad is like stand, also where the rules have changed since", () => {
    const before = { ...draftOf(AD), price: "1", total_budget: "", content: newDraft().content }
    const draft = { ...before, ends_on: "2026-12-09" }
    expect(wrongOf(draft, { ...rules, before })).toEqual([])
    expect(wrongOf({ ...draft, price: "2" }, { ...rules, before }).map(({ what }) => what)).toEqual([
      "minimum",
      "total",
    ])
  })

  it("sends what was typed, and a day that was not touched as it came", () => {
    const body = bodyOf({ ...draftOf(AD), total_budget: "1 200 000", starts_on: "2026-11-22" }, AD)
    expect(body).toMatchObject({
      total_budget: 1_200_000,
      daily_budget: null,
      starts_at: "2026-11-22T00:00:00.000+05:00",
      ends_at: AD.ends_at,
      content: { uz: { title: "Qish", image_key: "a.webp", link: "https://x.uz/" }, ru: null, en: null },
    })
    expect(houseBody(draftOf(AD))).not.toHaveProperty("price")
  })

  it("sends of a change only what is another", () => {
    const draft = draftOf(AD)
    expect(changesOf(draft, AD, false)).toEqual({})
    expect(changesOf({ ...draft, total_budget: "200 000" }, AD, false)).toEqual({ total_budget: 200_000 })
    expect(Object.keys(changesOf({ ...draft, ends_on: "2026-12-05" }, AD, true))).toEqual(["ends_at"])
  })

  it("sends goods of a list without picture and link", () => {
    const draft = { ...draftOf(AD), kind: "listing" as const }
    expect(bodyOf(draft).content.uz).toEqual({ title: "Qish", text: null })
  })

  it("asks for pictures anew where their size does not fit, and raises a price to the least", () => {
    const draft = draftOf(AD)
    expect(withPlacement(draft, HOME).content.uz.image).not.toBeNull()
    expect(withPlacement({ ...draft, price: "10" }, SMALL)).toMatchObject({ price: "3000" })
    expect(withPlacement(draft, SMALL).content.uz.image).toBeNull()
    expect(withModel(draft, "cpc", HOME).price).toBe("250")
  })

  it("reads numbers as people write them", () => {
    expect([wholeOf("20 000"), wholeOf(""), wholeOf("2,5")]).toEqual([20_000, null, NaN])
  })
})

describe("links", () => {
  it("are addresses of the web", () => {
    expect(["https://x.uz", "HTTP://x.uz/a"].every(isLink)).toBe(true)
    expect(["javascript:alert(1)", "x.uz", "", "data:text/html,x"].some(isLink)).toBe(false)
  })
  it("are taken apart, so that the host stands out", () => {
    expect(partsOfLink("https://click.uz@evil.example/click.uz")).toEqual({
      before: "https://click.uz@",
      host: "evil.example",
      after: "/click.uz",
    })
    expect(partsOfLink("https://a.uz/b?c")).toEqual({ before: "https://", host: "a.uz", after: "/b?c" })
    expect(partsOfLink("x")).toBeNull()
  })
})

describe("estimates and words", () => {
  it("count what money buys", () => {
    expect(countFor(100_000, 5_000, "cpm")).toBe(20_000)
    expect(countFor(100_000, 250, "cpc")).toBe(400)
    expect(countFor(null, 5_000, "cpm")).toBeNull()
    expect([rounded(12_345), rounded(0), rounded(7)]).toEqual([12_000, 0, 7])
    expect([dayCount("2026-11-21", "2026-11-27"), dayCount("2026-11-21", "")]).toEqual([7, null])
    expect([shareOf(150, 100), shareOf(1, null)]).toEqual([100, 0])
  })
  it("say hours shortly and switch parts of the day", () => {
    expect(hoursText([18, 9, 10, 11])).toBe("9–12, 18–19")
    expect(toggledHours([], "night")).toEqual([0, 1, 2, 3, 4, 5])
    expect(toggledHours([0, 1, 2, 3, 4, 5, 9], "night")).toEqual([9])
  })
  it("ask what a place can answer", () => {
    expect(questionsOf(HOME)).toMatchObject({ category_ids: false, query_words: false, hours: true })
    expect(questionsOf({ code: "search_list" }).query_words).toBe(true)
    expect(addedWords(["tv"], "tv, radio , ")).toEqual(["tv", "radio"])
  })
  it("let another language stand in", () => {
    expect(standIn(AD.creative!.content, "ru")).toBe("uz")
    expect(standIn({}, "ru")).toBeNull()
  })
})
