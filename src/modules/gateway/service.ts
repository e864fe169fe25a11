import { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { FiscalFacts } from "../../lib/fiscal"
import { randomDigits } from "../../lib/ids"
import { BozorOptions, paymeProviderId, readOptions } from "../../lib/options"
import { sql } from "../../lib/sql"
import { CHANGEABLE, PAYABLE_JSON, PayableJson, TRANSACTION_JSON, TransactionJson } from "./lib/rows"
import { GatewayKey } from "./models/gateway-key"
import { GatewayTransaction } from "./models/gateway-transaction"
import { Payable } from "./models/payable"
import { Decision, GatewayView, PayableView, TransactionChange, TransactionView } from "./types"

export type NewPayable = {
  order_group_id: string
  provider_id: string
  amount_tiyin: number
  currency_code: string
  expires_at: Date | null
  fiscal: FiscalFacts | null
}

type Key = { provider_id: string; external_id: string }

class GatewayModuleService extends MedusaService({ Payable, GatewayTransaction, GatewayKey }) {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }

  /** Whether a payment provider is one that calls us back about payables. */
  calls(providerId: string): boolean {
    return this.options.payme.cashboxes.some(({ id }) => providerId === paymeProviderId(id))
  }

  /**
   * Opens what an order group has to pay, once per group: a second call answers the first one's row.
   * @throws {RangeError} when the amount is not a positive whole number of tiyin
   */
  @InjectTransactionManager()
  async openPayable(input: NewPayable, @MedusaContext() context: Context = {}): Promise<PayableView> {
    assertId(input.order_group_id, "order group id")
    if (!Number.isSafeInteger(input.amount_tiyin) || input.amount_tiyin <= 0) {
      throw new RangeError(`${input.amount_tiyin} is not a payable number of tiyin`)
    }
    // Ten random digits: a clash is one in a milliard, and three tries make it a story nobody will tell.
    for (let attempt = 0; attempt < 3; attempt++) {
      await sql(
        context,
        `insert into gateway_payable
           (id, reference, order_group_id, provider_id, amount_tiyin, currency_code, expires_at, fiscal)
         values (?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing`,
        [
          generateEntityId(undefined, "pbl"),
          randomDigits(10),
          input.order_group_id,
          input.provider_id,
          input.amount_tiyin,
          input.currency_code,
          input.expires_at,
          input.fiscal && JSON.stringify(input.fiscal),
        ]
      )
      const [payable] = await this.payablesOf([input.order_group_id], context)
      if (payable) {
        return payable
      }
    }
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "no free payment reference was found")
  }

  /** Payables of order groups. */
  @InjectManager()
  async payablesOf(orderGroupIds: string[], @MedusaContext() context: Context = {}): Promise<PayableView[]> {
    const rows = await sql<PayableJson>(
      context,
      `select ${PAYABLE_JSON} as payable from gateway_payable p
        where p.order_group_id in (${orderGroupIds.map(() => "?").join(", ") || "null"}) and p.deleted_at is null`,
      orderGroupIds
    )
    return rows.map(({ payable }) => payable)
  }

  /** Forgets a payable whose checkout did not come about; nobody can have been told of it. */
  @InjectTransactionManager()
  async discardPayable(orderGroupId: string, @MedusaContext() context: Context = {}): Promise<void> {
    assertId(orderGroupId, "order group id")
    await sql(context, `delete from gateway_payable where order_group_id = ? and status = 'open'`, [orderGroupId])
  }

  /** A payable by the reference in a provider's account field, with its transactions: one statement, no lock. */
  @InjectManager()
  async viewByReference(
    input: { provider_id: string; reference: string },
    @MedusaContext() context: Context = {}
  ): Promise<{ payable: PayableView; transactions: TransactionView[] } | null> {
    assertId(input.provider_id, "provider id")
    assertId(input.reference, "reference")
    const [row] = await sql<PayableJson & { transactions: TransactionView[] }>(
      context,
      `select ${PAYABLE_JSON} as payable, coalesce((select jsonb_agg(${TRANSACTION_JSON} order by t.sequence)
                from gateway_transaction t where t.payable_id = p.id and t.deleted_at is null), '[]') as transactions
         from gateway_payable p where p.reference = ? and p.provider_id = ? and p.deleted_at is null`,
      [input.reference, input.provider_id]
    )
    return row ?? null
  }

  /** One transaction of a cash box: one statement, no lock. */
  @InjectManager()
  async findTransaction(
    key: Key,
    @MedusaContext() context: Context = {}
  ): Promise<(TransactionView & { order_group_id: string }) | null> {
    assertId(key.provider_id, "provider id")
    assertId(key.external_id, "transaction id")
    const [row] = await sql<TransactionJson & { order_group_id: string }>(
      context,
      `select ${TRANSACTION_JSON} as transaction, p.order_group_id
         from gateway_transaction t join gateway_payable p on p.id = t.payable_id
        where t.provider_id = ? and t.external_id = ? and t.deleted_at is null`,
      [key.provider_id, key.external_id]
    )
    return row ? { ...row.transaction, order_group_id: row.order_group_id } : null
  }

  /** Transactions of a cash box by the provider's own time, both ends included, oldest first. */
  @InjectManager()
  async listStatement(
    input: { provider_id: string; from: number; to: number },
    @MedusaContext() context: Context = {}
  ): Promise<Array<TransactionView & { reference: string }>> {
    assertId(input.provider_id, "provider id")
    const rows = await sql<TransactionJson & { reference: string }>(
      context,
      `select ${TRANSACTION_JSON} as transaction, p.reference
         from gateway_transaction t join gateway_payable p on p.id = t.payable_id
        where t.provider_id = ? and t.provider_time between ? and ? and t.deleted_at is null
        order by t.provider_time, t.sequence`,
      [input.provider_id, input.from, input.to]
    )
    return rows.map(({ transaction, reference }) => ({ ...transaction, reference }))
  }

  /**
   * Locks a payable, shows everything about it to a pure decision, and writes what that decides, in one transaction.
   * Every change of every provider goes through here, so two callbacks about one payable never see the same state.
   *
   * The payable is found by `reference` (a new transaction) or through the transaction itself.
   */
  @InjectTransactionManager()
  async decide<Answer>(
    input: Key & { reference?: string },
    decision: (view: GatewayView) => Decision<Answer>,
    @MedusaContext() context: Context = {}
  ): Promise<Answer> {
    assertId(input.provider_id, "provider id")
    assertId(input.external_id, "transaction id")
    const [locked] = await sql<PayableJson>(
      context,
      input.reference === undefined
        ? `select ${PAYABLE_JSON} as payable from gateway_payable p
            where p.id = (select t.payable_id from gateway_transaction t
                           where t.provider_id = ? and t.external_id = ? and t.deleted_at is null) for update`
        : `select ${PAYABLE_JSON} as payable from gateway_payable p
            where p.provider_id = ? and p.reference = ? and p.deleted_at is null for update`,
      [input.provider_id, input.reference ?? input.external_id]
    )
    const payable = locked?.payable ?? null
    // A statement of its own after the lock: its snapshot sees what the lock's last holder committed.
    const rows = await sql<TransactionJson>(
      context,
      `select ${TRANSACTION_JSON} as transaction from gateway_transaction t
        where ((t.provider_id = ? and t.external_id = ?) or t.payable_id = ?) and t.deleted_at is null
        order by t.sequence`,
      [input.provider_id, input.external_id, payable?.id ?? ""]
    )
    const all = rows.map(({ transaction }) => transaction)
    const isOwn = (row: TransactionView) => row.provider_id === input.provider_id && row.external_id === input.external_id
    const decided = decision({ payable, own: all.find(isOwn) ?? null, others: all.filter((row) => !isOwn(row)) })
    if (decided.updates) {
      for (const { id, set } of decided.updates) {
        await this.writeTransaction_(id, set, context)
      }
    }
    if (decided.insert && payable) {
      const { id, external_id, account, ...facts } = decided.insert
      await sql(
        context,
        `insert into gateway_transaction
           (id, provider_id, external_id, payable_id, state, account, amount_tiyin, provider_time, create_time)
         values (?, ?, ?, ?, 1, ?::jsonb, ?, ?, ?)`,
        [
          id,
          input.provider_id,
          external_id,
          payable.id,
          JSON.stringify(account),
          facts.amount_tiyin,
          facts.provider_time,
          facts.create_time,
        ]
      )
    }
    if (decided.payable && payable) {
      await sql(context, `update gateway_payable set status = ?, paid_by = ?, updated_at = now() where id = ?`, [
        decided.payable.status,
        decided.payable.paid_by ?? payable.paid_by,
        payable.id,
      ])
    }
    return decided.answer
  }

  private async writeTransaction_(id: string, set: TransactionChange, context: Context): Promise<void> {
    const fields = CHANGEABLE.filter((field) => set[field] !== undefined)
    await sql(
      context,
      `update gateway_transaction set ${fields.map((field) => `${field} = ?`).join(", ")}, updated_at = now()
        where id = ?`,
      [...fields.map((field) => set[field]), id]
    )
  }

  /** Notes that the shop's books have caught up with a transaction's state. */
  @InjectTransactionManager()
  async markSettled(transactionId: string, now: number, @MedusaContext() context: Context = {}): Promise<void> {
    assertId(transactionId, "transaction id")
    await this.writeTransaction_(transactionId, { settled_at: now }, context)
  }

  /** Transactions whose shop's side was interrupted: performed but not captured, cancelled but not refunded. */
  @InjectManager()
  async listUnsettled(
    olderThan: number,
    @MedusaContext() context: Context = {}
  ): Promise<Array<TransactionView & { order_group_id: string }>> {
    const rows = await sql<TransactionJson & { order_group_id: string }>(
      context,
      `select ${TRANSACTION_JSON} as transaction, p.order_group_id
         from gateway_transaction t join gateway_payable p on p.id = t.payable_id
        where ((t.state = 1 and t.performing_at is not null) or (t.state in (2, -2) and t.settled_at is null))
          and t.updated_at < to_timestamp(?::double precision / 1000) and t.deleted_at is null
        order by t.sequence limit 100`,
      [olderThan]
    )
    return rows.map(({ transaction, order_group_id }) => ({ ...transaction, order_group_id }))
  }

  /**
   * Closes an unpaid payable, so that no provider can pay it any more. A payable that is being paid right now stays
   * open: one whose transaction is performing always, one with a live transaction until `graceMs` after its time.
   * @returns whether the payable is closed now (also when it was before)
   */
  @InjectTransactionManager()
  async closePayable(
    input: { order_group_id: string; status: "expired" | "canceled"; now: number; grace_ms: number },
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    assertId(input.order_group_id, "order group id")
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
    const isBusy = transactions.some(({ transaction }) => transaction.performing_at !== null || input.now < graceEnds)
    if (row.payable.status !== "open" || isBusy) {
      return false
    }
    await sql(context, `update gateway_payable set status = ?, updated_at = now() where id = ?`, [
      input.status,
      row.payable.id,
    ])
    return true
  }

  /** Stores the fiscal receipt that a provider reports, one for the sale and one for its cancellation. */
  @InjectTransactionManager()
  async saveFiscal(
    key: Key & { type: "PERFORM" | "CANCEL"; data: Record<string, unknown> },
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    assertId(key.provider_id, "provider id")
    assertId(key.external_id, "transaction id")
    const column = key.type === "PERFORM" ? "fiscal_perform" : "fiscal_cancel"
    const rows = await sql(
      context,
      `update gateway_transaction set ${column} = ?::jsonb, updated_at = now()
        where provider_id = ? and external_id = ? and deleted_at is null returning id`,
      [JSON.stringify(key.data), key.provider_id, key.external_id]
    )
    return rows.length > 0
  }

  /** SHA-256 of the keys that providers replaced, by payment provider id. */
  @InjectManager()
  async replacedKeys(@MedusaContext() context: Context = {}): Promise<Record<string, string>> {
    const rows = await sql<{ provider_id: string; key_sha256: string }>(
      context,
      `select provider_id, key_sha256 from gateway_key where deleted_at is null`
    )
    return Object.fromEntries(rows.map((row) => [row.provider_id, row.key_sha256]))
  }

  /** Replaces the key of a cash box; the one in the settings is dead from then on. */
  @InjectTransactionManager()
  async replaceKey(
    input: { provider_id: string; key_sha256: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    assertId(input.provider_id, "provider id")
    await sql(
      context,
      `insert into gateway_key (id, provider_id, key_sha256) values (?, ?, ?)
       on conflict (provider_id) where deleted_at is null
       do update set key_sha256 = excluded.key_sha256, updated_at = now()`,
      [generateEntityId(undefined, "gkey"), input.provider_id, input.key_sha256]
    )
  }
}

export default GatewayModuleService
