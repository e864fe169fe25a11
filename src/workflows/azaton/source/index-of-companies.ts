import { companyCode } from "../plan/companies"
import { legacyPhone } from "../plan/phone"
import { idOf } from "../plan/values"
import { ask } from "./connection"
import { pagesOf } from "./pages"
import { Session, tableOf } from "./session"
import { TableName } from "./tables"

/** The companies by number, code and owner's telephone; the oldest keeps what two of them have. */
export class CompanyIndex {
  readonly #isPrivate = new Map<string, boolean>()
  readonly #byCode = new Map<string, string>()
  readonly #byPhone = new Map<string, string>()
  readonly #used = new Set<string>()

  static async load(session: Session): Promise<CompanyIndex> {
    const index = new CompanyIndex()
    const names = ["id", "phone", "company_id", "is_private"]
    for await (const page of pagesOf(session.legacy, tableOf(session, "companies"), names)) {
      for (const row of page) {
        index.#add(
          idOf(row.id)!,
          legacyPhone(row.phone),
          companyCode(row.company_id),
          row.is_private === true
        )
      }
    }
    await index.#loadUsed(session)
    return index
  }

  #add(id: string, phone: string | null, code: string | null, isPrivate: boolean): void {
    this.#isPrivate.set(id, isPrivate)
    if (code && !this.#byCode.has(code)) {
      this.#byCode.set(code, id)
    }
    if (phone && !this.#byPhone.has(phone)) {
      this.#byPhone.set(phone, id)
    }
  }

  async #loadUsed(session: Session): Promise<void> {
    for (const name of ["products", "customer_orders", "sales_history"] satisfies TableName[]) {
      const table = tableOf(session, name)
      if (table) {
        const rows = await ask<{ id: unknown }>(
          session.legacy,
          `select distinct company_id as id from "${table.name}" where company_id is not null`
        )
        rows.forEach(({ id }) => this.#used.add(idOf(id) ?? ""))
      }
    }
  }

  has = (id: string): boolean => this.#isPrivate.has(id)
  isPrivate = (id: string): boolean => this.#isPrivate.get(id) === true
  isUsed = (id: string): boolean => this.#used.has(id)
  ownerOf = (phone: string): string => this.#byPhone.get(phone) ?? ""
  holderOf = (code: string): string => this.#byCode.get(code) ?? ""

  /** The company that a user's tie names: its code, or, as a later page wrote it, its number. */
  tied = (tie: unknown): string | null => {
    const code = companyCode(tie)
    const id = idOf(tie)
    return (code && this.#byCode.get(code)) || (id && this.has(id) ? id : null)
  }
}
