import { ExpenseMode } from "../types"
import { Legacy } from "./connection"
import { FoundTable, Schema } from "./detect"
import { TableName } from "./tables"

export type ReadOptions = {
  mode: ExpenseMode
  /** Whoever ordered from a private company may enter it. */
  grant_from_orders: boolean
  now: Date
}

/** What every reader needs: the open database, what is in it, and what was asked for. */
export type Session = { legacy: Legacy; schema: Schema; options: ReadOptions }

export const tableOf = ({ schema }: Session, name: TableName): FoundTable | undefined => schema.tables[name]
