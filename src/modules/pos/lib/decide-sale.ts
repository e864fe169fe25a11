import { MedusaError } from "@medusajs/framework/utils"
import { PosErrors } from "../errors"
import { Goods, Paid, PricedSale, Problem, SaleRequest } from "../types"
import { checkPayments, priceSale } from "./price-sale"

export type Decision =
  | { kind: "sell"; sale: PricedSale; paid: Paid }
  /** The money has been taken; a person decides what becomes of it. */
  | { kind: "review"; sale: PricedSale; paid: Paid; problems: Problem[] }
  | { kind: "refuse"; error: MedusaError; problems: Problem[] }

/**
 * Decides what becomes of a sale. Online whatever does not fit refuses it, and nothing has changed. Offline its money has
 * been taken already: it is kept as it was seen and waits for a person. What nobody could settle (goods that are not the
 * company's, money that does not add up) is refused in both cases.
 * @param goods by the id of the listing's variant
 */
export function decideSale(
  request: SaleRequest,
  goods: Map<string, Goods>,
  may: { discount: boolean }
): Decision {
  const unknown = request.lines.filter(({ variant_id }) => !goods.has(variant_id))
  if (unknown.length > 0) {
    return refuse(PosErrors.goodsUnknown(unknown.map(({ variant_id }) => variant_id)))
  }
  const problems = problemsOf(request, goods, may)
  if (problems.length > 0 && !request.is_offline) {
    return refuse(errorOf(problems), problems)
  }
  try {
    const sale = priceSale(request, goods, problems.length > 0 ? "seen" : "server")
    const paid = checkPayments(request, sale.total)
    return problems.length > 0 ? { kind: "review", sale, paid, problems } : { kind: "sell", sale, paid }
  } catch (error) {
    return refuse(error as MedusaError, problems)
  }
}

const refuse = (error: MedusaError, problems: Problem[] = []): Decision => ({
  kind: "refuse",
  error,
  problems,
})

function problemsOf(request: SaleRequest, goods: Map<string, Goods>, may: { discount: boolean }): Problem[] {
  const ids = [...new Set(request.lines.map(({ variant_id }) => variant_id))]
  return ids.flatMap((id): Problem[] => {
    const { title, price, available, is_live } = goods.get(id)!
    const own = request.lines.filter((line) => line.variant_id === id)
    const wanted = own.reduce((total, { quantity }) => total + quantity, 0)
    const seen = own.find(({ unit_price }) => unit_price !== price)?.unit_price
    const about = { variant_id: id, title }
    const isDiscounted = own.some(({ discount }) => (discount ?? 0) > 0) || (request.discount ?? 0) > 0
    return [
      ...(is_live ? [] : [{ ...about, kind: "gone" as const }]),
      ...(available !== null && available < wanted
        ? [{ ...about, kind: "short" as const, wanted, available: Math.max(0, available) }]
        : []),
      ...(seen === undefined ? [] : [{ ...about, kind: "price" as const, seen, price }]),
      ...(isDiscounted && !may.discount ? [{ ...about, kind: "discount" as const }] : []),
    ]
  })
}

/** The refusal that a list of problems stands for; the gravest first. */
export function errorOf(problems: Problem[]): MedusaError {
  const titles = (kind: Problem["kind"]) => problems.filter((p) => p.kind === kind).map(({ title }) => title)
  const of = (kind: Problem["kind"]) => problems.some((problem) => problem.kind === kind)
  if (of("gone")) {
    return PosErrors.goodsGone(titles("gone"))
  }
  if (of("short")) {
    return PosErrors.shortStock(titles("short"))
  }
  return of("price") ? PosErrors.priceChanged(titles("price")) : PosErrors.discountForbidden()
}

const FUTURE_SLACK_MS = 2 * 60_000
const OLDEST_MS = 30 * 86_400_000

export type ShiftTimes = { status: "open" | "closed"; opened_at: Date; closed_at: Date | null }

/**
 * Checks a sale's time and its shift: an open one, or, for a sale made offline, the one that was open at its time.
 * @throws {MedusaError} POS_SOLD_AT_WRONG, POS_SHIFT_REQUIRED
 */
export function checkTimes(
  request: Pick<SaleRequest, "sold_at" | "is_offline">,
  shift: ShiftTimes | null,
  now: Date
): void {
  const soldAt = new Date(request.sold_at).getTime()
  if (soldAt > now.getTime() + FUTURE_SLACK_MS || soldAt < now.getTime() - OLDEST_MS) {
    throw PosErrors.soldAtWrong()
  }
  const isWithin =
    shift &&
    (request.is_offline
      ? soldAt >= shift.opened_at.getTime() - FUTURE_SLACK_MS &&
        soldAt <= (shift.closed_at?.getTime() ?? Infinity)
      : shift.status === "open")
  if (!isWithin) {
    throw PosErrors.shiftRequired()
  }
}
