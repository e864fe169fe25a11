import fc from "fast-check"
import { openServiceUrl, parseBasic, servicesOf } from "../index"

const SERVICE = { id: "uzum", login: "fake_login", password: "fake_password" }
const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`

describe("authentication (U-01)", () => {
  it("accepts the vector", () => {
    expect(basic("fake_login:fake_password")).toBe("Basic ZmFrZV9sb2dpbjpmYWtlX3Bhc3N3b3Jk")
    expect(servicesOf("Basic ZmFrZV9sb2dpbjpmYWtlX3Bhc3N3b3Jk", [SERVICE])).toEqual([SERVICE])
    expect(servicesOf("basic ZmFrZV9sb2dpbjpmYWtlX3Bhc3N3b3Jk", [SERVICE])).toEqual([SERVICE])
  })

  it.each([
    undefined,
    "",
    "Basic",
    "Basic !!!!",
    "Bearer ZmFrZV9sb2dpbjpmYWtlX3Bhc3N3b3Jk",
    basic("fake_login"),
    basic("fake_login:"),
    basic(":fake_password"),
    basic("fake_login:wrong"),
    basic("wrong:fake_password"),
    basic("fake_login:fake_password "),
    `${basic("fake_login:fake_password")}=`,
  ])("refuses %p", (header) => {
    expect(servicesOf(header, [SERVICE])).toEqual([])
  })

  it("never lets anybody in by an empty setting", () => {
    for (const header of [undefined, basic(":"), basic("a:"), basic(":b")]) {
      expect(servicesOf(header, [{ login: "", password: "" }])).toEqual([])
      expect(servicesOf(header, [{ login: "a", password: "" }])).toEqual([])
    }
  })

  it("splits at the first colon, whatever the password holds", () => {
    const part = fc.string({ minLength: 1, unit: "grapheme" })
    fc.assert(
      fc.property(part, part, (name, password) => {
        const login = `l${name.replaceAll(":", "")}`
        expect(parseBasic(basic(`${login}:${password}`))).toEqual({ login, password })
        expect(servicesOf(basic(`${login}:${password}`), [{ login, password }])).toHaveLength(1)
        expect(servicesOf(basic(`${login}:${password}x`), [{ login, password }])).toHaveLength(0)
      })
    )
  })

  it("finds every service that one pair was issued for, and no other", () => {
    const services = [SERVICE, { ...SERVICE, id: "second" }, { ...SERVICE, id: "third", password: "other" }]

    expect(servicesOf(basic("fake_login:fake_password"), services).map(({ id }) => id)).toEqual([
      "uzum",
      "second",
    ])
    expect(servicesOf(basic("fake_login:other"), services).map(({ id }) => id)).toEqual(["third"])
  })
})

describe("the link to the service page", () => {
  const base = "https://www.uzumbank.uz/open-service"
  const account = { field: "order_id", value: "1001" }
  const link = { base, serviceId: 101202, account }

  it("is the vector", () => {
    expect(
      openServiceUrl({
        ...link,
        amountTiyin: 15000050,
        redirectUrl: "https://shop.example/pay/return/1001",
      })
    ).toBe(
      "https://www.uzumbank.uz/open-service?serviceId=101202&order_id=1001&amount=15000050&redirectUrl=https%3A%2F%2Fshop.example%2Fpay%2Freturn%2F1001"
    )
    expect(openServiceUrl(link)).toBe(`${base}?serviceId=101202&order_id=1001`)
  })

  it("says the same whatever it carries", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), fc.webUrl(), (text, redirectUrl) => {
        const value = `v${text}`
        const url = new URL(openServiceUrl({ ...link, account: { field: "order_id", value }, redirectUrl }))
        expect(Object.fromEntries(url.searchParams)).toEqual({
          serviceId: "101202",
          order_id: value,
          redirectUrl,
        })
      })
    )
  })

  it.each([
    { ...link, base: "uzumbank.uz" },
    { ...link, serviceId: 0 },
    { ...link, serviceId: 1.5 },
    { ...link, account: { field: "amount", value: "1" } },
    { ...link, account: { field: "", value: "1" } },
    { ...link, account: { field: "order_id", value: " " } },
    { ...link, amountTiyin: 0 },
  ])("cannot be made of %j", (input) => {
    expect(() => openServiceUrl(input)).toThrow()
  })
})
