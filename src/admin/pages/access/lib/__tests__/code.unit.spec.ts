import { asCode, isCode } from "../code"
import { qrOf } from "../qr"

describe("a company's code", () => {
  it("is kept in capitals, however it is typed", () => {
    expect(asCode(" bozor 26 ")).toBe("BOZOR26")
  })

  it.each([
    ["BOZOR", true],
    ["ABC123DEF456", true],
    ["ABCD", false],
    ["ABCDEFGHIJKLM", false],
    ["BOZOR!", false],
    ["БОЗОР", false],
    ["", false],
  ])("%s is a code: %s", (text, expected) => expect(isCode(text)).toBe(expected))
})

it("a QR code is drawn inside its quiet edge", () => {
  const { size, path } = qrOf("BOZOR2026")
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)])
  expect(size).toBe(25)
  expect(Math.min(...places)).toBe(2)
  expect(Math.max(...places)).toBe(size - 3)
})
