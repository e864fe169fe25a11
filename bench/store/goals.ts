import type { Figure } from "./measure"
import type { StoreFigures } from "./index"
import { NAMES } from "./targets"

/** A ratio of two figures of one run, and what it should be at least (or at most). */
export type Goal = { what: string; value: number; goal?: string; is_met?: boolean }

/**
 * The ratios that were promised, as far as their figures are there.
 * @param measured one market or several; the second and third are compared to the first by latency
 */
export function goalsOf(measured: StoreFigures[]): Goal[] {
  const [first] = measured
  return [...ratiosOf(first.figures), ...measured.slice(1).flatMap((larger) => growthOf(first, larger))]
}

/** Calls per second of the first, in those of the second. */
function ratiosOf(figures: Figure[]): Goal[] {
  const per = (name: string) => figures.find((figure) => figure.name === name)?.per_second
  const ratio = (what: string, mine: string, theirs: string, least?: number): Goal[] => {
    const [a, b] = [per(mine), per(theirs)]
    return a === undefined || b === undefined ? [] : [atLeast(what, a / b, least)]
  }
  const { catalogList, catalogListTwo, catalogDetail, catalogDetailTwo, catalogCold, catalogDetailCold } =
    NAMES
  return [
    ...ratio("catalogue list : Medusa's list", catalogList, NAMES.vanillaList, 50),
    ...ratio("catalogue product : Medusa's product", catalogDetail, NAMES.vanillaDetail, 50),
    ...ratio("catalogue list : Medusa's with its caching flag", catalogList, NAMES.cachedList, 5),
    ...ratio("catalogue product : Medusa's with its caching flag", catalogDetail, NAMES.cachedDetail, 5),
    ...ratio("catalogue list : floor", catalogList, NAMES.floorList, 0.45),
    ...ratio("catalogue product : floor", catalogDetail, NAMES.floorDetail, 0.45),
    ...ratio("catalogue list, two channels : one", catalogListTwo, catalogList, 0.95),
    ...ratio("catalogue product, two channels : one", catalogDetailTwo, catalogDetail, 0.95),
    ...ratio("catalogue list never asked before : Medusa's list", catalogCold, NAMES.vanillaList),
    ...ratio(
      "catalogue product never asked before : Medusa's product",
      catalogDetailCold,
      NAMES.vanillaDetail
    ),
    ...ratio("our search : Medusa's search", NAMES.search, NAMES.vanillaSearch, 2),
    ...ratio("/store/products, two channels: ours : Medusa's", NAMES.coreListTwo, NAMES.vanillaListTwo),
    ...ratio(
      "/store/products, one channel of several: ours : Medusa's",
      NAMES.coreList,
      NAMES.vanillaListOne
    ),
  ]
}

const GROW = [
  NAMES.catalogList,
  NAMES.catalogCold,
  NAMES.catalogDetail,
  NAMES.catalogDetailCold,
  NAMES.search,
  NAMES.suggest,
]
const MOST_GROWTH = 1.5

/** Middle latency among more goods, in that among few. */
function growthOf(few: StoreFigures, many: StoreFigures): Goal[] {
  return GROW.flatMap((name) => {
    const [a, b] = [few, many].map(({ figures }) => figures.find((figure) => figure.name === name)?.p50_ms)
    if (a === undefined || b === undefined) {
      return []
    }
    const what = `${name}: latency among ${many.products} goods : among ${few.products}`
    return [{ what, value: b / a, goal: `≤ ${MOST_GROWTH}`, is_met: b / a <= MOST_GROWTH }]
  })
}

export function atLeast(what: string, value: number, least?: number): Goal {
  return least === undefined ? { what, value } : { what, value, goal: `≥ ${least}`, is_met: value >= least }
}
