import fc from "fast-check"
import { sha256 } from "../../../lib/ids"
import { ACCESS_KEY_LENGTH, drawAccessKey, drawCode, fitsKey, isCode, normalCode } from "../lib/codes"

describe("codes of private companies", () => {
  it("are drawn in the one format that there is, and not twice", () => {
    const drawn = Array.from({ length: 500 }, drawCode)
    expect(drawn.every(isCode)).toBe(true)
    expect(new Set(drawn).size).toBe(500)
  })

  it("are compared without case and without spaces, whatever is typed", () => {
    expect(normalCode(" max fiy7 ")).toBe("MAXFIY7")
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9]{5,12}$/), (typed) => {
        const code = normalCode(typed)
        return isCode(code) && code === normalCode(typed.toLowerCase()) && code === normalCode(code)
      })
    )
    fc.assert(fc.property(fc.string(), (typed) => normalCode(normalCode(typed)) === normalCode(typed)))
    expect(["abcde", "ABCD", "ABCDEFGHIJKLM", "ABC-DE", "ЙЦУКЕ", ""].filter(isCode)).toEqual([])
  })
})

describe("access keys", () => {
  it("have thirty letters and digits, and fit their own digest alone", () => {
    const keys = Array.from({ length: 100 }, drawAccessKey)
    expect(keys.every((key) => new RegExp(`^[A-Za-z0-9]{${ACCESS_KEY_LENGTH}}$`).test(key))).toBe(true)
    expect(new Set(keys).size).toBe(100)
    const digest = sha256(keys[0])
    expect(keys.filter((key) => fitsKey(key, digest))).toEqual([keys[0]])
    fc.assert(fc.property(fc.string(), (typed) => typed === keys[0] || !fitsKey(typed, digest)))
    expect([fitsKey(null, digest), fitsKey(undefined, digest), fitsKey("", digest)]).toEqual([
      false,
      false,
      false,
    ])
  })

  it("are not looked at where none is asked for", () => {
    expect([fitsKey(null, null), fitsKey("whatever", null)]).toEqual([true, true])
  })
})
