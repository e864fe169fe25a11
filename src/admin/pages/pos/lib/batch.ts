import type { Entry } from "./queue"
import type { SaleRequest, SaleResult } from "./types"

/** The sending of what waits: one batch, its answers, and what a failure of the call itself means. */

export type Sent =
  | { kind: "results"; results: SaleResult[] }
  /** Nothing is known; `status` 0 means that the server was not reached. */
  | { kind: "failed"; status: number; code: string }

export type Post = (sales: SaleRequest[]) => Promise<Sent>

export type Outcome = { client_id: string; result: SaleResult } | { client_id: string; code: string }

/** A call that is refused for what it holds, and not for who calls or because something is broken. */
const isContent = (status: number) => status === 400 || status === 413 || status === 422

/**
 * Sends entries and says what is known of each afterwards. A batch that the server cannot read is sent one by one, so that
 * one bad sale holds up nobody else's; a single one that it cannot read is refused, and shown.
 * @returns an outcome for every entry, and how the calls went
 */
export async function sendBatch(
  entries: Entry[],
  post: Post,
  serverNow: () => number
): Promise<{ outcomes: Outcome[]; failure: { status: number; code: string } | null }> {
  const sent = await post(entries.map(({ request }) => timed(request, serverNow())))
  if (sent.kind === "results") {
    const byId = new Map(sent.results.map((result) => [result.client_id, result]))
    const outcomes = entries.map(({ client_id }): Outcome => {
      const result = byId.get(client_id)
      return result ? { client_id, result } : { client_id, code: "NO_ANSWER" }
    })
    return { outcomes, failure: null }
  }
  const { status, code } = sent
  if (!isContent(status)) {
    return { outcomes: entries.map(({ client_id }) => ({ client_id, code })), failure: { status, code } }
  }
  if (entries.length === 1) {
    const [{ client_id }] = entries
    return { outcomes: [{ client_id, result: { client_id, status: "refused", code } }], failure: null }
  }
  const outcomes: Outcome[] = []
  for (const entry of entries) {
    const single = await sendBatch([entry], post, serverNow)
    outcomes.push(...single.outcomes)
    if (single.failure) {
      const rest = entries
        .slice(outcomes.length)
        .map(({ client_id }) => ({ client_id, code: single.failure!.code }))
      return { outcomes: [...outcomes, ...rest], failure: single.failure }
    }
  }
  return { outcomes, failure: null }
}

/** A sale is never in the future for the server, also where the clock of the counter runs fast. */
const timed = (request: SaleRequest, serverNow: number): SaleRequest =>
  new Date(request.sold_at).getTime() > serverNow
    ? { ...request, sold_at: new Date(serverNow).toISOString() }
    : request
