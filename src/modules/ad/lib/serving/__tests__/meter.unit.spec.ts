import { Meter } from "../meter"
import { makeAd, makeCounted, makeIndexOf } from "./ads"

const AT = Date.parse("2026-11-21T07:00:00Z")
const spent = (spent_tiyin: number, day_tiyin: number, day = "2026-11-21") => ({
  ad_id: "ad_1",
  spent_tiyin,
  day,
  day_tiyin,
})

describe("the meter", () => {
  it("is not put back by an answer that has been overtaken", () => {
    const meter = new Meter()
    meter.learn([spent(900, 400)])
    meter.learn([spent(700, 200)])
    expect(meter.costs("ad_1", AT)).toMatchObject({ total: 900_000, today: 400_000 })
  })

  it("starts each day anew", () => {
    const meter = new Meter()
    meter.learn([spent(900, 400, "2026-11-20")])
    expect(meter.costs("ad_1", AT)).toMatchObject({ total: 900_000, today: 0 })
    meter.learn([spent(950, 50)])
    expect(meter.costs("ad_1", AT)).toMatchObject({ total: 950_000, today: 50_000 })
  })

  it("counts what waits until it is written, and clicks only where clicks are paid", () => {
    const meter = new Meter()
    const events = [makeCounted(), makeCounted({ kind: "click" })]
    events.forEach((event) => meter.count(event, "a"))
    expect(meter.costs("ad_1", AT).total).toBe(500_000)
    meter.learn([spent(500, 500)])
    meter.written(events)
    expect(meter.costs("ad_1", AT).total).toBe(500_000)
    meter.count(makeCounted({ kind: "click", price_model: "cpc", price_tiyin: 20 }), "a")
    expect(meter.costs("ad_1", AT).total).toBe(520_000)
  })

  it("tells what was shown from what was counted", () => {
    const meter = new Meter()
    meter.show(makeAd())
    meter.show(makeAd({ price_model: "cpc" }))
    expect(meter.costs("ad_1", AT)).toEqual({
      total: 500_000,
      today: 500_000,
      counted_total: 0,
      counted_today: 0,
    })
    meter.count(makeCounted(), "a")
    expect(meter.costs("ad_1", AT)).toMatchObject({ total: 500_000, counted_total: 500_000 })
  })

  it("takes what waits off the funds that an index has read, and forgets ads that have gone", () => {
    const meter = new Meter()
    const ad = makeAd()
    meter.count(makeCounted(), "a")
    meter.adopt(makeIndexOf([ad], { funds: new Map([["a", 2_000]]) }))
    expect(meter.fundsOf("a")).toBe(1_500_000)
    expect(meter.fundsOf("b")).toBe(0)
    meter.adopt(makeIndexOf([]))
    expect(meter.costs("ad_1", AT).total).toBe(0)
  })
})
