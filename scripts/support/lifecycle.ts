/** Stops one thing. `hurry` fires when the person asked a second time. */
export type Stop = (hurry: AbortSignal) => Promise<void>

/** npm hands a terminal's Ctrl-C on to us although we got it ourselves: the same one twice, not two. */
const SAME_SIGNAL_MS = 1000

/**
 * Everything that has been started, in order, to be stopped in the opposite one: the server first, then the database it
 * uses. Children run in process groups of their own, so signals reach only this process and the order is kept.
 */
export class Lifecycle {
  #stops: Stop[] = []
  #hurry = new AbortController()
  #ending: Promise<void> | undefined
  #isInterrupted = false

  /** Whether a signal is ending the process; whatever fails from then on fails because of that. */
  get isInterrupted(): boolean {
    return this.#isInterrupted
  }

  add(stop: Stop): void {
    this.#stops.push(stop)
  }

  /** Stops everything, once. A failure to stop one thing does not keep the next one running. */
  end(): Promise<void> {
    this.#ending ??= (async () => {
      for (const stop of this.#stops.reverse()) {
        await stop(this.#hurry.signal).catch((error: unknown) => console.error(error))
      }
    })()
    return this.#ending
  }

  /** Handles Ctrl-C, SIGTERM and a closed terminal. `exitCode` is asked when everything has stopped. */
  listen(exitCode: () => number): void {
    let first = 0
    const handle = () => {
      if (!first) {
        first = Date.now()
        this.#isInterrupted = true
        console.log("\nStopping …")
        void this.end().then(() => process.exit(exitCode()))
      } else if (Date.now() - first > SAME_SIGNAL_MS) {
        this.#hurry.abort()
      }
    }
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(name, handle)
    }
    this.#followNpm(handle)
  }

  /** When npm started us and is gone (killed outright, or its shell died of a signal), that was a signal to us too. */
  #followNpm(handle: () => void): void {
    const parent = process.ppid
    if (process.env.npm_lifecycle_event) {
      setInterval(() => process.ppid !== parent && !this.#isInterrupted && handle(), 500).unref()
    }
  }
}
