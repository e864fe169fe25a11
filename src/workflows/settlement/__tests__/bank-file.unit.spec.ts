import { toSum } from "../lib/amounts"
import { csvCell, makeBankFile, Payable } from "../lib/bank-file"

const payable = (facts: Partial<Payable> = {}): Payable => ({
  settlement_id: "setl_1",
  company_id: "comp_1",
  name: "Non va non",
  legal_name: "“NON VA NON” MCHJ",
  tax_id: "301234567",
  bank_account: "20208000900123456001",
  bank_mfo: "00444",
  currency_code: "uzs",
  period_from: "2026-11-01",
  period_to: "2026-11-15",
  payout_tiyin: 11_500_05,
  ...facts,
})

describe("the bank file", () => {
  it("has a payment per line, with a purpose in the asked language", () => {
    const { csv, count, total_tiyin, problems } = makeBankFile([payable()], "uz")
    expect(csv).toBe(
      "\uFEFFmfo;account;stir;legal_name;amount;purpose;document\r\n" +
        "00444;20208000900123456001;301234567;“NON VA NON” MCHJ;11500.05;" +
        "Vositachilik shartnomasi bo‘yicha 2026-11-01 – 2026-11-15 davri uchun to‘lov, hisobot setl_1;setl_1\r\n"
    )
    expect({ count, total_tiyin, problems }).toEqual({ count: 1, total_tiyin: 11_500_05, problems: [] })
    expect(makeBankFile([payable()], "ru").csv).toContain("Оплата по договору комиссии за период")
  })

  it("names the companies that can't be paid, with what they lack", () => {
    const { csv, count, problems } = makeBankFile(
      [
        payable({ bank_mfo: null, tax_id: "12" }),
        payable({ settlement_id: "setl_2", legal_name: " ", bank_account: "123" }),
        payable({ settlement_id: "setl_3", currency_code: "usd" }),
      ],
      "uz"
    )
    expect(count).toBe(0)
    expect(csv.split("\r\n")).toHaveLength(2)
    expect(problems.map(({ settlement_id, missing }) => [settlement_id, missing])).toEqual([
      ["setl_1", ["bank_mfo", "tax_id"]],
      ["setl_2", ["bank_account", "legal_name"]],
      ["setl_3", ["currency_code"]],
    ])
  })

  it.each([
    ["=1+1", "'=1+1"],
    ["+998", "'+998"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=cmd", "'=cmd"],
    ["\r\n=cmd", "'=cmd"],
    ["＝1", "'＝1"],
    ['a;b"c', '"a;b""c"'],
    ["bir\nikki", "bir ikki"],
    ["oddiy", "oddiy"],
  ])("keeps %j from being read as a formula or as two cells", (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })

  it("writes tiyin as so'm with two decimals", () => {
    expect([0, 5, 100, -5, -123_45].map(toSum)).toEqual(["0.00", "0.05", "1.00", "-0.05", "-123.45"])
  })
})
