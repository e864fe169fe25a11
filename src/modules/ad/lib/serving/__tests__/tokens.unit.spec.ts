import { isBot } from "../bots"
import { dayOf, daysLeft, dayStartOf, hourOf, passedShare } from "../day"
import { Tally } from "../tally"
import { makeAdToken, readAdToken } from "../tokens"
import { makeAd, makeCounted } from "./ads"

const AT = Date.parse("2026-11-21T07:00:00Z")
const HOUR = 3_600_000

describe("tokens of ads", () => {
  const showing = { viewer: "vis_1", locale: "uz" as const, now: AT }
  const make = (kind: "impression" | "click") => makeAdToken("secret", kind, makeAd(), showing)

  it("say what was shown to whom at which price, and never the same twice", () => {
    const read = readAdToken("secret", "impression", make("impression"), AT)
    expect(read).toEqual({
      nonce: expect.any(String),
      ad_id: "ad_1",
      placement: "home_banner",
      viewer: "vis_1",
      price_model: "cpm",
      price_tiyin: 500_000,
      locale: "uz",
    })
    const nonces = Array.from({ length: 100 }, () => readAdToken("secret", "click", make("click"), AT)!.nonce)
    expect(new Set(nonces).size).toBe(100)
  })

  it("end, an impression's sooner than a click's, and are of one kind", () => {
    expect(readAdToken("secret", "impression", make("impression"), AT + HOUR / 2)).toBeDefined()
    expect(readAdToken("secret", "impression", make("impression"), AT + HOUR)).toBeUndefined()
    expect(readAdToken("secret", "click", make("click"), AT + 23 * HOUR)).toBeDefined()
    expect(readAdToken("secret", "click", make("click"), AT + 25 * HOUR)).toBeUndefined()
    expect(readAdToken("secret", "click", make("impression"), AT)).toBeUndefined()
    expect(readAdToken("other", "click", make("click"), AT)).toBeUndefined()
  })
})

describe("the tally", () => {
  it("counts a token once, and impressions by visitor and day", () => {
    const tally = new Tally()
    const event = makeCounted({ at: AT })
    expect([tally.add(event, "vis_1"), tally.add(event, "vis_1")]).toEqual([true, false])
    tally.add(makeCounted({ at: AT, kind: "click" }), "vis_1")
    expect(tally.seenBy("vis_1", "ad_1", AT)).toBe(1)
    expect(tally.seenBy("vis_2", "ad_1", AT)).toBe(0)
    expect(tally.seenBy("vis_1", "ad_1", AT + 24 * HOUR)).toBe(0)
    expect(tally.size).toBe(2)
  })

  it("takes back what could not be written, in its order", () => {
    const tally = new Tally()
    const [first, second] = [makeCounted(), makeCounted()]
    tally.add(first, "v")
    const taken = tally.take()
    tally.add(second, "v")
    tally.putBack(taken)
    expect(tally.take()).toEqual([first, second])
  })
})

describe("crawlers and programs", () => {
  it.each([
    ["", true],
    [undefined, true],
    ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true],
    ["curl/8.5.0", true],
    ["python-requests/2.31", true],
    ["Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36", false],
    ["okhttp/4.12.0", false],
  ])("%p: %p", (agent, expected) => {
    expect(isBot(agent)).toBe(expected)
    expect(isBot(agent)).toBe(expected)
  })
})

describe("days of Tashkent", () => {
  it("begin five hours before those of Greenwich", () => {
    expect(dayOf(Date.parse("2026-11-20T19:00:00Z"))).toBe("2026-11-21")
    expect(dayOf(Date.parse("2026-11-20T18:59:59Z"))).toBe("2026-11-20")
    expect(hourOf(AT)).toBe(12)
    expect(dayStartOf(AT)).toBe(Date.parse("2026-11-20T19:00:00Z"))
    expect(passedShare(AT, [])).toBe(0.5)
    expect(passedShare(AT, [11, 12])).toBe(0.5)
    expect(daysLeft(AT, AT)).toBe(1)
    expect(daysLeft(AT, AT + 24 * HOUR)).toBe(2)
  })
})
