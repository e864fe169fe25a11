import { urlOf } from "../../../lib/api"

/** Whether the server can be reached, as the last call said, and how far this device's clock is off. */

export type LinkState = {
  status: "online" | "offline" | "signed-out" | "forbidden"
  code?: string
  skew: number
}

const SKEW = "bozor.pos.skew"
const PING_MS = 6_000
const PING_TIMEOUT_MS = 4_000

export class Link {
  state: LinkState = {
    status: navigator.onLine ? "online" : "offline",
    skew: Number(localStorage.getItem(SKEW)) || 0,
  }
  private listeners = new Set<() => void>()
  private timer: ReturnType<typeof setInterval> | undefined

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  read = (): LinkState => this.state

  /** The time of the server, as near as it is known. */
  now = (): number => Date.now() + this.state.skew

  start(): () => void {
    const down = () => this.set({ status: "offline" })
    const up = () => void this.ping()
    window.addEventListener("offline", down)
    window.addEventListener("online", up)
    this.timer = setInterval(() => void this.ping(), PING_MS)
    void this.ping()
    return () => {
      window.removeEventListener("offline", down)
      window.removeEventListener("online", up)
      clearInterval(this.timer)
    }
  }

  /** What a call of ours says about the way to the server. */
  note(status: number, code?: string): void {
    if (status === 0 || status >= 500) {
      this.set({ status: "offline", code })
    } else if (status === 401) {
      this.set({ status: "signed-out", code })
    } else if (status === 403 || status === 404) {
      this.set({ status: "forbidden", code })
    } else {
      this.set({ status: "online", code: undefined })
    }
  }

  /** Asks for the server's clock; only brings back what was out of reach: who is signed in, it does not know. */
  async ping(): Promise<void> {
    const sent = Date.now()
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), PING_TIMEOUT_MS)
    try {
      const response = await fetch(urlOf("/health"), { cache: "no-store", signal: abort.signal })
      if (response.status >= 500) {
        this.set({ status: "offline" })
        return
      }
      const date = Date.parse(response.headers.get("date") ?? "")
      const middle = (sent + Date.now()) / 2
      // The header counts whole seconds: less than two are no difference.
      const skew = Number.isNaN(date) || Math.abs(date - middle) < 2_000 ? 0 : date - middle
      const isBack = response.ok && this.state.status === "offline"
      localStorage.setItem(SKEW, String(skew))
      this.set({ skew, ...(isBack && { status: "online" as const, code: undefined }) })
    } catch {
      this.set({ status: "offline" })
    } finally {
      clearTimeout(timer)
    }
  }

  private set(change: Partial<LinkState>): void {
    const next = { ...this.state, ...change }
    if (next.status !== this.state.status || next.code !== this.state.code || next.skew !== this.state.skew) {
      this.state = next
      this.listeners.forEach((listener) => listener())
    }
  }
}
