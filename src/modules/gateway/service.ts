import { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { BozorOptions, readOptions } from "../../lib/options"
import { callingProviders } from "../../lib/payment-providers"
import { insertAlert } from "./lib/alerts"
import {
  insertTransaction,
  lockPayable,
  FiscalReport,
  TransactionKey,
  viewLocked,
  writeDecision,
  writeFiscal,
  writeTransaction,
} from "./lib/decide"
import { selectKeys, upsertKey } from "./lib/keys"
import { closePayable, Closing, deleteOpenPayable, NewPayable, openPayable } from "./lib/payable"
import {
  GroupTransaction,
  selectByReference,
  selectPayables,
  selectStatement,
  selectTransaction,
  selectUnsettled,
} from "./lib/read"
import { GatewayAlert } from "./models/gateway-alert"
import { GatewayKey } from "./models/gateway-key"
import { GatewayTransaction } from "./models/gateway-transaction"
import { Payable } from "./models/payable"
import { Decision, GatewayView, NewAlert, NewTransaction, PayableView, TransactionView } from "./types"

class GatewayModuleService extends MedusaService({
  Payable,
  GatewayTransaction,
  GatewayKey,
  GatewayAlert,
}) {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }

  /** Whether a payment provider is one that calls us back about payables. */
  calls(providerId: string): boolean {
    return callingProviders(this.options).includes(providerId)
  }

  /**
   * Opens what an order group has to pay, once per group: a second call answers the first one's row.
   * @throws {RangeError} when the amount is not a positive whole number of tiyin
   */
  @InjectTransactionManager()
  async openPayable(input: NewPayable, @MedusaContext() context: Context = {}): Promise<PayableView> {
    return openPayable(context, input)
  }

  /** Payables of order groups. */
  @InjectManager()
  async payablesOf(orderGroupIds: string[], @MedusaContext() context: Context = {}): Promise<PayableView[]> {
    return selectPayables(context, orderGroupIds)
  }

  /** Forgets a payable whose checkout did not come about; nobody can have been told of it. */
  @InjectTransactionManager()
  async discardPayable(orderGroupId: string, @MedusaContext() context: Context = {}): Promise<void> {
    assertId(orderGroupId, "order group id")
    await deleteOpenPayable(context, orderGroupId)
  }

  /** A payable by its reference, with its transactions: one statement, no lock. */
  @InjectManager()
  async viewByReference(
    input: { provider_id: string; reference: string },
    @MedusaContext() context: Context = {}
  ): Promise<{ payable: PayableView; transactions: TransactionView[] } | null> {
    assertId(input.provider_id, "provider id")
    assertId(input.reference, "reference")
    return selectByReference(context, input.provider_id, input.reference)
  }

  /** One transaction of a cash box: one statement, no lock. */
  @InjectManager()
  async findTransaction(
    key: TransactionKey,
    @MedusaContext() context: Context = {}
  ): Promise<GroupTransaction | null> {
    return selectTransaction(context, key)
  }

  /** Transactions of a cash box by the provider's own time, both ends included, oldest first. */
  @InjectManager()
  async listStatement(
    input: { provider_id: string; from: number; to: number },
    @MedusaContext() context: Context = {}
  ): Promise<Array<TransactionView & { reference: string }>> {
    assertId(input.provider_id, "provider id")
    return selectStatement(context, input)
  }

  /**
   * Locks a payable, shows everything about it to a pure decision, and writes what that decides, in one transaction.
   * Every change of every provider goes through here: two callbacks never see the same state. The payable is found by
   * `reference` (a new transaction) or through the transaction itself.
   */
  @InjectTransactionManager()
  async decide<Answer>(
    input: TransactionKey & { reference?: string },
    decision: (view: GatewayView) => Decision<Answer>,
    @MedusaContext() context: Context = {}
  ): Promise<Answer> {
    assertId(input.provider_id, "provider id")
    assertId(input.external_id, "transaction id")
    const payable = await lockPayable(context, input)
    const { answer, ...decided } = decision(await viewLocked(context, input, payable))
    await writeDecision(context, input.provider_id, payable, decided)
    return answer
  }

  /**
   * Writes a live transaction that shuts nobody else out: who pays is decided when money comes. No lock.
   * @returns its sequence number; null when this provider has told of it before
   */
  @InjectManager()
  async addAttempt(
    row: NewTransaction & { provider_id: string; payable_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<number | null> {
    assertId(row.provider_id, "provider id")
    return insertTransaction(context, { ...row, exclusive: false }, true)
  }

  /** Tells people what a machine must not decide. Told twice it is one row. */
  @InjectManager()
  async raiseAlert(alert: NewAlert, @MedusaContext() context: Context = {}): Promise<boolean> {
    return insertAlert(context, alert)
  }

  /** Notes that the shop's books have caught up with a transaction's state. */
  @InjectTransactionManager()
  async markSettled(
    transactionId: string,
    now: number,
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    assertId(transactionId, "transaction id")
    await writeTransaction(context, transactionId, { settled_at: now })
  }

  /** Transactions whose shop's side was interrupted: performed but not captured, cancelled but not refunded. */
  @InjectManager()
  async listUnsettled(
    olderThan: number,
    @MedusaContext() context: Context = {}
  ): Promise<GroupTransaction[]> {
    return selectUnsettled(context, olderThan)
  }

  /**
   * Closes an unpaid payable, so that no provider can pay it any more. A payable that is being paid right now stays
   * open: one whose transaction is performing always, one with a live transaction until `graceMs` after its time.
   * @returns whether the payable is closed now (also when it was before)
   */
  @InjectTransactionManager()
  async closePayable(input: Closing, @MedusaContext() context: Context = {}): Promise<boolean> {
    assertId(input.order_group_id, "order group id")
    return closePayable(context, input)
  }

  /** Stores the fiscal receipt that a provider reports, one for the sale and one for its cancellation. */
  @InjectTransactionManager()
  async saveFiscal(key: FiscalReport, @MedusaContext() context: Context = {}): Promise<boolean> {
    return writeFiscal(context, key)
  }

  /** SHA-256 of replaced keys, by provider. */
  @InjectManager()
  async replacedKeys(@MedusaContext() context: Context = {}): Promise<Record<string, string>> {
    return selectKeys(context)
  }

  /** Replaces the key of a cash box; the one in the settings is dead from then on. */
  @InjectTransactionManager()
  async replaceKey(
    input: { provider_id: string; key_sha256: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    assertId(input.provider_id, "provider id")
    await upsertKey(context, input.provider_id, input.key_sha256)
  }
}

export default GatewayModuleService
