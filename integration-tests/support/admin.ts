import { mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Browser, BrowserContext, chromium, Page } from "playwright-core"

/** The dashboard of a demo market that runs (`npm run test:browser` starts it), and people who are signed in there. */

const { BOZOR_URL = "", BOZOR_FOLDER = "", CHROMIUM, SCREENSHOTS } = process.env
const SCREEN = { width: 1280, height: 900 }
const TELEPHONE = { width: 390, height: 844 }
/** A page's first visit fetches its code; a busy machine takes its time. */
const PATIENCE = 30_000

export type Lang = "uz" | "ru" | "en"
export type Account = { role: string; email: string; password: string; company?: string }
/** What went wrong while a page was open: failed calls, errors of scripts. Fonts and icons do not count. */
export type Trouble = string[]

export class AdminWorld {
  readonly url = BOZOR_URL
  browser!: Browser
  accounts!: Account[]
  publishable_key!: string
  private tokens = new Map<string, string>()
  private troubles = new WeakMap<Page, Trouble>()

  async open(): Promise<void> {
    const demo = readFileSync(join(BOZOR_FOLDER, ".bozor/demo.json"), "utf8")
    Object.assign(this, JSON.parse(demo) as { accounts: Account[]; publishable_key: string })
    this.browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] })
  }

  async close(): Promise<void> {
    await this.browser?.close()
  }

  /** The first person of a role: `owner` and `cashier` belong to the same company. */
  account(role: string): Account {
    const found = this.accounts.find((account) => account.role === role || account.email === role)
    if (!found) {
      throw new Error(`the demo has no ${role}`)
    }
    return found
  }

  /** A call of the API as a person of the demo; what fails throws with the answer. */
  async api<T>(role: string, method: string, path: string, body?: unknown): Promise<T> {
    const reply = await fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${await this.token(role)}`, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await reply.text()
    if (!reply.ok) {
      throw new Error(`${method} ${path}: ${reply.status} ${text}`)
    }
    return JSON.parse(text) as T
  }

  private async token(role: string): Promise<string> {
    const { email, password } = this.account(role)
    if (!this.tokens.has(email)) {
      const reply = await fetch(`${this.url}/auth/user/emailpass`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email, password }),
      })
      this.tokens.set(email, ((await reply.json()) as { token: string }).token)
    }
    return this.tokens.get(email)!
  }

  /** A browser of one person, signed in by session as the dashboard does it, in a language. */
  async signIn(role: string, lang: Lang = "uz"): Promise<Page> {
    const context = await this.context(lang)
    const reply = await context.request.post(`${this.url}/auth/session`, {
      headers: { authorization: `Bearer ${await this.token(role)}` },
    })
    if (!reply.ok()) {
      throw new Error(`no session for ${role}: ${reply.status()}`)
    }
    return this.page(context)
  }

  /** A browser with nobody signed in. */
  async context(lang: Lang = "uz"): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: SCREEN, acceptDownloads: true })
    context.setDefaultTimeout(PATIENCE)
    await context.addInitScript((name) => {
      // Playwright runs this in the page.
      ;(
        globalThis as unknown as { localStorage: { setItem(key: string, value: string): void } }
      ).localStorage.setItem("lng", name)
    }, lang)
    return context
  }

  async page(context: BrowserContext): Promise<Page> {
    const page = await context.newPage()
    const trouble: Trouble = []
    this.troubles.set(page, trouble)
    page.on("pageerror", (error) => trouble.push(`script: ${error.message}`))
    page.on("response", (reply) => {
      if (reply.status() >= 400 && !/\.(ttf|woff2?|png|svg|ico)(\?|$)/.test(reply.url())) {
        trouble.push(`${reply.status()} ${reply.request().method()} ${new URL(reply.url()).pathname}`)
      }
    })
    return page
  }

  /** What has gone wrong on a page since it was opened. */
  trouble(page: Page): Trouble {
    return this.troubles.get(page) ?? []
  }

  /** Opens a page of the dashboard and waits for its heading. */
  async go(page: Page, path: string): Promise<void> {
    await page.goto(`${this.url}/app${path}`)
    await page.locator("main h1").first().waitFor()
  }

  /** Pictures of a page, on a screen and on a telephone, into the folder that `SCREENSHOTS` names. */
  async picture(page: Page, name: string): Promise<void> {
    for (const size of SCREENSHOTS ? [SCREEN, TELEPHONE] : []) {
      mkdirSync(SCREENSHOTS!, { recursive: true })
      await page.setViewportSize(size)
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(SCREENSHOTS!, `${name}-${size.width}.png`) })
    }
    await page.setViewportSize(SCREEN)
  }

  /** Whether a page fits a telephone: nothing has to be scrolled sideways. */
  async fitsTelephone(page: Page): Promise<boolean> {
    await page.setViewportSize(TELEPHONE)
    await page.waitForTimeout(200)
    const fits = await page.evaluate(
      `document.documentElement.scrollWidth <= window.innerWidth &&
       [...document.querySelectorAll("main")].every((main) => main.scrollWidth <= main.clientWidth + 1)`
    )
    await page.setViewportSize(SCREEN)
    return fits as boolean
  }
}
