/**
 * Whose likes have been merged a moment ago. A storefront sends a visitor's token with every call, also long after its person
 * has signed in; a like need not look each time whether the visitor has left anything. Lists always look.
 */
const MINUTE_MS = 60_000
const MOST = 20_000

const merged = new Map<string, number>()

/** Whether this visitor has nothing left, as far as this process knows. */
export function wasMergedLately(visitorId: string, now = Date.now()): boolean {
  const at = merged.get(visitorId)
  return at !== undefined && now - at < MINUTE_MS
}

export function rememberMerged(visitorId: string, now = Date.now()): void {
  merged.delete(visitorId)
  merged.set(visitorId, now)
  if (merged.size > MOST) {
    merged.delete(merged.keys().next().value!)
  }
}

/** The visitor has liked something: there is something to merge again. */
export function forgetMerged(visitorId: string): void {
  merged.delete(visitorId)
}
