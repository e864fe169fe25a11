import { Viewer } from "../../../workflows/exchange/queries/imports"
import { MerchantRequest } from "../../access/standing"

/** For whom an import is looked up: the caller's company, with or without what goods cost it. */
export function viewerOf(req: MerchantRequest): Viewer {
  return { company_id: req.company.id, shows_cost: req.permissions.includes("listing:cost") }
}
