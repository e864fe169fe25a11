import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { createServer, Server } from "node:http"
import { AddressInfo } from "node:net"
import { join } from "node:path"
import Medusa from "@medusajs/js-sdk"
import { Browser, chromium, Page } from "playwright-core"
import { fillCart, OrderGroupAnswer, placeOrder, storefront } from "../../scripts/support/purchase"

/** A demo market that runs (`npm run test:browser` starts it), a browser, and a shop to come back to. */

const { BOZOR_URL = "", BOZOR_FOLDER = "", CHROMIUM, SCREENSHOTS } = process.env
const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]

const read = <T>(name: string) => JSON.parse(readFileSync(join(BOZOR_FOLDER, ".bozor", name), "utf8")) as T

export class BrowserWorld {
  readonly url = BOZOR_URL
  browser!: Browser
  sdk!: Medusa
  shop_url!: string
  publishable_key!: string
  /** Pages of the emulators, by kind of provider. */
  emulators!: Record<string, string>
  private shop!: Server

  async open(): Promise<void> {
    this.publishable_key = read<{ publishable_key: string }>("demo.json").publishable_key
    this.emulators = read<{ emulators: Record<string, string> }>("run.json").emulators
    const publishableKey = this.publishable_key
    this.sdk = storefront({ baseUrl: BOZOR_URL, publishableKey, paymeKey: "" })
    this.shop = createServer((_req, res) => {
      res.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<h1>The shop</h1>")
    })
    await new Promise<void>((resolve) => this.shop.listen(0, "127.0.0.1", resolve))
    this.shop_url = `http://127.0.0.1:${(this.shop.address() as AddressInfo).port}/thanks`
    this.browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] })
  }

  async close(): Promise<void> {
    await this.browser?.close()
    this.shop?.closeAllConnections()
    this.shop?.close()
  }

  /** A cart with one of the good that the market has most of. */
  async cart() {
    const { products } = await this.sdk.store.product.list({
      limit: 100,
      fields: "id,*variants,+variants.inventory_quantity",
    })
    const variants = products.flatMap((product) => product.variants ?? [])
    variants.sort((a, b) => (b.inventory_quantity ?? 0) - (a.inventory_quantity ?? 0))
    return fillCart(this.sdk, [variants[0].id], "buvi@example.com")
  }

  /** An order that waits to be paid at a provider, with the page where it is paid. */
  async order(provider_id: string, lang = "uz"): Promise<OrderGroupAnswer> {
    const { order_group } = await placeOrder(this.sdk, await this.cart(), provider_id)
    return this.group(order_group, { lang, provider_id, return_url: this.shop_url })
  }

  async group(
    { id, token }: Pick<OrderGroupAnswer, "id" | "token">,
    query: Record<string, string> = {}
  ): Promise<OrderGroupAnswer> {
    const asked = new URLSearchParams({ token, ...query })
    const path = `/store/order-groups/${id}?${asked}`
    return (await this.sdk.client.fetch<{ order_group: OrderGroupAnswer }>(path)).order_group
  }

  /** A page of its own, with nothing remembered. */
  async page(address: string): Promise<Page> {
    const context = await this.browser.newContext({ viewport: SIZES[0] })
    const page = await context.newPage()
    await page.goto(address)
    return page
  }

  /** Pictures of a page, on a screen and on a telephone, into the folder that `SCREENSHOTS` names. */
  async picture(page: Page, name: string): Promise<void> {
    for (const size of SCREENSHOTS ? SIZES : []) {
      mkdirSync(SCREENSHOTS!, { recursive: true })
      await page.setViewportSize(size)
      await page.screenshot({ path: join(SCREENSHOTS!, `${name}-${size.width}.png`), fullPage: true })
    }
    await page.setViewportSize(SIZES[0])
  }

  /** A file beside the pictures. */
  async keep(name: string, content: Buffer): Promise<void> {
    if (SCREENSHOTS) {
      mkdirSync(SCREENSHOTS, { recursive: true })
      writeFileSync(join(SCREENSHOTS, name), content)
    }
  }

  /** Whether a page fits a telephone: nothing has to be scrolled sideways. */
  async fitsTelephone(page: Page): Promise<boolean> {
    await page.setViewportSize(SIZES[1])
    const fits = await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    await page.setViewportSize(SIZES[0])
    return fits as boolean
  }
}
