import { BatchWriter } from "../../../../lib/batch-writer"
import { Tally } from "./tally"
import { Counted } from "./types"

/** Work that is done a while after there is something to do, and not twice at once. */
export class Flusher extends BatchWriter<Counted> {
  private timer: NodeJS.Timeout | undefined

  constructor(
    tally: Tally,
    write: (events: Counted[]) => Promise<void>,
    private readonly options: { delay_ms: number; onError: (error: Error) => void }
  ) {
    super(tally, write)
  }

  /** Something waits: it is written within the interval. The timer keeps no process alive. */
  wake(): void {
    if (!this.timer) {
      this.timer = setTimeout(() => this.onTimer(), this.options.delay_ms)
      this.timer.unref()
    }
  }

  /** Ends the timer and writes what is left. */
  async stop(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    await this.flush()
  }

  private onTimer(): void {
    this.timer = undefined
    this.flush().catch((error: Error) => {
      this.options.onError(error)
      this.wake()
    })
  }
}
