import { IncomingMessage, ServerResponse } from "node:http"
import { BoundedMap } from "../../../lib/bounded-map"
import { acceptedEncodings, Encoding, isKnown } from "./lib/encodings"
import { ReadyPage } from "./lib/ready-page"

/** A page may be shown for a second by whoever stands between, and for ten more while a new one is fetched behind. */
const PUBLIC = "public, max-age=1, stale-while-revalidate=10"
const PRIVATE = "private, no-store"
/** What an answer depends on beside its address. */
const VARY = "Origin, x-publishable-api-key, x-medusa-locale, Accept-Encoding"

const accepted = new BoundedMap<string, Encoding[]>(500)

function acceptedBy(header: string | undefined): Encoding[] {
  const known = header === undefined ? undefined : accepted.get(header)
  if (known) {
    return known
  }
  const encodings = acceptedEncodings(header)
  if (header !== undefined && header.length < 500) {
    accepted.set(header, encodings)
  }
  return encodings
}

/**
 * Sends a page in the best form that is ready: the same bytes and headers whether it comes by the front door or through
 * Medusa's pipeline.
 * @param onPacked called when the page has got packed forms, which it is given the second time that somebody takes them
 */
export function answerPage(
  req: IncomingMessage,
  res: ServerResponse,
  page: ReadyPage,
  { isPublic, onPacked }: { isPublic: boolean; onPacked?: () => void }
): void {
  const encodings = acceptedBy(req.headers["accept-encoding"] as string | undefined)
  if (isPublic && encodings[0] !== "identity" && page.isWanted()) {
    page.pack().then(onPacked, () => undefined)
  }
  const form = page.form(encodings) ?? page.form(["identity"])!
  res.setHeader("Vary", VARY)
  res.setHeader("Cache-Control", isPublic ? PUBLIC : PRIVATE)
  res.setHeader("ETag", form.etag)
  if (isKnown(req.headers["if-none-match"], form.etag)) {
    res.statusCode = 304
    res.end()
    return
  }
  res.setHeader("Content-Type", "application/json; charset=utf-8")
  if (form.encoding !== "identity") {
    res.setHeader("Content-Encoding", form.encoding)
  }
  res.setHeader("Content-Length", form.body.length)
  res.end(req.method === "HEAD" ? undefined : form.body)
}
