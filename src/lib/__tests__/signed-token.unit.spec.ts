import fc from "fast-check"
import { readToken, signToken } from "../signed-token"

describe("a signed token", () => {
  it("says what it was made of, to its own secret and purpose only", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ minLength: 1 }), (payload, secret) => {
        const token = signToken(secret, "visitor", payload)
        expect(readToken(secret, "visitor", token)).toEqual(JSON.parse(JSON.stringify(payload)))
        expect(readToken(`${secret}x`, "visitor", token)).toBeUndefined()
        expect(readToken(secret, "ad", token)).toBeUndefined()
      })
    )
  })

  it("is nothing once a letter of it is another", () => {
    const token = signToken("secret", "visitor", { v: "abc" })
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === "A" ? "B" : "A"
      const changed = token.slice(0, at) + other + token.slice(at + 1)
      expect(changed === token ? undefined : readToken("secret", "visitor", changed)).toBeUndefined()
    }
  })

  it("refuses what is no token", () => {
    for (const value of [undefined, null, 5, "", ".", "a", "a.b.c", "x".repeat(3_000), ["a.b"]]) {
      expect(readToken("secret", "visitor", value)).toBeUndefined()
    }
  })
})
