import { BrowserWorld } from "../support/browser"

/** What a shopper gets after paying: the receipt as a page and as a PDF, and the page that proves it. */

jest.setTimeout(90_000)

const world = new BrowserWorld()
beforeAll(() => world.open())
afterAll(() => world.close())

type Receipt = { id: string; number: string; kind: string; total: number; verify_url: string }

/** Receipts are issued by an event a moment after the payment. */
async function receiptOf(token: string): Promise<Receipt> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const path = `/store/receipts?token=${token}`
    const { receipts } = await world.sdk.client.fetch<{ receipts: Receipt[] }>(path)
    if (receipts.length > 0) {
      return receipts[0]
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error("no receipt was issued")
}

describe("a paid order's receipt", () => {
  let token: string
  let total: number
  let receipt: Receipt

  beforeAll(async () => {
    const group = await world.order("pp_payme_payme")
    const page = await world.page(group.payment_url!)
    await page.click('button[value="pay"]')
    await page.waitForSelector(".good")
    await page.context().close()
    token = group.token
    total = group.total
    receipt = await receiptOf(token)
  })

  it("says what was paid", () => {
    expect(receipt).toMatchObject({ kind: "sale", total })
  })

  it.each(["uz", "ru", "en"])("is a page that fits a telephone: %s", async (lang) => {
    const page = await world.page("about:blank")
    await page.context().setExtraHTTPHeaders({ "x-publishable-api-key": world.publishable_key })
    const reply = await page.goto(
      `${world.url}/store/receipts/${receipt.id}/html?token=${token}&lang=${lang}`
    )
    expect(reply!.status()).toBe(200)
    expect(await page.innerText("body")).toContain(receipt.number)
    expect(await page.getAttribute("html", "lang")).toBe(lang)
    await world.picture(page, `receipt-${lang}`)
    expect(await world.fitsTelephone(page)).toBe(true)
  })

  it("is a PDF", async () => {
    const headers = { "x-publishable-api-key": world.publishable_key }
    const reply = await fetch(`${world.url}/store/receipts/${receipt.id}/pdf?token=${token}`, { headers })
    const bytes = Buffer.from(await reply.arrayBuffer())
    expect(reply.headers.get("content-type")).toBe("application/pdf")
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-")
    await world.keep("receipt.pdf", bytes)
  })

  it("is proved by the page behind its QR code, to somebody with no key at all", async () => {
    const page = await world.page(receipt.verify_url)
    expect(await page.innerText("body")).toContain(receipt.number)
    await world.picture(page, "receipt-verify")
    expect(await world.fitsTelephone(page)).toBe(true)
    const reply = await page.goto(receipt.verify_url.replace(/.$/, (last) => (last === "a" ? "b" : "a")))
    expect(reply!.status()).toBe(404)
    await world.picture(page, "receipt-unknown")
  })
})
