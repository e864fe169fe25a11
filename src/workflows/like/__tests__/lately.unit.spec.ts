import { forgetMerged, rememberMerged, wasMergedLately } from "../lately"

describe("visitors who were merged a moment ago", () => {
  it("are remembered for a minute, and until they like something again", () => {
    rememberMerged("vis_a", 1_000)
    expect([wasMergedLately("vis_a", 60_999), wasMergedLately("vis_a", 61_000)]).toEqual([true, false])
    expect(wasMergedLately("vis_b", 1_000)).toBe(false)
    forgetMerged("vis_a")
    expect(wasMergedLately("vis_a", 1_001)).toBe(false)
  })

  it("are forgotten oldest first when there are too many", () => {
    for (let index = 0; index <= 20_000; index++) {
      rememberMerged(`vis_${index}`, 0)
    }
    expect([wasMergedLately("vis_0", 1), wasMergedLately("vis_1", 1)]).toEqual([false, true])
  })
})
