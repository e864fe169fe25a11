import { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { BozorOptions, readOptions } from "../../lib/options"
import { isUniqueViolation, sql } from "../../lib/sql"
import { PosErrors } from "./errors"
import { PosCashMovement } from "./models/cash-movement"
import { PosReturn } from "./models/sale-return"
import { PosSale } from "./models/sale"
import { PosSaleLine } from "./models/sale-line"
import { PosShift } from "./models/shift"
import { PosStockCorrection } from "./models/stock-correction"

export type ShiftRow = {
  id: string
  company_id: string
  member_id: string
  status: "open" | "closed"
  opened_at: Date
  closed_at: Date | null
}

type NewMovement = {
  shift_id: string
  company_id: string
  amount: number
  note: string
  client_id: string
  created_by: string
}

class PosModuleService extends MedusaService({
  PosShift,
  PosCashMovement,
  PosSale,
  PosSaleLine,
  PosReturn,
  PosStockCorrection,
}) {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }

  /**
   * Opens a person's shift; the unique index lets one through when two come at once.
   * @throws {MedusaError} POS_SHIFT_ALREADY_OPEN
   */
  @InjectTransactionManager()
  async openShift(
    shift: {
      company_id: string
      member_id: string
      member_name: string
      register: string | null
      opening_cash: number
    },
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    const id = generateEntityId(undefined, "shift")
    const rows = await sql(
      context,
      `insert into pos_shift (id, company_id, member_id, member_name, register, opening_cash, status, opened_at)
       values (?, ?, ?, ?, ?, ?, 'open', now()) on conflict do nothing returning id`,
      [id, shift.company_id, shift.member_id, shift.member_name, shift.register, shift.opening_cash]
    )
    if (rows.length === 0) {
      throw PosErrors.shiftAlreadyOpen()
    }
    return { id }
  }

  /** A company's shift; null for another's. */
  @InjectManager()
  async findShift(
    find: { id: string; company_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<ShiftRow | null> {
    assertId(find.company_id, "company id")
    const [row] = await sql<ShiftRow>(
      context,
      `select id, company_id, member_id, status, opened_at, closed_at from pos_shift
        where id = ? and company_id = ? and deleted_at is null`,
      [find.id, find.company_id]
    )
    return row ?? null
  }

  /**
   * Closes a shift with what was counted. Saying so again changes nothing: the first count stands.
   * @returns whether this call closed it
   */
  @InjectTransactionManager()
  async closeShift(
    close: { id: string; company_id: string; counted_cash: number; note: string | null; closed_by: string },
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    assertId(close.id, "shift id")
    const rows = await sql(
      context,
      `update pos_shift set status = 'closed', closed_at = now(), counted_cash = ?, note = ?, closed_by = ?,
              updated_at = now()
        where id = ? and company_id = ? and status = 'open' and deleted_at is null returning id`,
      [close.counted_cash, close.note, close.closed_by, close.id, close.company_id]
    )
    return rows.length > 0
  }

  /**
   * Notes cash that was put in or taken out. The shift's row is locked, so that none slips in behind its closing.
   * @throws {MedusaError} 404, POS_SHIFT_CLOSED, POS_CLIENT_ID_REUSED
   */
  @InjectTransactionManager()
  async moveCash(movement: NewMovement, @MedusaContext() context: Context = {}): Promise<void> {
    const { shift_id, company_id, amount, note, client_id, created_by } = movement
    const [shift] = await sql<{ status: string }>(
      context,
      `select status from pos_shift where id = ? and company_id = ? and deleted_at is null for update`,
      [shift_id, company_id]
    )
    if (!shift) {
      throw notFound("Shift", shift_id)
    }
    const [known] = await sql<{ shift_id: string; amount: string; note: string }>(
      context,
      `select shift_id, amount::text, note from pos_cash_movement where company_id = ? and client_id = ?`,
      [company_id, client_id]
    )
    if (known) {
      if (known.shift_id === shift_id && Number(known.amount) === amount && known.note === note) {
        return
      }
      throw PosErrors.clientIdReused()
    }
    if (shift.status !== "open") {
      throw PosErrors.shiftClosed()
    }
    try {
      await sql(
        context,
        `insert into pos_cash_movement (id, company_id, shift_id, kind, amount, note, client_id, created_by)
         values (?, ?, ?, 'manual', ?, ?, ?, ?)`,
        [generateEntityId(undefined, "cmov"), company_id, shift_id, amount, note, client_id, created_by]
      )
    } catch (error) {
      throw isUniqueViolation(error) ? PosErrors.clientIdReused() : error
    }
  }
}

export default PosModuleService
