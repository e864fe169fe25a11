import { api, ApiError, chosenCompany } from "./api"
import { EventReader, ServerEvent } from "./events"

export type FeedState = { company: string | null; unread: number; isLive: boolean }
type Unread = { unread_orders: number }

/** Where streams don't come through, the server is asked this often. */
const POLL_MS = 20_000
const RETRY_MS = 3000
/** Tries in a row after which a stream is given up for a while. */
const TRIES = 3
const REST_MS = 5 * 60_000

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true })
  })

/**
 * News of the orders of the company in hand, for all parts of a page together: one stream while anybody listens, and
 * questions now and then where a stream does not come through. Another company chosen, another feed.
 */
export class OrderFeed {
  state: FeedState = { company: null, unread: 0, isLive: false }
  private readonly listeners = new Set<() => void>()
  private readonly hearers = new Set<(event: ServerEvent) => void>()
  private stop: AbortController | null = null

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    this.follow()
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size === 0) {
        this.stop?.abort()
        this.stop = null
      }
    }
  }

  /** Hears each event once; for sounds and for reading anew. */
  hear(hearer: (event: ServerEvent) => void): () => void {
    this.hearers.add(hearer)
    return () => void this.hearers.delete(hearer)
  }

  /** Goes on with the company in hand when it is another one. */
  follow(): void {
    const company = chosenCompany()
    if (this.listeners.size > 0 && (!this.stop || this.state.company !== company)) {
      this.stop?.abort()
      this.stop = new AbortController()
      this.set({ company, unread: 0, isLive: false })
      void this.run(this.stop.signal)
    }
  }

  /** Everything has been seen, as this page knows already. */
  seen(): void {
    this.set({ unread: 0 })
  }

  private async run(signal: AbortSignal): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      const startedAt = Date.now()
      const isRefused = await this.listen(signal)
      this.set({ isLive: false }, signal)
      failures = Date.now() - startedAt > RETRY_MS ? 0 : failures + 1
      if (isRefused || failures >= TRIES) {
        await this.ask(signal, Date.now() + REST_MS)
        failures = 0
      } else {
        await pause(RETRY_MS, signal)
      }
    }
  }

  /** @returns whether the server said that it will not, or not any more */
  private async listen(signal: AbortSignal): Promise<boolean> {
    try {
      const { body } = await api.stream("/merchant/events", signal)
      const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
      const events = new EventReader()
      this.set({ isLive: true }, signal)
      for (;;) {
        const { done, value } = await reader.read()
        if (done) {
          return false
        }
        const read = events.read(value)
        read.forEach((event) => this.take(event, signal))
        // Another page of this person has taken this one's place: this one asks from now on.
        if (read.some(({ event }) => event === "replaced")) {
          return true
        }
      }
    } catch (error) {
      return error instanceof ApiError && error.status >= 400 && error.status < 500
    }
  }

  private async ask(signal: AbortSignal, until: number): Promise<void> {
    while (!signal.aborted && Date.now() < until) {
      const read = await api.get<Unread>("/merchant/unread", undefined, signal).catch(() => null)
      if (read) {
        this.take({ event: "unread", data: read }, signal)
      }
      await pause(POLL_MS, signal)
    }
  }

  private take(event: ServerEvent, signal: AbortSignal): void {
    if (signal.aborted) {
      return
    }
    if (event.event === "unread") {
      const { unread_orders } = event.data as Unread
      const hasMore = unread_orders > this.state.unread
      this.set({ unread: unread_orders })
      this.hearers.forEach((hear) => hear({ event: hasMore ? "more" : "fewer", data: event.data }))
    }
    this.hearers.forEach((hear) => hear(event))
  }

  private set(change: Partial<FeedState>, signal?: AbortSignal): void {
    if (!signal?.aborted) {
      this.state = { ...this.state, ...change }
      this.listeners.forEach((listener) => listener())
    }
  }
}
