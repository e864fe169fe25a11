/** What waits to be written, and can be put back when that fails. */
export type Waiting<Item> = { readonly size: number; take(): Item[]; putBack(items: Item[]): void }

/** Writes what waits, one batch at a time. Without a clock of its own: its owner says when. */
export class BatchWriter<Item> {
  private running: Promise<void> | undefined

  constructor(
    private readonly waiting: Waiting<Item>,
    private readonly write: (items: Item[]) => Promise<void>
  ) {}

  /**
   * Writes what waits at this moment.
   * @throws {Error} of the database; what could not be written waits on
   */
  async flush(): Promise<void> {
    while (this.running) {
      await this.running.catch(() => undefined)
    }
    if (this.waiting.size > 0) {
      this.running = this.writeOnce().finally(() => (this.running = undefined))
      await this.running
    }
  }

  private async writeOnce(): Promise<void> {
    const items = this.waiting.take()
    try {
      await this.write(items)
    } catch (error) {
      this.waiting.putBack(items)
      throw error
    }
  }
}
