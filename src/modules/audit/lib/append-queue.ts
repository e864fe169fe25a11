import { Finished } from "../types"

const BATCH = 50
const PAUSES_MS = [200, 1_000]

type Append = (finished: Finished[], options: { is_retry: boolean }) => Promise<void>

/**
 * Finished writes of this process on their way into the chain: one transaction at a time, many entries in each, so that a
 * burst of requests neither waits in a row at the chain's lock nor uses up the connections.
 */
export class AppendQueue {
  private readonly waiting: Finished[] = []
  private running: Promise<void> | undefined

  constructor(
    private readonly append: Append,
    private readonly onLost: (error: unknown, finished: Finished) => void
  ) {}

  add(finished: Finished): void {
    this.waiting.push(finished)
    this.running ??= this.run().finally(() => (this.running = undefined))
  }

  /** Resolves when everything that was added has been written. */
  async drain(): Promise<void> {
    await this.running
  }

  private async run(): Promise<void> {
    for (let batch = this.waiting.splice(0, BATCH); batch.length > 0; batch = this.waiting.splice(0, BATCH)) {
      try {
        await this.append(batch, { is_retry: false })
      } catch {
        // One entry that can't be written must not take the others with it.
        for (const finished of batch) {
          await this.insist(finished)
        }
      }
    }
  }

  private async insist(finished: Finished): Promise<void> {
    for (const pause of PAUSES_MS) {
      try {
        return await this.append([finished], { is_retry: true })
      } catch (error) {
        if (pause === PAUSES_MS.at(-1)) {
          return this.onLost(error, finished)
        }
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }
}
