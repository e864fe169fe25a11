import { MedusaContainer } from "@medusajs/framework/types"
import { AdErrors } from "../../../modules/ad/errors"
import { isBot } from "../../../modules/ad/lib/serving/bots"
import { AdToken, readAdToken, TokenKind } from "../../../modules/ad/lib/serving/tokens"
import { AdIndex } from "../../../modules/ad/lib/serving/types"
import { adIndex, servingOf } from "./ad-index"
import { isOwnPhone } from "./own-phones"
import { linkOf } from "./queries/link"
import { ownCompanies } from "./serve"

/** Who reports that an ad was seen or followed. */
export type Reporter = {
  visitor_id: string | null
  customer_id: string | null
  user_id: string | null
  user_agent: string | undefined
  /** Line that the report comes over (`lib/network`). */
  network: string
  secret: string
}

/**
 * Counts impressions by their tokens. What comes a second time, from a program, from the advertiser's own people, or too often
 * from one address counts for nothing, and the answer does not say so.
 * @returns how many of the tokens are the reporter's own and alive
 */
export async function countImpressions(
  container: MedusaContainer,
  reporter: Reporter,
  tokens: readonly string[]
): Promise<number> {
  const now = Date.now()
  const read = tokens.map((token) => tokenOf(reporter, "impression", token, now))
  const own = read.filter((token): token is AdToken => token !== undefined)
  await countAll(container, reporter, "impression", own, now)
  return own.length
}

/**
 * Counts a click, as impressions are counted.
 * @returns where it leads; null for goods, whose page the storefront knows
 * @throws {MedusaError} AD_TOKEN_INVALID for a token that has ended, or is another ad's or visitor's
 */
export async function countClick(
  container: MedusaContainer,
  reporter: Reporter,
  click: { ad_id: string; token: string }
): Promise<string | null> {
  const now = Date.now()
  const token = tokenOf(reporter, "click", click.token, now)
  if (!token || token.ad_id !== click.ad_id) {
    throw AdErrors.tokenInvalid()
  }
  const index = await countAll(container, reporter, "click", [token], now)
  const ad = index.by_id.get(token.ad_id)
  return ad ? ad.cards[token.locale].link : linkOf(container, token.ad_id, token.locale)
}

function tokenOf(reporter: Reporter, kind: TokenKind, text: string, now: number): AdToken | undefined {
  const token = readAdToken(reporter.secret, kind, text, now)
  const isTheirs =
    token && token.viewer !== "" && [reporter.visitor_id, reporter.customer_id].includes(token.viewer)
  return isTheirs ? token : undefined
}

async function countAll(
  container: MedusaContainer,
  reporter: Reporter,
  kind: TokenKind,
  tokens: AdToken[],
  now: number
): Promise<AdIndex> {
  const index = await adIndex(container)
  if (isBot(reporter.user_agent)) {
    return index
  }
  const service = servingOf(container)
  const own = ownCompanies(index, reporter)
  for (const { nonce, ad_id, viewer, price_model, price_tiyin } of tokens) {
    const ad = index.by_id.get(ad_id)
    const company = ad?.company_id ?? null
    const isOwn =
      company !== null && (own?.has(company) || (await isOwnPhone(container, index, reporter, company)))
    const seen = kind === "impression" ? service.tally.seenBy(viewer, ad_id, now) : 0
    // Answers that were asked for side by side know nothing of each other; the company does not pay beyond its cap.
    if (!isOwn && seen < (ad?.frequency_cap ?? Infinity)) {
      const { visitor_id, customer_id, network } = reporter
      service.count(
        { nonce, kind, ad_id, price_model, price_tiyin, at: now, visitor_id, customer_id },
        viewer,
        network
      )
    }
  }
  return index
}
