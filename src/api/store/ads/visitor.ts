import { MedusaRequest, MedusaStoreRequest } from "@medusajs/framework/http"
import { networkOf } from "../../../lib/network"
import { AD_LANGUAGES, AdLanguage } from "../../../modules/ad/lib/target"
import { Reporter } from "../../../workflows/ad/serving"
import { newVisitor, shopperOf, tokenSecret } from "../../access/shopper"

/** The language that an answer is wanted in, Uzbek where none of ours is named. */
export function adLocale(req: MedusaRequest): AdLanguage {
  const wanted = (req as { locale?: string }).locale?.slice(0, 2).toLowerCase()
  return AD_LANGUAGES.find((language) => language === wanted) ?? "uz"
}

/** A person of a company who is signed in in the same browser. */
function userOf(req: MedusaRequest): string | null {
  const { auth_context: auth } = (req.session ?? {}) as {
    auth_context?: { actor_type?: string; actor_id?: string }
  }
  return auth?.actor_type === "user" ? (auth.actor_id ?? null) : null
}

/**
 * Whom ads are shown to; somebody of whom nothing is known becomes a visitor, whose token is only made where there is an ad to
 * answer it with.
 */
export function adViewer(req: MedusaRequest) {
  const shopper = shopperOf(req)
  const known = shopper.visitor_id ?? shopper.customer_id
  const visitor = known === null ? newVisitor(req) : undefined
  return {
    viewer: known ?? visitor!.visitor_id,
    tokenOfNew: visitor?.token,
    customer_id: shopper.customer_id,
    user_id: userOf(req),
    channel_ids: (req as Partial<MedusaStoreRequest>).publishable_key_context?.sales_channel_ids ?? [],
    secret: tokenSecret(req),
    network: networkOf(req.ip),
    locale: adLocale(req),
  }
}

/** Who reports that an ad was seen or followed. */
export function adReporter(req: MedusaRequest): Reporter {
  return {
    ...shopperOf(req),
    user_id: userOf(req),
    user_agent: req.get("user-agent"),
    network: networkOf(req.ip),
    secret: tokenSecret(req),
  }
}
