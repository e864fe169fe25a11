/**
 * A value that is read from somewhere slow and kept for a while. Within `fresh_ms` it is answered from memory; after that it
 * is answered once more while it is read anew behind the caller's back; and beyond `stale_ms` the caller waits for it.
 */
export type FreshOptions = {
  fresh_ms: number
  stale_ms: number
  /** Told of reads that failed while nobody waited for them. */
  onError?: (error: Error) => void
  /** Milliseconds, for tests. */
  now?: () => number
}

type Kept<Value> = { value: Value; at: number }

export class Fresh<Value> {
  private kept: Kept<Value> | undefined
  private reading: Promise<Value> | undefined
  private again: Promise<Value> | undefined
  /** Grows with every `expire`: what was being read before it may be old. */
  private generation = 0

  constructor(
    private readonly read: () => Promise<Value>,
    private readonly options: FreshOptions
  ) {}

  private now(): number {
    return (this.options.now ?? Date.now)()
  }

  /** The value: at once where it is in memory, which callers on a hot path need not await. */
  get(): Value | Promise<Value> {
    const { kept } = this
    const age = kept ? this.now() - kept.at : Infinity
    if (kept && age < this.options.fresh_ms) {
      return kept.value
    }
    if (kept && age < this.options.stale_ms) {
      this.renew().catch((error: Error) => this.options.onError?.(error))
      return kept.value
    }
    return this.renew()
  }

  /** What is in memory, however old. */
  peek(): Value | undefined {
    return this.kept?.value
  }

  /** Forgets the value: the next caller waits for a new one. */
  expire(): void {
    this.generation++
    this.kept = undefined
    this.reading = undefined
  }

  /**
   * Reads what has changed just now. Calls that come while it is being read share one more reading after it, however many
   * they are.
   */
  refresh(): Promise<Value> {
    if (!this.reading) {
      return this.renew()
    }
    this.again ??= this.reading
      .catch(() => undefined)
      .then(() => {
        this.again = undefined
        return this.renew()
      })
    return this.again
  }

  private renew(): Promise<Value> {
    this.reading ??= this.readOnce()
    return this.reading
  }

  private async readOnce(): Promise<Value> {
    const { generation } = this
    const at = this.now()
    try {
      const value = await this.read()
      if (generation === this.generation) {
        this.kept = { value, at }
      }
      return value
    } finally {
      if (generation === this.generation) {
        this.reading = undefined
      }
    }
  }
}
