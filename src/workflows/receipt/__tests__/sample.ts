import { receiptLines, receiptTotals } from "../../../modules/receipt/lib/lines"
import { ReceiptView } from "../types"

/** A receipt with every letter and sign that may give trouble in it. */
export function sampleReceipt(change: Partial<ReceiptView> = {}): ReceiptView {
  const lines = receiptLines(
    [
      {
        title: "Oʻzbek non <b>«issiq»</b> & g‘alla",
        quantity: 3,
        unit_price: 3300,
        total: "9900",
        vat_percent: 12,
        ikpu: "00702001001000001",
        package_code: "1234567",
      },
      {
        title: "Ўзбекистон қовуни, ғалла, ҳалво; Ёлка",
        quantity: "1.5",
        unit_price: 20000,
        total: "29500.5",
        vat_percent: null,
        ikpu: null,
        package_code: null,
      },
      {
        title: "Yetkazib berish",
        quantity: 1,
        unit_price: 15000,
        total: 15000,
        vat_percent: null,
        ikpu: null,
        package_code: null,
        is_delivery: true,
      },
    ],
    "54400.5",
    "301234567"
  )
  return {
    id: "rcpt_1",
    kind: "sale",
    number_text: "2026-000123",
    issued_at: new Date("2026-11-20T20:15:00Z"),
    company_id: "comp_1",
    order_id: "order_1",
    order_group_id: "ogrp_1",
    short_code: "123-456",
    refund_id: null,
    sale_number_text: null,
    provider_id: "pp_payme_payme",
    currency_code: "uzs",
    locale: null,
    reason: null,
    buyer: { name: "Dilnoza <script>alert(1)</script>", phone: "+998901112233", email: "d@example.com" },
    seller: {
      name: "Baraka Market",
      legal_name: "“Baraka Savdo” MChJ",
      tax_id_type: "stir",
      tax_id: "301234567",
      address: "Toshkent, Chilonzor 1",
      phone: "+998712000000",
      is_vat_payer: true,
    },
    market: { name: "Bozor", tax_id: "309876543", address: "Toshkent" },
    ...receiptTotals(lines),
    fiscal_status: "waiting",
    fiscal: null,
    token: "the-token",
    lines,
    ...change,
  }
}
