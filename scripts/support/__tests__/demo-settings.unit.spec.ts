import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"

import { parseEnv } from "../../../src/lib/env"
import { demoSettings, startEmulators } from "../demo-settings"
import { Lifecycle } from "../lifecycle"
import { bozorDir } from "../script"

jest.mock("../script", () => {
  const real = jest.requireActual<typeof import("../script")>("../script")
  return { ...real, bozorDir: join(mkdtempSync(join(tmpdir(), "bozor-settings-")), ".bozor") }
})

const file = join(bozorDir, "secrets.json")
const stored = () => JSON.parse(readFileSync(file, "utf8")) as Record<string, string>

beforeEach(() => mkdirSync(bozorDir))
afterEach(() => rmSync(bozorDir, { recursive: true }))
afterAll(() => rmSync(dirname(bozorDir), { recursive: true }))

const CLICK = { CLICK_SERVICE_ID: "1", CLICK_MERCHANT_ID: "2", CLICK_SECRET_KEY: "3" }

async function started(source: Record<string, string>) {
  const lifecycle = new Lifecycle()
  const { settings, pages } = await startEmulators(parseEnv(source), "http://localhost:9", lifecycle)
  const isUp = async (page: string) =>
    fetch(page).then(
      () => true,
      () => false
    )
  const up = await Promise.all(Object.values(pages).map(isUp))
  await lifecycle.end()
  const down = await Promise.all(Object.values(pages).map(isUp))
  return { settings, kinds: Object.keys(pages), up, down }
}

describe("settings of a demo market", () => {
  it("have an emulator for every provider, which ends with the launcher", async () => {
    const { settings, kinds, up, down } = await started({})
    expect(kinds).toEqual(["payme", "click", "uzum", "uzumcheckout", "stripe"])
    expect([up, down]).toEqual([kinds.map(() => true), kinds.map(() => false)])
    // What the launcher hands on is a whole configuration.
    const env = parseEnv(settings as Record<string, string>)
    expect(env.PAYME_CHECKOUT_URL).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect([env.CLICK_PAY_URL, env.UZUM_OPEN_SERVICE_URL, env.UZUM_CHECKOUT_URL, env.STRIPE_API_URL]).toEqual(
      Array(4).fill(expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+/))
    )
  })

  it("leave a provider with settings of its own alone", async () => {
    const { settings, kinds } = await started(CLICK)
    expect(kinds).toEqual(["payme", "uzum", "uzumcheckout", "stripe"])
    expect(Object.keys(settings).filter((name) => name.startsWith("CLICK_"))).toEqual([])
  })

  it("have no emulators in production", async () => {
    const production = {
      NODE_ENV: "production",
      DATABASE_URL: "postgres://x/y",
      JWT_SECRET: "a",
      COOKIE_SECRET: "b",
    }
    const { settings, kinds } = await started(production)
    expect(kinds).toEqual([])
    expect(Object.keys(settings)).toEqual(["PAYME_MERCHANT_ID", "PAYME_KEY"])
  })

  it("stay the same from start to start; what an earlier version did not know is added", () => {
    writeFileSync(file, JSON.stringify({ JWT_SECRET: "old", PAYME_KEY: "old" }))
    const first = demoSettings(parseEnv({}))
    expect(first).toMatchObject({ JWT_SECRET: "old", PAYME_KEY: "old", CLICK_SERVICE_ID: expect.any(String) })
    expect(demoSettings(parseEnv({}))).toEqual(first)
    expect(stored()).toMatchObject({ STRIPE_API_KEY: first.STRIPE_API_KEY })
  })
})
