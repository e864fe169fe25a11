import { legacyPhone } from "../plan/phone"
import { idOf, textOf } from "../plan/values"
import { CompanyIndex } from "./index-of-companies"
import { pagesOf } from "./pages"
import { Session, tableOf } from "./session"

/** The users by telephone; the oldest of several stands for all. */
export class UserIndex {
  readonly #byPhone = new Map<string, string>()
  /** Of those only that another one stands for, and of those that have no telephone (null). */
  readonly #others = new Map<string, string | null>()
  readonly #companies = new Map<string, Set<string>>()
  readonly #ids = new Set<string>()

  static async load(session: Session, companies: CompanyIndex): Promise<UserIndex> {
    const index = new UserIndex()
    const names = ["id", "phone_number", "company_id"]
    for await (const page of pagesOf(session.legacy, tableOf(session, "users"), names)) {
      for (const row of page) {
        index.#add(idOf(row.id)!, legacyPhone(row.phone_number))
        const company = textOf(row.company_id) ? companies.tied(row.company_id) : null
        const kept = index.keptUser(idOf(row.id)!)
        if (kept && company && companies.isPrivate(company)) {
          index.grant(kept, company)
        }
      }
    }
    return index
  }

  #add(id: string, phone: string | null): void {
    this.#ids.add(id)
    const kept = (phone && this.#byPhone.get(phone)) || null
    if (!phone || kept) {
      this.#others.set(id, kept)
    } else {
      this.#byPhone.set(phone, id)
    }
  }

  grant(customer: string, company: string): void {
    this.#companies.set(customer, (this.#companies.get(customer) ?? new Set()).add(company))
  }

  keptOf = (phone: string): string => this.#byPhone.get(phone) ?? ""
  customerWith = (phone: string): string | null => this.#byPhone.get(phone) ?? null

  /** The customer whose telephone a text is. */
  customerNamed = (typed: unknown): string | null => {
    const phone = legacyPhone(typed)
    return phone && this.customerWith(phone)
  }

  /** The customer that stands for a user; null for one that is skipped or does not exist. */
  keptUser = (id: string): string | null => {
    const other = this.#others.get(id)
    return other !== undefined ? other : this.#ids.has(id) ? id : null
  }

  companiesOf = (customer: string): string[] =>
    [...(this.#companies.get(customer) ?? [])].sort((a, b) => Number(a) - Number(b))

  mayEnter = (customer: string, company: string): boolean => !!this.#companies.get(customer)?.has(company)
}
