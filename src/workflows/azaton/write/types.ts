import { MedusaContainer } from "@medusajs/framework/types"
import { Plans } from "../plans"
import { Entity, Note, Planned } from "../types"

export type Trx = { raw<Row>(statement: string, bindings?: unknown[]): Promise<{ rows: Row[] }> }

/** A row of a table, as PostgreSQL's JSON takes it: money and times as text. */
export type Row = Record<string, unknown>

/** Where everything of a run is written to. */
export type Run = {
  container: MedusaContainer
  /** Label of the old database. */
  source: string
  run_id: string
  dry_run: boolean
  /** Takes one line for the operator's private file: an owner's link. Never logged, never kept. */
  links?: (line: string) => void
  /** Customers who bought from a private company may enter it. */
  grant_from_orders?: boolean
}

/** A plan of which something is to be made. */
export type Ready<E extends Entity> = Omit<Planned<Plans[E]>, "value"> & { value: Plans[E] }

/** What a plan became: our row, and what there is to say of it. */
export type Saved = { target_id: string; notes?: Note[] }

/** One entity's own knowledge; `writeBatch` knows everything else. */
export type Kind<E extends Entity> = {
  entity: E
  target_type: string
  /**
   * SQL that answers `id, print` of the targets in `?`: equal prints mean that nobody has touched the target. Prints are
   * text that no session's settings change (no time zones).
   */
  print: string
  /** SQL that locks the targets in `?` until the transaction ends, so that none changes between the look and the write. */
  lock: string
  /** Tables that grow with it by the thousand. */
  grows: readonly string[]
  /** Makes what is new and changes what `known` names, in the given transaction. Throws for the whole batch. */
  save(trx: Trx, run: Run, plans: Array<Ready<E>>, known: Map<string, string>): Promise<Map<string, Saved>>
}

/** A plan's place in the maps of this folder. */
export const keyOf = ({ legacy_id, part }: { legacy_id: string; part: string }) => `${legacy_id}/${part}`
