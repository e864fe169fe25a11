import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"

import { emulatorLines } from "./demo-settings"
import { bozorDir } from "./script"

/** What the demo's seed leaves for people to see: `.bozor/demo.json`. */
type Demo = {
  publishable_key: string
  accounts: { role: string; email: string; password: string; company?: string }[]
}

function readDemo(): Demo | undefined {
  const file = join(bozorDir, "demo.json")
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Demo) : undefined
}

function accountLines({ accounts }: Demo): string[] {
  const names = accounts.map(({ role, company }) => (company ? `${role}, ${company}` : role))
  const width = (texts: string[]) => Math.max(...texts.map((text) => text.length))
  const first = width(names)
  const second = width(accounts.map(({ email }) => email))
  return accounts.map(
    ({ email, password }, at) =>
      `    ${(names[at] ?? "").padEnd(first)}  ${email.padEnd(second)}  ${password}`
  )
}

/**
 * The last thing a start prints: where everything is, and how to get in.
 * @param emulators pages of the emulated payment providers, by kind
 */
export function welcome(url: string, isDemo: boolean, emulators: Record<string, string> = {}): string {
  const demo = isDemo ? readDemo() : undefined
  const addresses = [`  Store API  ${url}/store`, `  Admin      ${url}/app`]
  if (!demo) {
    const first = "  First operator: npm run operator -- --email you@example.com"
    return ["", "Bozor is running.", "", ...addresses, "", first, ""].join("\n")
  }
  return [
    "",
    "Bozor is running: a demo market.",
    "",
    ...addresses,
    `  Storefront key (x-publishable-api-key)  ${demo.publishable_key}`,
    "",
    "  Demo sign-ins",
    ...accountLines(demo),
    ...emulatorLines(emulators),
    "",
    "  Ctrl-C stops it. npm run reset forgets everything.",
    "",
  ].join("\n")
}
