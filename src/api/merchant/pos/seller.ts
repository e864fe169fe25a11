import { Seller } from "../../../workflows/pos"
import { MerchantRequest } from "../../access/standing"

/** Who stands at the cash desk: from the membership alone. */
export function sellerOf(req: MerchantRequest): Seller {
  return {
    company_id: req.company.id,
    member_id: req.company.member_id,
    user_id: req.auth_context.actor_id,
    permissions: req.permissions,
  }
}
