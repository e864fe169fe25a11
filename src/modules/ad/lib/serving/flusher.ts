import { Tally } from "./tally"
import { Counted } from "./types"

/** Work that is done a while after there is something to do, and not twice at once. */
export class Flusher {
  private timer: NodeJS.Timeout | undefined
  private running: Promise<void> | undefined

  constructor(
    private readonly tally: Tally,
    private readonly write: (events: Counted[]) => Promise<void>,
    private readonly options: { delay_ms: number; onError: (error: Error) => void }
  ) {}

  /** Something waits: it is written within the interval. The timer keeps no process alive. */
  wake(): void {
    if (!this.timer) {
      this.timer = setTimeout(() => this.onTimer(), this.options.delay_ms)
      this.timer.unref()
    }
  }

  /**
   * Writes what waits at this moment.
   * @throws {Error} of the database; what could not be written waits on
   */
  async flush(): Promise<void> {
    while (this.running) {
      await this.running.catch(() => undefined)
    }
    if (this.tally.size > 0) {
      this.running = this.writeOnce().finally(() => (this.running = undefined))
      await this.running
    }
  }

  /** Ends the timer and writes what is left. */
  async stop(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    await this.flush()
  }

  private async writeOnce(): Promise<void> {
    const events = this.tally.take()
    try {
      await this.write(events)
    } catch (error) {
      this.tally.putBack(events)
      throw error
    }
  }

  private onTimer(): void {
    this.timer = undefined
    this.flush().catch((error: Error) => {
      this.options.onError(error)
      this.wake()
    })
  }
}
