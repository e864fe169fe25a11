import { FiscalFactsShown } from "../../modules/receipt/lib/fiscal"
import {
  Agent,
  Buyer,
  FiscalStatus,
  ReceiptKind,
  ReceiptLineFacts,
  Seller,
} from "../../modules/receipt/types"

/** A receipt as the documents and the API read it; money in tiyin. */
export type ReceiptView = {
  id: string
  kind: ReceiptKind
  number_text: string
  issued_at: Date
  company_id: string
  order_id: string
  order_group_id: string
  short_code: string
  refund_id: string | null
  sale_number_text: string | null
  provider_id: string | null
  currency_code: string
  locale: string | null
  reason: string | null
  buyer: Buyer
  seller: Seller
  market: Agent | null
  total_tiyin: number
  discount_tiyin: number
  vat_tiyin: number
  fiscal_status: FiscalStatus
  fiscal: FiscalFactsShown | null
  /** Secret of the verification page. */
  token: string
  lines: ReceiptLineFacts[]
}
