import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refuseNul } from "../refuse-nul"

function codeOf(body: unknown, originalUrl = "/merchant/company"): string | undefined {
  let refused: { code?: string } | undefined
  refuseNul({ body, originalUrl } as MedusaRequest, {} as MedusaResponse, (error) => (refused = error))
  return refused?.code
}

describe("text that PostgreSQL cannot store", () => {
  it.each(["a\0", "\\\0", "\ud83d", "a\ude00b", { "\ud83d": 1 }, [["\0"]]])("%j is refused", (text) => {
    expect(codeOf({ text })).toBe("INVALID_QUERY")
  })

  it("is refused in an address", () => {
    expect(codeOf(undefined, "/merchant/orders/a%00")).toBe("INVALID_QUERY")
  })

  it.each(["😀", "\\u0000", "\\\\ud83d", "C:\\users", ""])("%j is none of it", (text) => {
    expect(codeOf({ text })).toBeUndefined()
  })
})
