import { isAccountError, isPaymeErrorCode, PAYME_ERROR, PAYME_MESSAGES, PaymeError } from "../index"

const CODES = [
  -32300, -32700, -32600, -32601, -32504, -32400, -32602, -32001, -31001, -31003, -31007, -31008, -31050,
  -31051, -31052, -31053, -31099,
]

describe("Payme error catalogue", () => {
  it("holds exactly the codes of the protocol, each once", () => {
    expect(Object.values(PAYME_ERROR).sort()).toEqual([...CODES].sort())
    expect(Object.keys(PAYME_MESSAGES).map(Number).sort()).toEqual([...CODES].sort())
  })

  it.each(CODES)("has a text in three different languages for %d", (code) => {
    const texts = isPaymeErrorCode(code) ? Object.values(PAYME_MESSAGES[code]) : []

    expect(texts.filter((text) => text.trim() !== "")).toHaveLength(3)
    expect(new Set(texts).size).toBe(3)
  })

  it("sends an account error with the localized object and the field", () => {
    expect(new PaymeError(PAYME_ERROR.ORDER_NOT_FOUND, "order_id").toRpcError()).toEqual({
      code: -31050,
      message: { ru: "Заказ не найден", uz: "Buyurtma topilmadi", en: "Order not found" },
      data: "order_id",
    })
  })

  it("leaves data out when there is none", () => {
    expect(Object.keys(new PaymeError(PAYME_ERROR.INTERNAL).toRpcError())).toEqual(["code", "message"])
  })

  it.each([
    [PAYME_ERROR.CHEQUE_NOT_FOUND, "Cheque not found"],
    [PAYME_ERROR.BAD_PARAMETER, "Invalid parameter"],
  ])("sends the SetFiscalData error %d with a plain string", (code, text) => {
    expect(new PaymeError(code).toRpcError()).toEqual({ code, message: text })
  })

  it("sends a given plain message instead of the catalogue's", () => {
    const error = new PaymeError(PAYME_ERROR.BAD_PARAMETER, undefined, "Invalid parameter: type")

    expect(error.toRpcError()).toEqual({ code: -32602, message: "Invalid parameter: type" })
    expect(error).toBeInstanceOf(Error)
  })

  it("knows the account range by its ends", () => {
    expect([-31049, -31050, -31099, -31100].map(isAccountError)).toEqual([false, true, true, false])
  })

  it.each([-31049, -1, 0, 200])("does not take %d for a code", (code) => {
    expect(isPaymeErrorCode(code)).toBe(false)
  })
})
