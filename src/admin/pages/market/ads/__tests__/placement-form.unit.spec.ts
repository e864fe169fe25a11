import type { AdPlacement } from "../../../ads/lib/types"
import { placementBody, placementOf, positionsOf, wrongFields } from "../lib/placement-form"

const BANNER: AdPlacement = {
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
const LIST: AdPlacement = { ...BANNER, kind: "listing", width: null, height: null, positions: [2, 7, 12] }

it("positions are numbers with commas, in order and once each", () => {
  expect(positionsOf("7, 2,2, 12")).toEqual([2, 7, 12])
  expect([positionsOf(""), positionsOf("0"), positionsOf("2;7"), positionsOf("101")]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

it("a place sends what its kind has, and nothing else", () => {
  expect(placementBody(placementOf(BANNER), "banner")).toEqual({
    is_active: true,
    width: 1200,
    height: 400,
    most: 5,
    minimum_cpm: 5000,
    minimum_cpc: 250,
  })
  expect(placementBody({ ...placementOf(LIST), is_active: false }, "listing")).toEqual({
    is_active: false,
    most: 5,
    positions: [2, 7, 12],
    minimum_cpm: 5000,
    minimum_cpc: 250,
  })
})

it("what is no number is named; a least price may be nothing", () => {
  const draft = { ...placementOf(BANNER), width: "", most: "0", minimum_cpm: "0" }
  expect(wrongFields(draft, "banner")).toEqual(["width", "most"])
  expect(wrongFields({ ...placementOf(LIST), positions: "x" }, "listing")).toEqual(["positions"])
})
