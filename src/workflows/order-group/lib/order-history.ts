/** A person behind an event; `null` is the buyer, a payment provider, or nobody we know. */
export type Person = { id: string; name: string | null; is_market: boolean }

export type HistoryEvent = {
  kind: "created" | "paid" | "refund_started" | "refunded" | "shipped" | "delivered" | "cancelled"
  at: string
  by: Person | null
  amount?: number
  reason?: string | null
}

/** What is known of an order's life, with the ids of the people who did it. */
export type HistoryFacts = {
  created_at: Date | string
  paid_at: Date | string | null
  confirmed_by: string | null
  canceled_at: Date | string | null
  canceled_by: string | null
  cancel_reason: string | null
  delivered_at: Date | string | null
  delivered_by: string | null
  parcels: Array<{ shipped_at: string | null; shipped_by: string | null }>
  refunds: Array<{
    created_at: Date | string
    succeeded_at: Date | string | null
    status: string
    amount: number
    reason: string
    requested_by: string | null
  }>
}

/** Everybody named by the facts, once. */
export function peopleIn(facts: HistoryFacts): string[] {
  const ids = [
    facts.confirmed_by,
    facts.canceled_by,
    facts.delivered_by,
    ...facts.parcels.map(({ shipped_by }) => shipped_by),
    ...facts.refunds.map(({ requested_by }) => requested_by),
  ]
  return [...new Set(ids.filter((id): id is string => !!id))]
}

/** The life of an order, oldest first. A refund that failed leaves no trace in it: nothing came of it. */
export function historyOf(facts: HistoryFacts, people: Map<string, Person>): HistoryEvent[] {
  const by = (id: string | null) => (id ? (people.get(id) ?? { id, name: null, is_market: true }) : null)
  const text = (at: Date | string) => new Date(at).toISOString()
  const events: HistoryEvent[] = [{ kind: "created", at: text(facts.created_at), by: null }]
  if (facts.paid_at) {
    events.push({ kind: "paid", at: text(facts.paid_at), by: by(facts.confirmed_by) })
  }
  for (const { shipped_at, shipped_by } of facts.parcels) {
    if (shipped_at) {
      events.push({ kind: "shipped", at: text(shipped_at), by: by(shipped_by) })
    }
  }
  if (facts.delivered_at) {
    events.push({ kind: "delivered", at: text(facts.delivered_at), by: by(facts.delivered_by) })
  }
  if (facts.canceled_at) {
    const { canceled_at, canceled_by, cancel_reason: reason } = facts
    events.push({ kind: "cancelled", at: text(canceled_at), by: by(canceled_by), reason })
  }
  for (const { created_at, succeeded_at, amount, reason, requested_by } of facts.refunds.filter(isAlive)) {
    events.push({ kind: "refund_started", at: text(created_at), by: by(requested_by), amount, reason })
    if (succeeded_at) {
      events.push({ kind: "refunded", at: text(succeeded_at), by: null, amount })
    }
  }
  return events.sort((one, other) => one.at.localeCompare(other.at))
}

const isAlive = ({ status }: { status: string }) => status !== "failed"
