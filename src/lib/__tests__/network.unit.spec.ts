import { networkOf } from "../network"

describe("the network of an address", () => {
  it("is an IPv4 address itself, also over a socket of IPv6", () => {
    expect(networkOf("203.0.113.7")).toBe("203.0.113.7")
    expect(networkOf("::ffff:203.0.113.7")).toBe("203.0.113.7")
    expect(networkOf(undefined)).toBe("")
  })

  it("is one for all IPv6 addresses of a line, however they are written", () => {
    const line = ["2001:db8:1:2::1", "2001:0DB8:0001:0002:aaaa:bbbb:cccc:dddd", "2001:db8:1:2:0:0:0:9"]
    expect(new Set(line.map(networkOf))).toEqual(new Set(["2001:db8:1:2"]))
    expect(networkOf("2001:db8::2")).toBe("2001:db8:0:0")
    expect(networkOf("::1")).toBe("0:0:0:0")
    expect(networkOf("2001:db8:1:3::1")).not.toBe("2001:db8:1:2")
  })

  it("makes something short of whatever a client sends as its address", () => {
    expect(networkOf(":".repeat(10_000)).length).toBeLessThan(50)
    expect(networkOf("x".repeat(10_000))).toHaveLength(45)
  })
})
