import { can, PERMISSIONS, permissionsOf, ROLES } from "../lib/permissions"
import { TRANSITIONS } from "../lib/status"

describe("permissions", () => {
  it("give an owner everything and a cashier no costs", () => {
    expect(permissionsOf("owner")).toEqual(Object.keys(PERMISSIONS))
    expect(can("cashier", "listing:cost")).toBe(false)
    expect(can("cashier", "order:read")).toBe(true)
  })

  it("keep people in the hands of the owner", () => {
    expect(ROLES.filter((role) => can(role, "member:write"))).toEqual(["owner"])
  })
})

describe("company status", () => {
  it("never leaves archived, and becomes active by approval or reinstatement only", () => {
    const moves = Object.entries(TRANSITIONS)
    expect(moves.filter(([, { from }]) => from.includes("archived"))).toEqual([])
    expect(moves.filter(([, { to }]) => to === "active").map(([verb]) => verb)).toEqual([
      "approve",
      "reinstate",
    ])
  })
})
