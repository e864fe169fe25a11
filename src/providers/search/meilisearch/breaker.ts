export type BreakerEvents = { onOpen: (error: Error) => void; onClose: () => void }
export type BreakerOptions = { cool_down_ms: number; now?: () => number }

/**
 * Whether Meilisearch is asked at all. One failure opens it: nobody waits for an engine that does not answer, and one message
 * tells of the outage. After a while one caller at a time tries whether it is back, behind the answers that others get.
 */
export class Breaker {
  private openedAt: number | null = null
  private probing = false

  constructor(
    private readonly events: BreakerEvents,
    private readonly options: BreakerOptions
  ) {}

  private now(): number {
    return (this.options.now ?? Date.now)()
  }

  get isOpen(): boolean {
    return this.openedAt !== null
  }

  /** Something went wrong: nothing is asked until a probe succeeds. */
  fail(error: Error): void {
    const wasOpen = this.isOpen
    this.openedAt = this.now()
    if (!wasOpen) {
      this.events.onOpen(error)
    }
  }

  /** Tries whether the engine is back, when it is time and nobody else does. @param probe throws while it is not */
  async tryAgain(probe: () => Promise<void>): Promise<void> {
    if (this.openedAt === null || this.probing || this.now() - this.openedAt < this.options.cool_down_ms) {
      return
    }
    this.probing = true
    try {
      await probe()
      this.openedAt = null
      this.events.onClose()
    } catch (error) {
      this.fail(error as Error)
    } finally {
      this.probing = false
    }
  }
}
