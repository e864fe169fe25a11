import { readFileSync } from "node:fs"
import path from "node:path"
import {
  actionsOf,
  isAllowed,
  ORDER_STATUSES,
  OrderAction,
  OrderStanding,
  TRANSITIONS,
} from "../lib/order-states"

const ACTIONS = Object.keys(TRANSITIONS) as OrderAction[]
const EVERYTHING = ACTIONS.map((action) => TRANSITIONS[action].permission)

const order = (facts: Partial<OrderStanding>): OrderStanding => ({
  status: "paid",
  is_paid_at_shop: true,
  money_goes_back: false,
  has_refundable: true,
  has_unsent: true,
  ...facts,
})

describe("the table of an order's moves", () => {
  it("is the one that docs/orders.md shows", () => {
    const page = readFileSync(path.join(__dirname, "../../../../docs/orders.md"), "utf8")
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| `([^|]+)` +\| `([a-z]+)` +\| `([a-z:]+)` +\|/gm)]
    const shown = rows.map(([, action, from, to, permission]) => [action, from.split("`, `"), to, permission])
    expect(shown).toEqual(
      ACTIONS.map((action) => [
        action,
        TRANSITIONS[action].from,
        TRANSITIONS[action].to,
        TRANSITIONS[action].permission,
      ])
    )
  })

  it("lets nothing out of its ends", () => {
    for (const status of ["returned", "cancelled"] as const) {
      expect(actionsOf(order({ status }), EVERYTHING)).toEqual([])
    }
  })

  it.each([
    ["pending", ["confirm-payment", "cancel"]],
    ["paid", ["cancel", "fulfill", "deliver", "refund"]],
    ["shipped", ["fulfill", "deliver", "refund"]],
    ["delivered", ["refund"]],
  ] as const)("%s: %j", (status, actions) => {
    expect(actionsOf(order({ status }), EVERYTHING)).toEqual(actions)
  })

  it("offers nobody what the permissions lack", () => {
    expect(actionsOf(order({ status: "paid" }), ["order:fulfill"])).toEqual(["fulfill", "deliver"])
    expect(actionsOf(order({ status: "paid" }), [])).toEqual([])
  })

  it("leaves the confirmation of a provider's payment to the provider", () => {
    expect(isAllowed("confirm-payment", order({ status: "pending", is_paid_at_shop: false }))).toBe(false)
  })

  it("hands nothing over whose money goes back, and refunds nothing twice", () => {
    const back = order({ money_goes_back: true, has_refundable: false })
    expect(actionsOf(back, EVERYTHING)).toEqual([])
  })

  it("sends what is left, once", () => {
    expect(isAllowed("fulfill", order({ status: "shipped" }))).toBe(true)
    expect(isAllowed("fulfill", order({ status: "shipped", has_unsent: false }))).toBe(false)
  })

  it("names every status", () => {
    const named = ACTIONS.flatMap((action) => [...TRANSITIONS[action].from, TRANSITIONS[action].to])
    expect(new Set(named)).toEqual(new Set(ORDER_STATUSES))
  })
})
