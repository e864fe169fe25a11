import { Context } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { FiscalFacts } from "../../../lib/fiscal"
import { randomDigits } from "../../../lib/ids"
import { sql } from "../../../lib/sql"
import { PayableView } from "../types"
import { selectPayables } from "./read"
import { PAYABLE_JSON, PayableJson, TRANSACTION_JSON, TransactionJson } from "./rows"

export type NewPayable = {
  order_group_id: string
  provider_id: string
  /** Every provider that may be paid for it, the chosen one among them. */
  provider_ids: string[]
  amount_tiyin: number
  currency_code: string
  expires_at: Date | null
  fiscal: FiscalFacts | null
}

/** Writes a payable under a fresh reference; a group that has one already, or a taken reference, writes nothing. */
async function insertPayable(context: Context, input: NewPayable): Promise<void> {
  await sql(
    context,
    `insert into gateway_payable
       (id, reference, order_group_id, provider_id, provider_ids, amount_tiyin, currency_code, expires_at, fiscal)
     values (?, ?, ?, ?, array(select jsonb_array_elements_text(?::jsonb)), ?, ?, ?, ?::jsonb) on conflict do nothing`,
    [
      generateEntityId(undefined, "pbl"),
      randomDigits(10),
      input.order_group_id,
      input.provider_id,
      JSON.stringify(input.provider_ids),
      input.amount_tiyin,
      input.currency_code,
      input.expires_at,
      input.fiscal && JSON.stringify(input.fiscal),
    ]
  )
}

/** See `GatewayModuleService.openPayable`. */
export async function openPayable(context: Context, input: NewPayable): Promise<PayableView> {
  assertId(input.order_group_id, "order group id")
  if (!Number.isSafeInteger(input.amount_tiyin) || input.amount_tiyin <= 0) {
    throw new RangeError(`${input.amount_tiyin} is not a payable number of tiyin`)
  }
  // Ten random digits: a clash is one in a milliard, and three tries make it a story nobody will tell.
  for (let attempt = 0; attempt < 3; attempt++) {
    await insertPayable(context, input)
    const [payable] = await selectPayables(context, [input.order_group_id])
    if (payable) {
      return payable
    }
  }
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "no free payment reference was found")
}

export async function deleteOpenPayable(context: Context, orderGroupId: string): Promise<void> {
  await sql(
    context,
    `delete from gateway_payable where order_group_id = ? and status = 'open' and deleted_at is null`,
    [orderGroupId]
  )
}

export type Closing = {
  order_group_id: string
  status: "expired" | "canceled"
  now: number
  grace_ms: number
}

/** See `GatewayModuleService.closePayable`. */
export async function closePayable(context: Context, input: Closing): Promise<boolean> {
  const [row] = await sql<PayableJson>(
    context,
    `select ${PAYABLE_JSON} as payable from gateway_payable p where p.order_group_id = ? and p.deleted_at is null
      for update`,
    [input.order_group_id]
  )
  if (!row || row.payable.status === "expired" || row.payable.status === "canceled") {
    return true
  }
  const transactions = await sql<TransactionJson>(
    context,
    `select ${TRANSACTION_JSON} as transaction from gateway_transaction t
      where t.payable_id = ? and t.state = 1 and t.deleted_at is null`,
    [row.payable.id]
  )
  const graceEnds = (row.payable.expires_at ?? 0) + input.grace_ms
  const isBusy = transactions.some(
    ({ transaction }) => transaction.performing_at !== null || input.now < graceEnds
  )
  if (row.payable.status !== "open" || isBusy) {
    return false
  }
  await sql(context, `update gateway_payable set status = ?, updated_at = now() where id = ?`, [
    input.status,
    row.payable.id,
  ])
  return true
}
