import { isNewer } from "../plan/ratings"
import { idOf, timeOf, wholeOf } from "../plan/values"
import { samePhone } from "./duplicates"
import { UserIndex } from "./index-of-users"
import { pagesOf } from "./pages"
import { Session, tableOf } from "./session"

/** Which votes count, and what they make. */
export class Votes {
  /** Vote → the vote of the same customer that counts instead. */
  readonly #beaten = new Map<string, string>()
  readonly #sums = new Map<string, { sum: number; count: number }>()

  static async load(session: Session, users: UserIndex): Promise<Votes> {
    const votes = new Votes()
    await votes.#loadBeaten(session, users)
    const names = ["id", "company_id", "customer_id", "rating"]
    for await (const page of pagesOf(session.legacy, tableOf(session, "company_ratings"), names)) {
      for (const row of page) {
        const rating = wholeOf(row.rating)
        const isKept = !votes.#beaten.has(idOf(row.id)!) && users.customerNamed(row.customer_id)
        if (isKept && rating !== null && rating >= 1 && rating <= 5) {
          const at = votes.#sums.get(idOf(row.company_id)!) ?? { sum: 0, count: 0 }
          votes.#sums.set(idOf(row.company_id)!, { sum: at.sum + rating, count: at.count + 1 })
        }
      }
    }
    return votes
  }

  async #loadBeaten(session: Session, users: UserIndex): Promise<void> {
    const table = tableOf(session, "company_ratings")
    const columns = ["company_id", ...(table?.columns.created_at ? ["created_at"] : [])]
    const rows = await samePhone(session, table, "customer_id", ["company_id"], columns)
    const groups = new Map<string, Array<{ id: string; at: string | null }>>()
    for (const row of rows) {
      const customer = users.customerNamed(row.customer_id)
      if (customer) {
        const key = `${String(row.company_id)}:${customer}`
        groups.set(key, [...(groups.get(key) ?? []), { id: idOf(row.id)!, at: timeOf(row.created_at) }])
      }
    }
    for (const group of groups.values()) {
      const best = group.reduce((best, vote) => (isNewer(vote, best) ? vote : best))
      group.filter((vote) => vote !== best).forEach(({ id }) => this.#beaten.set(id, best.id))
    }
  }

  beatenBy = (id: string): string | null => this.#beaten.get(id) ?? null

  /** A company's average with two decimals (half up), and of how many. */
  rating = (company: string): { average: string; count: number } => {
    const { sum, count } = this.#sums.get(company) ?? { sum: 0, count: 0 }
    const hundredths = count === 0 ? 0 : Math.floor((200 * sum + count) / (2 * count))
    return { average: (hundredths / 100).toFixed(2), count }
  }
}
