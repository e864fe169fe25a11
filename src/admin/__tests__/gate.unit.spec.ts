import { Me } from "../lib/company"
import { afterGate, detour, throughGate } from "../lib/gate"

const person = (is_operator: boolean): Me => ({
  user: { id: "user_1", email: "a@example.com", first_name: null, last_name: null },
  is_operator,
  memberships: [],
  invitations: [],
})
const member = person(false)
const operator = person(true)

describe("the gate", () => {
  it.each([
    ["/shop/orders", null],
    ["/market/companies", null],
    ["/login", null],
    ["/orders", "/shop/home"],
    ["/", "/shop/home"],
    ["/orders/order_1", "/shop/not-yours"],
    ["/products", "/shop/not-yours"],
    ["/shopping", "/shop/not-yours"],
    ["/settings/profile", "/shop/not-yours"],
  ])("leads a company's person who asks for %s to %s", (path, to) => {
    expect(detour(path, member)).toBe(to)
  })

  it("leaves an operator alone", () => {
    expect(["/", "/products", "/settings/users"].map((path) => detour(path, operator))).toEqual([
      null,
      null,
      null,
    ])
  })

  it("leads on to the page that was wanted before signing in, when it is theirs", () => {
    expect(throughGate("/shop/orders")).toBe("/shop/orders")
    expect(throughGate("/products")).toBe("/shop/enter?to=%2Fproducts")
    expect(afterGate("/products", operator)).toBe("/products")
    expect(afterGate("/products", member)).toBe("/shop/not-yours")
    expect(afterGate("/", member)).toBe("/shop/home")
    expect(afterGate("/", operator)).toBe("/orders")
  })

  it("never leads out of the dashboard", () => {
    expect(afterGate("//evil.example", operator)).toBe("/orders")
    expect(afterGate("https://evil.example", operator)).toBe("/orders")
  })
})
