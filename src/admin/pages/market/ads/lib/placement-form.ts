import { wholeOf } from "../../../ads/lib/draft"
import type { AdPlacement } from "../../../ads/lib/types"

/** What the form of a place holds, and how it is sent. Pure, so that it is tested without a browser. */

export const placementOf = (place: AdPlacement) => ({
  is_active: place.is_active,
  width: String(place.width ?? ""),
  height: String(place.height ?? ""),
  most: String(place.most),
  positions: (place.positions ?? []).join(", "),
  minimum_cpm: String(place.minimum_cpm),
  minimum_cpc: String(place.minimum_cpc),
})
export type PlacementDraft = ReturnType<typeof placementOf>
type Field = Exclude<keyof PlacementDraft, "is_active">

/** "2, 7, 12" → [2, 7, 12], in order and without repetitions; null for anything else. */
export function positionsOf(text: string): number[] | null {
  const numbers = text.split(",").map((part) => wholeOf(part.trim()))
  const isRight = numbers.every((value): value is number => value !== null && value >= 1 && value <= 100)
  return isRight ? [...new Set(numbers as number[])].sort((a, b) => a - b) : null
}

/** Which fields a kind of place has. */
export const fieldsOf = ({ kind }: Pick<AdPlacement, "kind">): Field[] =>
  kind === "banner"
    ? ["width", "height", "most", "minimum_cpm", "minimum_cpc"]
    : ["most", "positions", "minimum_cpm", "minimum_cpc"]

/** Fields that cannot be sent as they are. A least price may be nothing; the rest is at least one. */
export function wrongFields(draft: PlacementDraft, kind: AdPlacement["kind"]): Field[] {
  return fieldsOf({ kind }).filter((field) => {
    if (field === "positions") {
      return positionsOf(draft.positions) === null
    }
    const value = wholeOf(draft[field])
    return value === null || Number.isNaN(value) || (value < 1 && !field.startsWith("minimum"))
  })
}

export const placementBody = (draft: PlacementDraft, kind: AdPlacement["kind"]) => ({
  is_active: draft.is_active,
  ...Object.fromEntries(
    fieldsOf({ kind }).map((field) => [
      field,
      field === "positions" ? positionsOf(draft.positions) : wholeOf(draft[field]),
    ])
  ),
})
