/** States of a gateway transaction: waiting, paid, cancelled unpaid, cancelled after it was paid. */
export type State = 1 | 2 | -1 | -2

/** A row of the provider's statement; money in tiyin, time in milliseconds. */
export type TheirRow = {
  external_id: string
  amount_tiyin: number
  /** Which of our states says the same; null when the statement does not say. */
  states: State[] | null
  /** The state in the provider's own word. */
  state: string | null
  account: string | null
}

/** A gateway transaction. */
export type OurRow = {
  external_id: string
  /** Further names the provider may list it by. */
  aliases: string[]
  amount_tiyin: number
  state: State
  reference: string
  /** Whether it belongs to the statement's period; others are there only because the statement names them. */
  is_in_period: boolean
}

export type Verdict = "matched" | "missing_here" | "missing_there" | "different_amount" | "different_state"

export type ResultRow = {
  verdict: Verdict
  external_id: string
  reference: string | null
  their_amount_tiyin: number | null
  our_amount_tiyin: number | null
  their_state: string | null
  our_state: State | null
  note: string | null
}

export type MatchOptions = {
  /** Our states that the statement lists; a transaction in another state may be absent from it. */
  listed: State[]
}

/**
 * Compares a provider's statement with our transactions. Each of their rows gets one verdict, in their order; then come
 * those of ours that they should have listed and did not. An amount that differs is said before a state that does.
 */
export function matchStatement(theirs: TheirRow[], ours: OurRow[], { listed }: MatchOptions): ResultRow[] {
  const byId = new Map<string, OurRow>()
  for (const row of ours) {
    for (const id of [row.external_id, ...row.aliases]) {
      byId.set(id, row)
    }
  }
  // A transaction's own id is worth more than another's alias.
  for (const row of ours) {
    byId.set(row.external_id, row)
  }
  const seen = new Set<OurRow>()
  const results = theirs.map((their) => {
    const our = byId.get(their.external_id)
    if (!our) {
      return result("missing_here", their, null)
    }
    if (seen.has(our)) {
      return result("missing_here", their, null, "listed more than once")
    }
    seen.add(our)
    return result(verdictOf(their, our), their, our)
  })
  const absent = ours.filter((our) => our.is_in_period && listed.includes(our.state) && !seen.has(our))
  return [...results, ...absent.map((our) => result("missing_there", null, our))]
}

function verdictOf(their: TheirRow, our: OurRow): Verdict {
  if (their.amount_tiyin !== our.amount_tiyin) {
    return "different_amount"
  }
  return their.states && !their.states.includes(our.state) ? "different_state" : "matched"
}

function result(
  verdict: Verdict,
  their: TheirRow | null,
  our: OurRow | null,
  note: string | null = null
): ResultRow {
  return {
    verdict,
    external_id: their?.external_id ?? our!.external_id,
    reference: our?.reference ?? their?.account ?? null,
    their_amount_tiyin: their?.amount_tiyin ?? null,
    our_amount_tiyin: our?.amount_tiyin ?? null,
    their_state: their?.state ?? null,
    our_state: our?.state ?? null,
    note,
  }
}

/** Rows by verdict. */
export function countVerdicts(rows: ResultRow[]): Record<Verdict, number> {
  const counts = { matched: 0, missing_here: 0, missing_there: 0, different_amount: 0, different_state: 0 }
  for (const { verdict } of rows) {
    counts[verdict]++
  }
  return counts
}
