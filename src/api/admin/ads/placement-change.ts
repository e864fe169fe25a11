import { toTiyin } from "../../../lib/money"
import { PlacementChange } from "../../../modules/ad/lib/placement-rows"
import { ChangePlacementBody } from "./validators"

const tiyin = (som: number | null | undefined) => (som === null || som === undefined ? som : toTiyin(som))

/** A body's changes in tiyin, positions in their order and each once. */
export function placementChange(body: ChangePlacementBody): PlacementChange {
  const { minimum_cpm, minimum_cpc, positions, ...rest } = body
  return {
    ...rest,
    positions: positions && [...new Set(positions)].sort((a, b) => a - b),
    minimum_cpm_tiyin: tiyin(minimum_cpm),
    minimum_cpc_tiyin: tiyin(minimum_cpc),
  }
}
