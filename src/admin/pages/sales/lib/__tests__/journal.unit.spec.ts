import { changed, filtersOf } from "../filters"

/** The filters of the journal in the address. */

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
