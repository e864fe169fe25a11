import { LOW_STOCK, stockState } from "../lib/low-stock"

describe("stockState", () => {
  it.each([
    [-1, LOW_STOCK, "out"],
    [0, LOW_STOCK, "out"],
    [0, 0, "out"],
    [1, LOW_STOCK, "urgent"],
    [3, LOW_STOCK, "urgent"],
    [4, LOW_STOCK, "low"],
    [10, LOW_STOCK, "low"],
    [11, LOW_STOCK, "in"],
    [1, 0, "in"],
    [3, 2, "in"],
    [2, 2, "urgent"],
    [50, 50, "low"],
  ])("of %d pieces with threshold %d is %s", (available, threshold, state) => {
    expect(stockState(available, threshold)).toBe(state)
  })
})
