import { byDay } from "../days"
import { changed, filtersOf } from "../filters"

/** Days of the journal, and its filters in the address. */

it("entries stand under their day in Tashkent, also around its midnight", () => {
  const at = (time: string) => ({ at: time })
  expect(byDay([at("2026-11-21T19:00:00Z"), at("2026-11-21T18:59:59Z"), at("2026-11-21T05:00:00Z")])).toEqual(
    [
      { day: "2026-11-22", rows: [at("2026-11-21T19:00:00Z")] },
      { day: "2026-11-21", rows: [at("2026-11-21T18:59:59Z"), at("2026-11-21T05:00:00Z")] },
    ]
  )
})

it("an address without days is this month, and every choice is read again as it was", () => {
  const today = "2026-11-21"
  const month = filtersOf(new URLSearchParams(), today)
  expect(month).toMatchObject({ from: "2026-11-01", to: "2026-11-30", q: "" })
  for (const change of [
    { from: "", to: "" },
    { from: "2026-11-21", to: "" },
    { channel: "pos", q: "choy" },
  ]) {
    const written = new URLSearchParams(changed(month, change, today))
    expect(filtersOf(written, today)).toEqual({ ...month, ...change })
  }
  expect(changed(month, {}, today)).toEqual({})
})
