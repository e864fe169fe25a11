import { BoundedMap } from "../../../../lib/bounded-map"
import { dayOf } from "./day"
import { Counted } from "./types"

/** More than these tokens, visitors and unwritten events are not remembered at once. */
const MOST = { tokens: 200_000, viewers: 100_000, events: 50_000 }

/** What has been counted and waits to be written, and who has seen what today. In memory, and bounded. */
export class Tally {
  private events: Counted[] = []
  private readonly tokens = new BoundedMap<string, true>(MOST.tokens)
  private readonly viewers = new BoundedMap<string, { day: string; seen: Map<string, number> }>(MOST.viewers)

  get size(): number {
    return this.events.length
  }

  /** Whether a token has been counted here. */
  knows(nonce: string): boolean {
    return this.tokens.get(nonce) === true
  }

  /**
   * Counts something, once.
   * @param viewer whose frequency an impression adds to
   * @returns false for a token that has been counted here, and while the database has been away too long
   */
  add(event: Counted, viewer: string): boolean {
    if (this.knows(event.nonce) || this.events.length >= MOST.events) {
      return false
    }
    this.tokens.set(event.nonce, true)
    this.events.push(event)
    if (event.kind === "impression") {
      this.see(viewer, event.ad_id, event.at)
    }
    return true
  }

  /** What waits; it is the caller's from now on. */
  take(): Counted[] {
    const taken = this.events
    this.events = []
    return taken
  }

  /** What could not be written waits again, before what has come since. */
  putBack(events: Counted[]): void {
    this.events = [...events, ...this.events]
  }

  /** How often a viewer has been shown an ad on the day of `now`. */
  seenBy(viewer: string, adId: string, now: number): number {
    const today = this.viewers.get(viewer)
    return today?.day === dayOf(now) ? (today.seen.get(adId) ?? 0) : 0
  }

  private see(viewer: string, adId: string, at: number): void {
    const day = dayOf(at)
    const known = this.viewers.get(viewer)
    const today = known?.day === day ? known : { day, seen: new Map<string, number>() }
    today.seen.set(adId, (today.seen.get(adId) ?? 0) + 1)
    this.viewers.set(viewer, today)
  }
}
