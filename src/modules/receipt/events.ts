/** Events of the receipt room; the payload is `{ id, company_id, order_id, kind }`, the id the receipt's. */
export const ReceiptEvents = {
  ISSUED: "receipt.issued",
} as const
