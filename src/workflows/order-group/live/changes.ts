import { LiveOrder, LOOK_BACK_SECONDS } from "./statement"

type Known = { signature: string; at: number }

/** Which of the orders that were read are news: the same change is read again and again while it is young. */
export class Changes {
  private readonly known = new Map<string, Known>()
  private readonly companies = new Set<string>()

  /**
   * @param watched companies that somebody listens to now; of one that nobody listened to before, nothing is news yet
   * @param now milliseconds
   */
  newsOf(orders: LiveOrder[], watched: Set<string>, now: number): LiveOrder[] {
    const news = orders.filter((order) => {
      const signature = `${order.status}|${order.updated_at}`
      const before = this.known.get(order.id)
      this.known.set(order.id, { signature, at: now })
      return this.companies.has(order.company_id) && before?.signature !== signature
    })
    this.forget(watched, now)
    return news
  }

  private forget(watched: Set<string>, now: number): void {
    for (const [id, { at }] of this.known) {
      if (now - at > LOOK_BACK_SECONDS * 2000) {
        this.known.delete(id)
      }
    }
    this.companies.clear()
    watched.forEach((company) => this.companies.add(company))
  }
}
