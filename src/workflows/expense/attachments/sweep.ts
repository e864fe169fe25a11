import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/**
 * Deletes the files of attachments that were taken off. Files first, then their rows: when the storage fails, or the
 * process dies in between, the next run (`src/jobs/sweep-expense-files.ts`) does it again.
 * @param only of one expense, or at most a hundred of all
 * @returns how many were deleted; 0 when nothing is left to do
 */
export async function sweepAttachments(
  container: MedusaContainer,
  only: { expense_id?: string } = {}
): Promise<number> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return knex.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: Array<{ id: string; file_key: string }> }>(
      `select id, file_key from expense_attachment
        where deleted_at is not null ${only.expense_id === undefined ? "" : "and expense_id = ?"}
        order by deleted_at limit 100 for update skip locked`,
      only.expense_id === undefined ? [] : [only.expense_id]
    )
    if (rows.length > 0) {
      await container.resolve(Modules.FILE).deleteFiles(rows.map(({ file_key }) => file_key))
      await trx.raw("delete from expense_attachment where id = any(?)", [rows.map(({ id }) => id)])
    }
    return rows.length
  })
}

/** The same for one expense right after a call took something off; what fails now is left to the job. */
export async function sweepNow(container: MedusaContainer, expenseId: string): Promise<void> {
  try {
    await sweepAttachments(container, { expense_id: expenseId })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`files of expense ${expenseId} are deleted later`, error as Error)
  }
}
