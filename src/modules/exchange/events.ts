/** Events of the exchange room; payload `{ id, company_id }`. */
export const ExchangeEvents = {
  /** An import is to be applied: raised when somebody asks for it. */
  APPLYING: "import.applying",
  FINISHED: "import.finished",
} as const
