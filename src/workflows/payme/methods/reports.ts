import { createHash } from "node:crypto"
import {
  Account,
  authenticateCashbox,
  changePasswordParams,
  checkAnswer,
  checkParams,
  PAYME_ERROR,
  PaymeError,
  setFiscalDataParams,
  statementParams,
  statementRow,
} from "../../../providers/payme/protocol"
import { PaymeContext, recordOf, referenceOf } from "../context"

/** CheckTransaction (Merchant API 2.7): the six stored fields. One statement. */
export async function check(params: unknown, { gateway, cashbox }: PaymeContext) {
  const { id } = checkParams(params)
  const transaction = await gateway.findTransaction({ provider_id: cashbox.provider_id, external_id: id })
  if (!transaction) {
    throw new PaymeError(PAYME_ERROR.TRANSACTION_NOT_FOUND)
  }
  return checkAnswer(recordOf(transaction), referenceOf(transaction))
}

/** GetStatement (Merchant API 2.8): transactions of this cash box by Payme's time, both ends included. */
export async function statement(params: unknown, { gateway, cashbox }: PaymeContext) {
  const { from, to } = statementParams(params)
  const rows = await gateway.listStatement({ provider_id: cashbox.provider_id, from, to })
  return {
    transactions: rows.map((row) => statementRow(recordOf(row), row.account as Account, referenceOf(row))),
  }
}

/** SetFiscalData (Merchant API 2.9): keeps the fiscal receipt of the sale and that of its cancellation apart. */
export async function setFiscalData(params: unknown, { gateway, cashbox }: PaymeContext) {
  const { id, type, fiscal_data } = setFiscalDataParams(params)
  const known = await gateway.saveFiscal({
    provider_id: cashbox.provider_id,
    external_id: id,
    type,
    data: fiscal_data,
  })
  if (!known) {
    throw new PaymeError(PAYME_ERROR.CHEQUE_NOT_FOUND)
  }
  return { success: true }
}

/**
 * ChangePassword (Merchant API 2.10, legacy, off unless switched on): the new key is stored as its SHA-256, and the one
 * in the settings stops working.
 */
export async function changePassword(params: unknown, { gateway, cashbox, options }: PaymeContext) {
  const { password } = changePasswordParams(params)
  const header = `Basic ${Buffer.from(`${options.login}:${password}`).toString("base64")}`
  if (authenticateCashbox(header, [{ ...cashbox, test_key: undefined }], { login: options.login })) {
    throw new PaymeError(PAYME_ERROR.NOT_AUTHORIZED)
  }
  const key_sha256 = createHash("sha256").update(password, "utf8").digest("hex")
  await gateway.replaceKey({ provider_id: cashbox.provider_id, key_sha256 })
  return { success: true }
}
