/** How a write ended. `denied`: 401 and 403; `failed`: every other refusal; `interrupted`: the answer is not known. */
export const OUTCOMES = ["done", "failed", "denied", "interrupted"] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Who acted. `api-key` acts as the operators do; `nobody` showed no valid credentials. */
export const ACTOR_TYPES = ["user", "api-key", "nobody"] as const
export type ActorType = (typeof ACTOR_TYPES)[number]

/** One write as it is told to the chain; everything in it has been masked. */
export type Draft = {
  /** When the request came, ISO with milliseconds. */
  at: string
  duration_ms: number | null
  actor_type: ActorType
  actor_id: string | null
  /** E-mail address of a user, title of an API key. */
  actor_label: string | null
  company_id: string | null
  /** Method and route pattern: `POST /merchant/listings/:id`. */
  action: string
  entity_type: string | null
  entity_id: string | null
  before: unknown
  after: unknown
  /** Dotted names of what differs between `before` and `after`. */
  changed: string[]
  body: unknown
  outcome: Outcome
  status_code: number | null
  error_code: string | null
  address: string | null
  /** More than one only for refusals of nobody, which are counted by address, route and minute. */
  count: number
}

/** A link of the chain. */
export type Entry = Draft & { seq: number; id: string; prev_hash: string; hash: string }

/** What is known before the handler runs; kept in `audit_intent` until the answer is known. */
export type Intent = { id: string; draft: Draft }

/** A finished write: `intent_id` names the intent that it replaces. */
export type Finished = Draft & { intent_id?: string }

/** A refusal of somebody who showed no credentials. */
export type Denial = Pick<Draft, "at" | "action" | "status_code" | "error_code" | "address">
