/**
 * Every method Payme may call (Payme Merchant API 2.3 to 2.10); ChangePassword only answers where it is
 * switched on.
 */
export const PAYME_METHODS = [
  "CheckPerformTransaction",
  "CreateTransaction",
  "PerformTransaction",
  "CancelTransaction",
  "CheckTransaction",
  "GetStatement",
  "SetFiscalData",
  "ChangePassword",
] as const

export type PaymeMethod = (typeof PAYME_METHODS)[number]

/** Whether the name is a method of the protocol; anything else is -32601 with the name in `data` (P-10). */
export function isPaymeMethod(name: string): name is PaymeMethod {
  return (PAYME_METHODS as readonly string[]).includes(name)
}
