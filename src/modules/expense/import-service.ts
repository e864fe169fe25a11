import { Context } from "@medusajs/framework/types"
import { generateEntityId, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { AttachmentService } from "./attachment-service"
import { Person, statusOfNew } from "./lib/approval"
import { ExpenseFacts, insertExpenses, lockCompanyExpenses, selectPolicy } from "./lib/rows"

/** Rows of one statement; all of them are one transaction. */
const AT_A_TIME = 1_000

/** Expenses that come as a file. */
export class ImportService extends AttachmentService {
  /**
   * Writes the rows of a file, all or none; one whose key the company has is left out. Each is decided like one that is
   * written by hand.
   * @returns keys of those that were written
   */
  @InjectTransactionManager()
  async writeImported(
    input: { person: Person; author_name: string; rows: Array<ExpenseFacts & { client_id: string }> },
    @MedusaContext() context: Context = {}
  ): Promise<Set<string>> {
    const { person, author_name, rows } = input
    const { company_id, user_id } = person
    assertId(company_id, "company id")
    // Two files that share rows, in another order, would wait for each other for ever.
    await lockCompanyExpenses(context, company_id)
    const policy = await selectPolicy(context, company_id)
    const common = { company_id, author_name, created_by: user_id, source: "import" as const }
    const written = new Set<string>()
    for (let start = 0; start < rows.length; start += AT_A_TIME) {
      const part = rows.slice(start, start + AT_A_TIME).map((row) => {
        const status = statusOfNew(policy, person.role, row.amount)
        const isApproved = status === "approved"
        return {
          ...row,
          ...common,
          id: generateEntityId(undefined, "exp"),
          status,
          sanctioned_amount: isApproved ? row.amount : null,
          decided_by: isApproved ? user_id : null,
        }
      })
      for (const { client_id } of await insertExpenses(context, part)) {
        written.add(client_id!)
      }
    }
    return written
  }
}
