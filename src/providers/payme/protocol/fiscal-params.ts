import { z } from "@medusajs/framework/zod"
import { PAYME_ERROR, PaymeError } from "./errors"

/**
 * Numbers of receipts and modules are documented as text but sampled as numbers; both are kept as text. A
 * number beyond 2^53 has already lost digits and is refused rather than stored wrong. The other fields are
 * absent when registration failed.
 */
const text = z
  .union([z.string().refine((value) => !value.includes("\0")), z.int().transform(String)])
  .nullish()
  .transform((value) => value ?? null)

/** Shown to the buyer as a link, so nothing but a web address may pass. */
const webAddress = z
  .string()
  .regex(/^(https?:\/\/\S+)?$/i)
  .nullish()
  .transform((value) => value || null)

const setFiscalData = z.object({
  id: z.string().regex(/^[^\p{Cc}\p{Cs}]{1,64}$/u),
  type: z.enum(["PERFORM", "CANCEL"]),
  fiscal_data: z.object({
    receipt_id: text,
    status_code: z
      .int()
      .nullish()
      .transform((value) => value ?? null),
    message: text,
    terminal_id: text,
    fiscal_sign: text,
    qr_code_url: webAddress,
    date: text,
  }),
})

export type SetFiscalDataParams = z.infer<typeof setFiscalData>

/**
 * SetFiscalData (Payme Merchant API 2.9): which cheque, sale or cancellation, and the fiscal receipt. Fields
 * Payme left out are null; `receipt_id` is text whichever way it came (P-85).
 * @throws {PaymeError} -32602 with a plain text that names the field (P-84)
 */
export function setFiscalDataParams(params: unknown): SetFiscalDataParams {
  const parsed = setFiscalData.safeParse(params)
  if (!parsed.success) {
    const field = parsed.error.issues[0].path.join(".") || "params"
    throw new PaymeError(PAYME_ERROR.BAD_PARAMETER, undefined, `Invalid parameter: ${field}`)
  }
  return parsed.data
}
