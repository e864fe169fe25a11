import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

/** Largest file, in bytes: 20 000 rows of any cabinet with room to spare. */
const MAX_FILE = 12_000_000

const tiyin = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
/** Text or milliseconds; within what both JavaScript and PostgreSQL have dates for. */
const moment = z.coerce.date().min(new Date("2000-01-01")).max(new Date("2999-12-31"))
const time = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** A transaction as Payme's `GetStatement` answers it. */
const StatementRow = z.object({
  id: z.string().regex(/^[\x21-\x7e]{1,100}$/, "must be an id of printable ASCII"),
  amount: tiyin,
  time: time.optional(),
  account: z.record(z.string(), z.unknown()).nullish(),
  create_time: time.optional(),
  perform_time: time.optional(),
  cancel_time: time.optional(),
  transaction: z.string().max(100).nullish(),
  state: z.union([z.literal(1), z.literal(2), z.literal(-1), z.literal(-2)]),
  reason: z.number().int().nullish(),
})

const File = z.strictObject({
  name: z.string().trim().min(1).max(200),
  content_base64: z
    .base64()
    .min(1)
    .max(Math.ceil((MAX_FILE * 4) / 3)),
  /** What the file's amounts are in: never guessed, because a wrong guess is wrong by a hundred. */
  amount_unit: z.enum(["sum", "tiyin"]),
})

export const CreateReconciliation = z
  .strictObject({
    provider_id: z.string().min(1).max(100),
    /** Both ends included, in time of the provider. */
    from: moment,
    to: moment,
    rows: z.array(StatementRow).max(50_000).optional(),
    file: File.optional(),
  })
  .refine(({ from, to }) => from <= to, { message: "from must not be after to", path: ["from"] })
  .refine(({ rows, file }) => (rows === undefined) !== (file === undefined), {
    message: "give either rows or a file",
    path: ["rows"],
  })

export const ListReconciliations = z.object({
  ...paging,
  provider_id: z.string().min(1).max(100).optional(),
})

export const ReadReconciliation = z.object({
  ...paging,
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  verdict: z
    .enum(["matched", "missing_here", "missing_there", "different_amount", "different_state"])
    .optional(),
})

export type CreateReconciliationBody = z.infer<typeof CreateReconciliation>
export type ListReconciliationsQuery = z.infer<typeof ListReconciliations>
export type ReadReconciliationQuery = z.infer<typeof ReadReconciliation>
