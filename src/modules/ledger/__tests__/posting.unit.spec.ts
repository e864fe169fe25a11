import fc from "fast-check"
import { lineCommission, shareSoFar, vatWithin } from "../lib/commission"
import {
  commissionOf,
  DoneRefund,
  PaidOrder,
  payoutPosting,
  Posting,
  PostedBefore,
  refundPostings,
  salePostings,
} from "../lib/posting"

const PAID_AT = new Date("2026-11-21T09:00:00Z")

function order(input: Partial<PaidOrder> = {}): PaidOrder {
  return {
    id: "cord_1",
    company_id: "comp_1",
    currency_code: "uzs",
    short_code: "1234",
    paid_at: PAID_AT,
    provider_id: "pp_payme_payme",
    total_tiyin: 12_000_00,
    lines: [{ id: "cline_1", total_tiyin: 10_000_00, commission_percent: 5 }],
    ...input,
  }
}

function refund(id: string, amounts: Record<string, number>, delivery = 0): DoneRefund {
  const lines = Object.entries(amounts).map(([company_order_line_id, amount_tiyin]) => ({
    company_order_line_id,
    amount_tiyin,
  }))
  return {
    id,
    amount_tiyin: delivery + lines.reduce((sum, { amount_tiyin }) => sum + amount_tiyin, 0),
    succeeded_at: PAID_AT,
    reason: "qaytarildi",
    lines,
  }
}

/** Amounts of a posting by account. */
const shown = (posting: Posting) =>
  posting.entries.map(({ account, amount_tiyin }) => [account.code, amount_tiyin] as const)

/** What a posting leaves on accounts of a company. */
const owed = (postings: Posting[], companyId = "comp_1") =>
  0 -
  postings
    .flatMap(({ entries }) => entries)
    .filter(({ account }) => account.company_id === companyId)
    .reduce((sum, { amount_tiyin }) => sum + amount_tiyin, 0)

const total = (posting: Posting) => posting.entries.reduce((sum, { amount_tiyin }) => sum + amount_tiyin, 0)

/** Posts refunds one after another, as the ledger remembers them. */
function postAll(paid: PaidOrder, refunds: DoneRefund[], vat: number): Posting[] {
  const postings = salePostings(paid, vat)
  const before: PostedBefore = {
    ...commissionOf(paid, vat),
    returned_tiyin: 0,
    returned_vat_tiyin: 0,
    refunds: [],
  }
  for (const next of refunds) {
    const [posting] = refundPostings(paid, next, before)
    postings.push(posting)
    for (const { account, amount_tiyin } of posting.entries) {
      before.returned_tiyin -= account.kind === "commission" ? amount_tiyin : 0
      before.returned_vat_tiyin += account.kind === "commission_vat" ? amount_tiyin : 0
    }
    before.refunds.push(next)
  }
  return postings
}

describe("commission", () => {
  it("is a per cent of a line, halves away from zero", () => {
    expect(lineCommission(10_000_00, 5)).toBe(500_00)
    expect(lineCommission(10, 5)).toBe(1) // 0.5 tiyin
    expect(lineCommission(9, 5)).toBe(0)
    expect(lineCommission(33_33, "7.25")).toBe(242) // 241.6425
    expect(lineCommission(33_33, 0)).toBe(0)
    expect(lineCommission(33_33, 100)).toBe(33_33)
  })

  it("has its VAT inside", () => {
    expect(vatWithin(112_00, 12)).toBe(12_00)
    expect(vatWithin(500_00, 12)).toBe(53_57)
    expect(vatWithin(500_00, 0)).toBe(0)
  })

  it("is gone in proportion to what was refunded, reckoned from the beginning", () => {
    expect(shareSoFar(100, 1, 3)).toBe(33)
    expect(shareSoFar(100, 2, 3)).toBe(67)
    expect(shareSoFar(100, 3, 3)).toBe(100)
    expect(shareSoFar(100, 9, 3)).toBe(100)
    expect(shareSoFar(100, 0, 0)).toBe(0)
  })
})

describe("a sale", () => {
  it("makes the market owe the company, and the company the commission on its goods", () => {
    const [sale, commission] = salePostings(order(), 12)
    expect(sale).toMatchObject({ reference: "sale:cord_1", kind: "sale", subject_id: "cord_1", memo: "1234" })
    expect(shown(sale)).toEqual([
      ["provider:pp_payme_payme", 12_000_00],
      ["company:comp_1:payable", -12_000_00],
    ])
    // 5 % of 10 000; delivery of 2 000 bears none
    expect(commission.reference).toBe("commission:cord_1")
    expect(shown(commission)).toEqual([
      ["company:comp_1:commission", 500_00],
      ["market:commission_income", -446_43],
      ["market:commission_vat", -53_57],
    ])
    expect(owed([sale, commission])).toBe(11_500_00)
  })

  it("in cash at the shop leaves the company owing the commission", () => {
    const [sale, commission] = salePostings(order({ provider_id: "pp_cash_cash" }), 12)
    expect(shown(sale)).toEqual([
      ["provider:pp_cash_cash", 12_000_00],
      ["company:comp_1:payable", -12_000_00],
      ["provider:pp_cash_cash", -12_000_00],
      ["company:comp_1:settlement", 12_000_00],
    ])
    expect(owed([sale, commission])).toBe(-500_00)
  })

  it("without commission, without VAT, or for nothing writes only what there is", () => {
    const free = order({ lines: [{ id: "cline_1", total_tiyin: 10_000_00, commission_percent: 0 }] })
    expect(salePostings(free, 12).map(({ kind }) => kind)).toEqual(["sale"])
    expect(shown(salePostings(order(), 0)[1])).toEqual([
      ["company:comp_1:commission", 500_00],
      ["market:commission_income", -500_00],
    ])
    expect(
      salePostings(order({ total_tiyin: 0, lines: [{ id: "l", total_tiyin: 0, commission_percent: 5 }] }), 12)
    ).toEqual([])
  })

  it("in another currency has accounts of its own", () => {
    const [sale] = salePostings(order({ currency_code: "usd", provider_id: "pp_stripe_stripe" }), 12)
    expect(shown(sale).map(([code]) => code)).toEqual([
      "provider:pp_stripe_stripe:usd",
      "company:comp_1:payable:usd",
    ])
  })
})

describe("a refund", () => {
  it("takes the money and the commission of the refunded goods back", () => {
    const postings = postAll(order(), [refund("cref_1", { cline_1: 4_000_00 }, 2_000_00)], 12)
    expect(shown(postings[2])).toEqual([
      ["provider:pp_payme_payme", -6_000_00],
      ["company:comp_1:refunds", 6_000_00],
      ["company:comp_1:commission", -200_00],
      ["market:commission_income", 178_57],
      ["market:commission_vat", 21_43],
    ])
    expect(owed(postings)).toBe(11_500_00 - 6_000_00 + 200_00)
  })

  it("of delivery alone takes no commission back", () => {
    const postings = postAll(order(), [refund("cref_1", {}, 2_000_00)], 12)
    expect(shown(postings[2])).toEqual([
      ["provider:pp_payme_payme", -2_000_00],
      ["company:comp_1:refunds", 2_000_00],
    ])
  })

  it("in cash is given back by the company itself", () => {
    const paid = order({ provider_id: "pp_cash_cash" })
    const postings = postAll(paid, [refund("cref_1", { cline_1: 10_000_00 }, 2_000_00)], 12)
    expect(owed(postings)).toBe(0)
    expect(shown(postings[2])).toContainEqual(["company:comp_1:settlement", -12_000_00])
  })

  it("counts the refunds before it", () => {
    const [, , first, second] = postAll(
      order(),
      [refund("cref_1", { cline_1: 1_00 }), refund("cref_2", { cline_1: 1_00 })],
      12
    )
    expect([first.rank, second.rank]).toEqual([0, 1])
  })
})

describe("a payout", () => {
  it("brings what the company is owed down", () => {
    const paid = { id: "setl_1", company_id: "comp_1", currency_code: "uzs", payout_tiyin: 11_500_00 }
    const posting = payoutPosting(paid, { at: PAID_AT, proof: "№ 17" })
    expect(posting).toMatchObject({ reference: "payout:setl_1", kind: "payout", memo: "№ 17" })
    expect(shown(posting)).toEqual([
      ["company:comp_1:settlement", 11_500_00],
      ["market:bank", -11_500_00],
    ])
  })
})

describe("any order with any refunds", () => {
  const line = fc.record({
    total_tiyin: fc.integer({ min: 0, max: 5_000_000_00 }),
    commission_percent: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
  })
  const orders = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    delivery: fc.integer({ min: 0, max: 50_000_00 }),
    provider_id: fc.constantFrom("pp_payme_payme", "pp_cash_cash", "pp_click_click"),
    vat: fc.constantFrom(0, 12, 15),
    cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
  })

  function madeOf({
    lines,
    delivery,
    provider_id,
  }: {
    lines: Array<Omit<PaidOrder["lines"][0], "id">>
    delivery: number
    provider_id: string
  }) {
    return order({
      provider_id,
      lines: lines.map((row, index) => ({ ...row, id: `cline_${index}` })),
      total_tiyin: delivery + lines.reduce((sum, { total_tiyin }) => sum + total_tiyin, 0),
    })
  }

  /** Cuts every line at the given points: the parts of a full refund in several. */
  function cutUp(paid: PaidOrder, delivery: number, cuts: number[]): DoneRefund[] {
    const points = [0, ...[...cuts].sort((a, b) => a - b), 1]
    return points.slice(1).map((point, index) => {
      const part = (whole: number) => Math.floor(whole * point) - Math.floor(whole * points[index])
      const last = index === points.length - 2
      const amounts = Object.fromEntries(
        paid.lines.map(({ id, total_tiyin }) => [
          id,
          last ? total_tiyin - Math.floor(total_tiyin * points[index]) : part(total_tiyin),
        ])
      )
      return refund(
        `cref_${index}`,
        amounts,
        last ? delivery - Math.floor(delivery * points[index]) : part(delivery)
      )
    })
  }

  it("keeps every transaction at zero, and leaves exactly nothing after a full refund", () => {
    fc.assert(
      fc.property(orders, ({ cuts, vat, ...facts }) => {
        const paid = madeOf(facts)
        const refunds = cutUp(paid, facts.delivery, cuts).filter(({ amount_tiyin }) => amount_tiyin > 0)
        const postings = postAll(paid, refunds, vat)
        const left = new Map<string, number>()
        for (const posting of postings) {
          expect(total(posting)).toBe(0)
          expect(
            posting.entries.every(
              ({ amount_tiyin }) => Number.isSafeInteger(amount_tiyin) && amount_tiyin !== 0
            )
          ).toBe(true)
          expect(posting.entries.length).toBeGreaterThanOrEqual(2)
          for (const { account, amount_tiyin } of posting.entries) {
            left.set(account.kind, (left.get(account.kind) ?? 0) + amount_tiyin)
          }
        }
        expect(left.get("commission") ?? 0).toBe(0)
        expect(left.get("commission_income") ?? 0).toBe(0)
        expect(left.get("commission_vat") ?? 0).toBe(0)
        expect(left.get("provider") ?? 0).toBe(0)
        expect(owed(postings)).toBe(0)
      }),
      { numRuns: 500 }
    )
  })

  it("takes the same commission back in whatever order and parts", () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 0, max: 5 }), ({ cuts, vat, ...facts }, keep) => {
        const paid = madeOf(facts)
        const parts = cutUp(paid, facts.delivery, cuts).filter(({ amount_tiyin }) => amount_tiyin > 0)
        const some = parts.slice(0, keep + 1)
        const forwards = owed(postAll(paid, some, vat))
        const backwards = owed(postAll(paid, [...some].reverse(), vat))
        expect(forwards).toBe(backwards)
      }),
      { numRuns: 300 }
    )
  })
})
