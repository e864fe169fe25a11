import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  addressOf,
  answerPage,
  Caller,
  listenToNotices,
  localeOf,
  noteSearched,
  NOT_SPONSORED,
  openDoor,
  Question,
  ReadyPage,
  serveCatalog,
  Served,
  shelfOf,
} from "../../../workflows/catalog/serve"
import { adIndex } from "../../../workflows/ad/serving/ad-index"
import { privateOwnersOf } from "../../../workflows/store/private-channels"
import { customerOf, shopperOf } from "../../access/shopper"
import { sponsoredFor, wantedOfQuery } from "../ads/sponsored"
import { channelsOf } from "../guards/channel"

/** Seconds after which a storefront may ask again while the first catalogue is being built. */
const RETRY_SECONDS = "2"

/** Answers a question about the catalogue, and lets the next such request be answered at the front door. */
export async function answerCatalog(req: MedusaRequest, res: MedusaResponse, question: Question) {
  listenToNotices(req.scope)
  const caller = await callerOf(req)
  const served = await serveCatalog(req.scope, caller, question).catch((error: { code?: string }) => {
    if (error.code !== "CATALOG_BUILDING") {
      throw error
    }
    const { code, type, message } = error as { code: string; type: string; message: string }
    res.setHeader("Retry-After", RETRY_SECONDS)
    res.status(503).json({ code, type, message })
  })
  if (!served) {
    return
  }
  const { customer_id, visitor_id } = shopperOf(req)
  noteSearched(req.scope, served.searched, {
    locale: caller.locale,
    owner_id: customer_id ?? visitor_id,
    address: req.ip,
    is_public: !caller.is_private,
  })
  const page = await withAds(req, served, question)
  const isPublic = served.key !== null && caller.customer_id === null && page === served.page
  if (isPublic) {
    knock(req, res, caller, served)
  }
  answerPage(req, res, page, { isPublic, onPacked: () => keepPacked(req, served) })
}

async function callerOf(req: MedusaRequest): Promise<Caller> {
  const channel_ids = channelsOf(req)
  return {
    channel_ids,
    locale: localeOf((req as { locale?: string }).locale),
    customer_id: customerOf(req),
    // The guard has let nobody but its people come so far with a private company's key.
    is_private: (await privateOwnersOf(req.scope, channel_ids)).length > 0,
  }
}

/** Beside a list of words or of a category stand goods that companies pay for; such an answer is one visitor's. */
async function withAds(req: MedusaRequest, { page, placement }: Served, question: Question) {
  if (placement === null || question.kind !== "products") {
    return page
  }
  const ads = (await adIndex(req.scope)).places.get(placement)?.ads ?? []
  if (ads.length === 0) {
    return page
  }
  const addition = await sponsoredFor(req, wantedOfQuery(question.query))
  return new ReadyPage(page.text.slice(0, -NOT_SPONSORED.length) + `,${JSON.stringify(addition).slice(1)}`)
}

/** The next request for the same page may be answered before Medusa sees it. */
function knock(req: MedusaRequest, res: MedusaResponse, { channel_ids }: Caller, { key }: Served) {
  const shelf = shelfOf(req.scope)
  const address = addressOf(req, req.originalUrl, channel_ids)
  if (shelf.isDoorOpen && address !== undefined && key !== null && req.method === "GET") {
    shelf.remember(address, key)
    openDoor(req.scope, (req.socket as { server?: unknown }).server, res.getHeader("x-powered-by"))
  }
}

function keepPacked(req: MedusaRequest, { key, page }: Served) {
  const { pages } = shelfOf(req.scope)
  const kept = key === null ? undefined : pages.get(key)
  if (kept?.page === page) {
    pages.grown(key!, kept)
  }
}
