import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { RECEIPT_MODULE } from "../../../modules/receipt"
import ReceiptModuleService from "../../../modules/receipt/service"
import { FiscalOutcome, FiscalSubmissionView } from "../../../modules/receipt/types"
import { fiscalDriverOf } from "./registry"

/** What a provider reported, of the kind that the submission is about. */
const REPORTED = `case s.kind when 'sale' then t.fiscal_perform else t.fiscal_cancel end`
/** A report in which there is a receipt; a failed registration has neither. */
const HAS_RECEIPT = `coalesce(${REPORTED} ->> 'fiscal_sign', ${REPORTED} ->> 'qr_code_url', '') <> ''`

/**
 * Closes every submission whose fiscal receipt a provider has reported, whatever it waited as: also one that had been
 * given up, and one that nobody waited for. One statement.
 * @returns how many were closed
 */
export async function collectFiscalReports(container: MedusaContainer): Promise<number> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: unknown[] }>(
    `update fiscal_submission s set status = 'confirmed', data = ${REPORTED}, last_error = null, next_attempt_at = null,
            updated_at = now()
       from gateway_transaction t
      where t.id = s.transaction_id and s.status <> 'confirmed' and ${HAS_RECEIPT}
        and s.deleted_at is null and t.deleted_at is null returning s.id`
  )
  return rows.length
}

/**
 * Works through the queue: reports are collected, and for what is due then its provider is asked. Each row is taken by one
 * process only.
 * @returns how many submissions were attempted
 */
export async function runFiscalQueue(container: MedusaContainer, now: number, limit = 100): Promise<number> {
  await collectFiscalReports(container)
  const receipts = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
  const due = await receipts.claimDueSubmissions(now, limit)
  for (const submission of due) {
    await receipts.recordOutcome(submission, await attempt(container, submission), now)
  }
  return due.length
}

async function attempt(container: MedusaContainer, submission: FiscalSubmissionView): Promise<FiscalOutcome> {
  try {
    return await fiscalDriverOf(submission.provider_id)(container, submission)
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`fiscal submission ${submission.id} failed; it is tried again`, error as Error)
    // The text of an unexpected error may quote what was sent; the log has it, the row need not.
    return { kind: "waiting", reason: `the attempt broke off (${(error as Error)?.name ?? "error"})` }
  }
}
