import { Search } from "../types"
import { SearchTally } from "./tally"

/** Writes what waits, one batch at a time. Without a clock of its own: a note, a job or the end of the process drives it. */
export class SearchFlusher {
  private running: Promise<void> | undefined

  constructor(
    private readonly tally: SearchTally,
    private readonly write: (searches: Search[]) => Promise<void>
  ) {}

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

  private async writeOnce(): Promise<void> {
    const searches = this.tally.take()
    try {
      await this.write(searches)
    } catch (error) {
      this.tally.putBack(searches)
      throw error
    }
  }
}
