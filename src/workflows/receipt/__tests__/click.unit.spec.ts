import { FiscalSubmissionView } from "../../../modules/receipt/types"
import { submitFiscal } from "../../click/fiscal"
import { findClickPayment, merchantApiOf } from "../../click/payment"
import { submitToClick } from "../fiscal/click"

jest.mock("../../click/fiscal", () => ({ submitFiscal: jest.fn() }))
jest.mock("../../click/payment", () => ({
  findClickPayment: jest.fn(),
  merchantApiOf: jest.fn(),
  clickOptions: jest.fn(),
}))

const submit = submitFiscal as jest.Mock
const row = (status: FiscalSubmissionView["status"]) =>
  ({ id: "fsub_1", transaction_id: "gtx_1", status, attempts: 1 }) as FiscalSubmissionView
const run = (status: FiscalSubmissionView["status"]) => submitToClick({} as never, row(status))

describe("fiscal data of Click", () => {
  it("are sent, and confirmed once there is an address", async () => {
    submit.mockResolvedValueOnce({ kind: "sent", data: { qr_code_url: null, items: 2 } })
    expect(await run("waiting")).toEqual({ kind: "sent", data: { qr_code_url: null, items: 2 } })
    submit.mockResolvedValueOnce({ kind: "sent", data: { qr_code_url: "https://ofd.uz/1" } })
    expect(await run("waiting")).toMatchObject({ kind: "confirmed" })
  })

  it("that were sent are asked for and never sent again", async () => {
    submit.mockClear()
    ;(findClickPayment as jest.Mock).mockResolvedValue({ provider_id: "pp_click_click", click_paydoc_id: 7 })
    const fiscalData = jest.fn().mockResolvedValueOnce(null).mockResolvedValueOnce("https://ofd.uz/1")
    ;(merchantApiOf as jest.Mock).mockReturnValue({ fiscalData })
    expect(await run("sent")).toEqual({ kind: "sent", data: {} })
    expect(await run("sent")).toEqual({ kind: "confirmed", data: { qr_code_url: "https://ofd.uz/1" } })
    expect(submit).not.toHaveBeenCalled()
  })

  it("that cannot be sent are tried again only where that helps", async () => {
    submit.mockResolvedValueOnce({ kind: "not_sent", reason: "no IKPU", retry: false })
    expect(await run("waiting")).toEqual({ kind: "failed", reason: "no IKPU" })
    submit.mockResolvedValueOnce({ kind: "not_sent", reason: "timeout", retry: true })
    expect(await run("waiting")).toEqual({ kind: "waiting", reason: "timeout" })
  })
})
