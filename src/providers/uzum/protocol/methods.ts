/** The five calls; each is the last segment of its own address (Uzum Merchant API 1.3). */
export const UZUM_METHODS = ["check", "create", "confirm", "reverse", "status"] as const

export type UzumMethod = (typeof UZUM_METHODS)[number]

/** Which field of an error tells the time, by call (Uzum Merchant API 2.2). */
export const TIME_FIELD: Readonly<Record<UzumMethod, string>> = {
  check: "timestamp",
  create: "transTime",
  confirm: "confirmTime",
  reverse: "reverseTime",
  status: "transTime",
}
