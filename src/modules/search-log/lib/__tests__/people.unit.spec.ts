import { blockOf, keyedHash } from "../people"

describe("people of the log", () => {
  it("are hashed with a secret, owners and networks apart", () => {
    const hashes = [
      keyedHash("secret", "owner", "cus_ali"),
      keyedHash("secret", "network", "cus_ali"),
      keyedHash("other", "owner", "cus_ali"),
      keyedHash("secret", "owner", "cus_vali"),
    ]
    expect(new Set(hashes).size).toBe(4)
    expect(keyedHash("secret", "owner", "cus_ali")).toBe(hashes[0])
    expect(hashes[0]).toMatch(/^[0-9a-f]{32}$/)
  })

  it("come over blocks of addresses, not over each of their addresses", () => {
    expect([blockOf("203.0.113.7"), blockOf("::ffff:203.0.113.200")]).toEqual(["203.0.113", "203.0.113"])
    expect([blockOf("2001:db8:1:2::1"), blockOf("2001:db8:1:ffff::1")]).toEqual(["2001:db8:1", "2001:db8:1"])
    expect(blockOf("2001:db8:2::1")).not.toBe(blockOf("2001:db8:1::1"))
    expect([blockOf(undefined), blockOf("")]).toEqual([null, null])
  })
})
