import { parseOptions } from "../../../lib/options"
import { refundDraft, SaleSource, saleDraft } from "../lib/draft"

const settings = parseOptions({
  market: { name: "Bozor", tax_id: "309876543" },
  payme: { shipping_ikpu: "10112006002000000", shipping_package_code: "1209877" },
})

const source: SaleSource = {
  company_order_id: "cord_1",
  company_id: "comp_1",
  order_id: "order_1",
  order_group_id: "ogrp_1",
  short_code: "482913",
  currency_code: "uzs",
  total: "24900",
  shipping_paid: "15000",
  is_paid: true,
  provider_id: "pp_click_click",
  transaction_id: "gtx_1",
  locale: "ru",
  buyer: { name: "Dilnoza", phone: null, email: null },
  seller: {
    name: "Baraka",
    legal_name: null,
    tax_id_type: "stir",
    tax_id: "301234567",
    address: null,
    phone: null,
    is_vat_payer: true,
  },
  lines: [
    {
      id: "cline_1",
      title: "Non",
      quantity: "3",
      unit_price: "3300",
      total: "9900",
      vat_percent: "12",
      ikpu: "00702001001000001",
      package_code: "1234567",
    },
  ],
}
const refund = {
  id: "cref_1",
  status: "succeeded",
  amount: "4300",
  shipping_amount: "1000",
  reason: "Buzilgan",
  lines: [{ company_order_line_id: "cline_1", title: "Non", quantity: 1, amount: 3300 }],
  provider_id: "pp_click_click",
}

describe("the draft of a receipt", () => {
  it("has the company for its seller, the market for its agent, and delivery as a line with its own codes", () => {
    const draft = saleDraft(source, settings)
    expect(draft).toMatchObject({
      kind: "sale",
      seller: { tax_id: "301234567" },
      market: { name: "Bozor", tax_id: "309876543", address: null },
      fiscal: { status: "waiting", by: "transaction" },
    })
    expect(draft.lines).toMatchObject([
      { title: "Non", total_tiyin: 990_000, vat_tiyin: 106_071, principal_tax_id: "301234567" },
      { is_delivery: true, total_tiyin: 1_500_000, vat_tiyin: 0, ikpu: "10112006002000000" },
    ])
  })

  it("has the market for its seller where goods belong to no company", () => {
    const draft = saleDraft({ ...source, company_id: "market", seller: null }, settings)
    expect(draft.seller).toMatchObject({ name: "Bozor", tax_id: "309876543", tax_id_type: "stir" })
    expect(draft.market).toBeNull()
  })

  it("of a refund has what went back, and no pieces where the refund was by amount", () => {
    const draft = refundDraft({ ...source, refund }, "2026-000001", settings)
    expect(draft).toMatchObject({
      kind: "refund",
      refund_id: "cref_1",
      sale_number_text: "2026-000001",
      reason: "Buzilgan",
      // Click has no call for a return.
      fiscal: { status: "not_needed" },
    })
    expect(draft.lines).toMatchObject([
      { quantity: "1", unit_price_tiyin: 330_000, total_tiyin: 330_000, ikpu: "00702001001000001" },
      { is_delivery: true, total_tiyin: 100_000 },
    ])
    const lines = [{ ...refund.lines[0], quantity: null, amount: "3300" }]
    const byAmount = refundDraft({ ...source, refund: { ...refund, lines } }, null, settings)
    expect(byAmount.lines[0]).toMatchObject({ quantity: null, unit_price_tiyin: 330_000, vat_tiyin: 35_357 })
  })

  it("is refused when lines and total differ", () => {
    expect(() => saleDraft({ ...source, total: "24901" }, settings)).toThrow(RangeError)
    expect(() => refundDraft({ ...source, refund: { ...refund, amount: "1" } }, null, settings)).toThrow(
      RangeError
    )
  })
})
