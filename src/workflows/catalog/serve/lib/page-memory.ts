/** What a memory holds: it may grow while it is held (packed forms are added later). */
export type Sized = { readonly bytes: number }

/** What an entry costs beside its page and its key. */
const OVERHEAD = 600

type Entry<Page> = { page: Page; bytes: number }

/** Pages, bounded in bytes: what was put or asked for longest ago goes first. */
export class PageMemory<Page extends Sized> {
  private readonly entries = new Map<string, Entry<Page>>()
  private total = 0

  constructor(private readonly most: number) {}

  get size(): number {
    return this.entries.size
  }

  get bytes(): number {
    return this.total
  }

  get(key: string): Page | undefined {
    const entry = this.entries.get(key)
    if (entry) {
      this.entries.delete(key)
      this.entries.set(key, entry)
    }
    return entry?.page
  }

  /** Keeps a page, unless it alone is more than there is room for. */
  set(key: string, page: Page): void {
    this.delete(key)
    const bytes = weigh(key, page)
    if (bytes <= this.most) {
      this.entries.set(key, { page, bytes })
      this.total += bytes
      this.shrink()
    }
  }

  /** Weighs a page again that has grown. */
  grown(key: string, page: Page): void {
    if (this.entries.get(key)?.page === page) {
      this.set(key, page)
    }
  }

  delete(key: string): void {
    const entry = this.entries.get(key)
    if (entry) {
      this.entries.delete(key)
      this.total -= entry.bytes
    }
  }

  clear(): void {
    this.entries.clear()
    this.total = 0
  }

  private shrink(): void {
    for (const [key, { bytes }] of this.entries) {
      if (this.total <= this.most) {
        return
      }
      this.entries.delete(key)
      this.total -= bytes
    }
  }
}

const weigh = (key: string, { bytes }: Sized) => bytes + 2 * key.length + OVERHEAD
