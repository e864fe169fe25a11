import type { SaleRequest, SaleResult } from "./types"

/**
 * A sale's way from the counter to the server. Every sale, online or not, is written into the browser's database as an
 * `Entry` BEFORE the screen says "sold"; everything below is a pure change of one entry, applied in one transaction of that
 * database, so that tabs, crashes and late answers meet in one place.
 *
 * `told`: the screen has said "sold", the customer may be gone, the money is in the drawer. It decides what a refusal means.
 *
 * | state, told        | what happens                        | becomes                                                      |
 * |--------------------|-------------------------------------|--------------------------------------------------------------|
 * | (none)             | payment, server in reach            | waiting, not told, `is_offline: false`, held by its tab      |
 * | (none)             | payment, server out of reach        | waiting, told, `is_offline: true`                            |
 * | waiting, not told  | done                                | done; the screen says sold                                   |
 * | waiting, not told  | refused                             | refused, not told: nothing was sold; the basket is still     |
 * |                    |                                     | there, the screen takes the entry back (`withdraw`)          |
 * | waiting, not told  | no answer within seconds (`tell`)   | waiting, told: it may or may not have arrived                |
 * | waiting, not told  | the tab dies                        | unchanged; another tab or the next visit sends it, and shows |
 * |                    |                                     | what came of it, because nobody has seen it                  |
 * | waiting, told      | done                                | done                                                         |
 * | waiting, told      | review                              | review, to be seen: money is taken, a person settles it      |
 * | waiting, told      | refused, `is_offline: false`        | waiting, `is_offline: true`: it never arrived (a refusal     |
 * |                    |                                     | leaves no trace), and the goods are gone all the same        |
 * | waiting, told      | refused POS_CLIENT_ID_REUSED after  | waiting, `is_offline: false`: the first sending had arrived  |
 * |                    | that turn                           | after all; asked again in its own words it answers           |
 * | waiting, told      | refused otherwise                   | refused, to be seen: kept until a person has seen it, and    |
 * |                    |                                     | may be sent again                                            |
 * | waiting, any       | POS_SALE_BUSY, POS_TRY_AGAIN, 5xx,  | waiting, later again with the same id and content            |
 * |                    | no network, 401, 403                |                                                              |
 * | done, review       | any late answer                     | as it is: the first word about a finished sale stays         |
 * | refused            | a late "done" or "review"           | that: the server has it, whatever it said before             |
 *
 * Twice is impossible: the server claims `client_id` once, and an id is drawn once per basket. Lost is impossible: an entry
 * leaves the database only when it is done, or was seen, or was never told.
 */
export type Entry = {
  client_id: string
  company_id: string
  member_id: string
  member_name: string
  request: SaleRequest
  /** For lists and slips while the server has not answered: names by variant. */
  titles: Record<string, string>
  total: number
  state: "waiting" | "done" | "review" | "dropped" | "refused"
  is_told: boolean
  is_seen: boolean
  /** Until then its own tab waits for the answer, and others leave it alone; ms. */
  held_until: number
  /** Not to be sent before; ms. */
  next_at: number
  tries: number
  /** How often `is_offline` was turned. */
  turns: number
  made_at: number
  answered_at: number | null
  answer: SaleResult | null
  last_code: string | null
}

type New = Pick<Entry, "company_id" | "member_id" | "member_name" | "request" | "titles" | "total">

/** How long the counter waits for an answer before it goes on without. */
export const PATIENCE_MS = 5_000
const HOLD_SLACK_MS = 2_000

export function enqueue(sale: New, now: number): Entry {
  const isOffline = sale.request.is_offline
  return {
    ...sale,
    client_id: sale.request.client_id,
    state: "waiting",
    is_told: isOffline,
    is_seen: false,
    held_until: isOffline ? 0 : now + PATIENCE_MS + HOLD_SLACK_MS,
    ...{ next_at: 0, tries: 0, turns: 0, made_at: now, answered_at: null, answer: null, last_code: null },
  }
}

/** The screen goes on without an answer. An entry that has been answered meanwhile stays as it is. */
export const tell = (entry: Entry): Entry =>
  entry.state === "waiting" ? { ...entry, is_told: true, held_until: 0 } : entry

const AGAIN = ["POS_SALE_BUSY", "POS_TRY_AGAIN"]
const MAX_TURNS = 2

/** Seconds grow to a minute; the first retries come fast, because most losses are blinks. */
export const pause = (tries: number): number => Math.min(60_000, 1_000 * 2 ** Math.min(tries, 6))

/**
 * @param turns of the entry when it was sent: a refusal of what has been turned since says nothing about it any more
 */
export function answered(entry: Entry, result: SaleResult, now: number, turns = entry.turns): Entry {
  const isOpen = entry.state === "waiting" || (entry.state === "refused" && result.status !== "refused")
  if (!isOpen || (result.status === "refused" && turns !== entry.turns)) {
    return entry
  }
  if (result.status !== "refused") {
    const is_seen = result.status === "done" && entry.is_told
    return { ...settled(entry, result, now), state: result.status, is_seen }
  }
  if (result.code && AGAIN.includes(result.code)) {
    return unanswered(entry, result.code, now)
  }
  if (entry.is_told && mayTurn(entry, result)) {
    return turned(entry, result)
  }
  return { ...settled(entry, result, now), state: "refused" }
}

const settled = (entry: Entry, answer: SaleResult, now: number): Entry => ({
  ...entry,
  ...{ answer, answered_at: now, held_until: 0, last_code: answer.code ?? null },
})

function mayTurn({ request, turns }: Entry, { code }: SaleResult): boolean {
  return turns < MAX_TURNS && (!request.is_offline || (turns > 0 && code === "POS_CLIENT_ID_REUSED"))
}

const turned = (entry: Entry, { code }: SaleResult): Entry => ({
  ...entry,
  request: { ...entry.request, is_offline: !entry.request.is_offline },
  ...{ turns: entry.turns + 1, next_at: 0, held_until: 0, last_code: code ?? null },
})

/** Nothing is known of what became of it: the same again, later. */
export const unanswered = (entry: Entry, code: string, now: number): Entry =>
  entry.state === "waiting"
    ? { ...entry, tries: entry.tries + 1, next_at: now + pause(entry.tries), last_code: code }
    : entry

/** A person has read it. */
export const see = (entry: Entry): Entry => (entry.state === "waiting" ? entry : { ...entry, is_seen: true })

/** A person sends a refused sale once more, after what was wrong has been put right. */
export const resend = (entry: Entry): Entry =>
  entry.state === "refused"
    ? {
        ...entry,
        state: "waiting",
        is_told: true,
        is_seen: false,
        next_at: 0,
        turns: 0,
        answer: null,
        answered_at: null,
      }
    : entry

export type Sender = { member_id: string; manages: boolean }

/** Whether a person may send an entry: one's own; whoever manages the desks, also others' offline ones (as the server). */
const maySend = ({ member_id, request }: Entry, sender: Sender): boolean =>
  member_id === sender.member_id || (sender.manages && request.is_offline)

/** What is to be sent now, in the order of the sales. */
export const sendable = (entries: Entry[], sender: Sender, now: number, limit = 50): Entry[] =>
  entries
    .filter((entry) => entry.state === "waiting" && maySend(entry, sender))
    .filter(({ held_until, next_at }) => held_until <= now && next_at <= now)
    .sort((a, b) => a.made_at - b.made_at)
    .slice(0, limit)

const DAY_MS = 86_400_000

/** Whether an entry may be forgotten: finished, seen, and old enough that nobody asks for its slip. */
export const isStale = ({ state, is_seen, made_at }: Entry, now: number): boolean =>
  is_seen &&
  ((state === "done" && made_at < now - 3 * DAY_MS) || (state !== "waiting" && made_at < now - 30 * DAY_MS))

export type QueueSums = {
  waiting: number
  waitingTotal: number
  others: number
  toSee: Entry[]
  refused: Entry[]
}

/** What the bar says: sales that wait, those among them that another person has to send, what nobody has seen yet, and what was
 * seen and is still missing on the server. */
export function sumsOf(entries: Entry[], sender: Sender): QueueSums {
  const waiting = entries.filter(({ state }) => state === "waiting")
  return {
    waiting: waiting.length,
    waitingTotal: waiting.reduce((sum, { total }) => sum + total, 0),
    others: waiting.filter((entry) => !maySend(entry, sender)).length,
    refused: entries.filter(({ state, is_told, is_seen }) => state === "refused" && is_told && is_seen),
    toSee: entries.filter(({ state, is_seen }) => state !== "waiting" && !is_seen),
  }
}
