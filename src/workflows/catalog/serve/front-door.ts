import { IncomingMessage, Server, ServerResponse } from "node:http"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, parseCorsOrigins } from "@medusajs/framework/utils"
import { adIndex } from "../../ad/serving/ad-index"
import { arePublicChannels } from "../../store/private-channels"
import { peekPublishableKey } from "../../store/publishable-keys"
import { answerPage } from "./answer"
import { channelsKey } from "./lib/query"
import { noteSearched } from "./noted"
import { CorsHeaders, makeCorsHeaders } from "./lib/cors-headers"
import { Shelf, shelfOf } from "./shelf"

/**
 * Medusa's pipeline costs a request some hundreds of microseconds before any route sees it: scope, cookies, session, query
 * string, body parsers, CORS, key, locale, authentication. A page that lies in memory needs none of it, so it is answered
 * before (docs/decisions/0020). Only what is certain is answered here; everything else goes the way that it would have gone.
 */

const PREFIX = "/store/catalog/"
const LONGEST_URL = 2_000
const LONGEST_LOCALE = 40
/** With any of these a request is somebody's, or more than a question. */
const PERSONAL = [
  "authorization",
  "cookie",
  "x-visitor-token",
  "content-length",
  "transfer-encoding",
] as const

type Listener = (req: IncomingMessage, res: ServerResponse) => unknown

const doors = new WeakSet<Server>()

/**
 * Puts the door before a server that a request has come through. A server that is being closed, or that has one, is left
 * alone.
 * @param poweredBy what the application says of itself in `X-Powered-By`
 */
export function openDoor(container: MedusaContainer, server: unknown, poweredBy: unknown): void {
  if (!(server instanceof Server) || !server.listening || doors.has(server)) {
    return
  }
  doors.add(server)
  const answer = makeDoor(container, server, typeof poweredBy === "string" ? poweredBy : undefined)
  const before = server.listeners("request") as Listener[]
  server.removeAllListeners("request")
  server.on("request", (req, res) => {
    if (!answer(req, res)) {
      before.forEach((listener) => void listener.call(server, req, res))
    }
  })
}

/** How an address is remembered: with all that its meaning depends on. */
export function addressOf(
  req: IncomingMessage,
  url: string,
  channelIds: readonly string[]
): string | undefined {
  const locale = (req.headers["x-medusa-locale"] as string | undefined) ?? ""
  return url.length <= LONGEST_URL && locale.length <= LONGEST_LOCALE
    ? `${locale}\n${keyOf(channelIds)}\n${url}`
    : undefined
}

const keys = new WeakMap<readonly string[], string>()

function keyOf(channelIds: readonly string[]): string {
  const key = keys.get(channelIds) ?? channelsKey(channelIds)
  keys.set(channelIds, key)
  return key
}

function makeDoor(container: MedusaContainer, server: Server, poweredBy: string | undefined) {
  const shelf = shelfOf(container)
  const { storeCors } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
  const corsHeaders = makeCorsHeaders(parseCorsOrigins(storeCors))
  return (req: IncomingMessage, res: ServerResponse): boolean => {
    const url = req.url ?? ""
    if (req.method !== "GET" || !url.startsWith(PREFIX) || !server.listening || isPersonal(req)) {
      return false
    }
    const found = findPage(container, shelf, req, url)
    if (!found) {
      return false
    }
    shelf.answeredAtDoor++
    noteSearched(container, found.kept.searched, { locale: found.kept.locale, owner_id: null })
    if (poweredBy !== undefined) {
      res.setHeader("X-Powered-By", poweredBy)
    }
    addCors(res, corsHeaders(req.headers.origin))
    answerPage(req, res, found.kept.page, {
      isPublic: true,
      onPacked: () => shelf.pages.grown(found.key, found.kept),
    })
    return true
  }
}

const isPersonal = ({ headers }: IncomingMessage) => PERSONAL.some((name) => headers[name] !== undefined)

function findPage(container: MedusaContainer, shelf: Shelf, req: IncomingMessage, url: string) {
  const token = req.headers["x-publishable-api-key"]
  // What the catalogue's state says comes first: it may be what empties the shelf.
  if (typeof token !== "string" || shelf.state() instanceof Promise) {
    return undefined
  }
  const channelIds = peekPublishableKey(container, token)
  if (!channelIds || !arePublicChannels(channelIds)) {
    return undefined
  }
  const address = addressOf(req, url, channelIds)
  const key = address === undefined ? undefined : shelf.addresses.get(address)?.key
  const kept = key === undefined ? undefined : shelf.page(key)
  return key !== undefined && kept && !hasAds(container, kept.placement) ? { key, kept } : undefined
}

/** Whether goods that somebody pays for may stand beside a page; unless it is known that there are none, yes. */
function hasAds(container: MedusaContainer, placement: string | null): boolean {
  if (placement === null) {
    return false
  }
  const index = adIndex(container)
  return index instanceof Promise || (index.places.get(placement)?.ads.length ?? 0) > 0
}

function addCors(res: ServerResponse, headers: CorsHeaders): void {
  for (const [name, value] of headers) {
    res.setHeader(name, value)
  }
}
