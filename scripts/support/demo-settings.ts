import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

import type { Env } from "../../src/lib/env"
import { freePort } from "./free-port"
import type { Lifecycle } from "./lifecycle"
import { root } from "./script"
import { demoSecrets, type SecretName } from "./secrets"

/**
 * The settings of a demo market: secrets of its own, and an emulator for each payment provider that the developer has no
 * account of. Nothing of this is reached outside demo mode, nor in production; the emulators' code is loaded only then.
 */

type Emulated = { title: string; given: (keyof Env)[]; secrets: SecretName[] }

/** By kind: the variables of which any one says that the provider is really there, and what an emulated one needs. */
const EMULATED: Record<string, Emulated> = {
  payme: {
    title: "Payme",
    given: ["PAYME_MERCHANT_ID", "PAYME_CASHBOXES"],
    secrets: ["PAYME_MERCHANT_ID", "PAYME_KEY"],
  },
  click: {
    title: "Click",
    given: ["CLICK_SERVICE_ID", "CLICK_SERVICES"],
    secrets: ["CLICK_SERVICE_ID", "CLICK_MERCHANT_ID", "CLICK_SECRET_KEY", "CLICK_MERCHANT_USER_ID"],
  },
  uzum: {
    title: "Uzum Bank",
    given: ["UZUM_SERVICE_ID", "UZUM_SERVICES"],
    secrets: ["UZUM_SERVICE_ID", "UZUM_LOGIN", "UZUM_PASSWORD"],
  },
  uzumcheckout: {
    title: "Uzum Checkout",
    given: ["UZUM_CHECKOUT_TERMINAL_ID"],
    secrets: ["UZUM_CHECKOUT_TERMINAL_ID", "UZUM_CHECKOUT_API_KEY", "UZUM_CHECKOUT_CALLBACK_TOKEN"],
  },
  stripe: {
    title: "Stripe",
    given: ["STRIPE_API_KEY"],
    secrets: ["STRIPE_API_KEY", "STRIPE_WEBHOOK_SECRET"],
  },
}

/** Where nothing answers: for commands that need the providers registered, and pay nothing. */
const NOWHERE = "http://127.0.0.1:9/"

type Settings = Record<string, string | undefined>
export type DemoEmulators = { settings: Settings; pages: Record<string, string> }

const folder = join(root, "integration-tests/emulators")

const isGiven = (env: Env, kind: string) => EMULATED[kind].given.some((name) => env[name])

/** The kinds of providers that a demo emulates: those without settings of their own. */
function emulatedKinds(env: Env): string[] {
  const isPossible = env.NODE_ENV !== "production" && existsSync(join(folder, "demo.ts"))
  return isPossible ? Object.keys(EMULATED).filter((kind) => !isGiven(env, kind)) : []
}

/** What a demo market sets, less what is given; the emulators' addresses lead nowhere. Payme is always there, if only by name. */
export function demoSettings(env: Env): Settings {
  const kinds = emulatedKinds(env)
  const named = new Set([...kinds, ...(isGiven(env, "payme") ? [] : ["payme"])])
  const secrets = [...named].flatMap((kind) => EMULATED[kind].secrets)
  const checkout = named.has("uzumcheckout") ? { UZUM_CHECKOUT_URL: NOWHERE } : {}
  return { ...checkout, ...demoSecrets(env, ["JWT_SECRET", "COOKIE_SECRET", ...secrets]) }
}

/** Loaded when it is needed and not before: an installation without tests has none. */
const loadEmulators = () =>
  createRequire(__filename)(join(folder, "demo")) as typeof import("../../integration-tests/emulators/demo")

/**
 * Starts an emulator for each provider that is not given, on the ports after the market's own where those are free.
 * @returns all settings of the demo market, and by provider the page where a person looks
 */
export async function startEmulators(
  env: Env,
  marketUrl: string,
  lifecycle: Lifecycle
): Promise<DemoEmulators> {
  const settings = demoSettings(env)
  const pages: Record<string, string> = {}
  const kinds = emulatedKinds(env)
  const emulators = kinds.length > 0 ? loadEmulators() : undefined
  for (const [at, kind] of kinds.entries()) {
    const known = { ...process.env, ...settings } as Record<string, string>
    const running = await emulators!.startEmulator(kind, marketUrl, known, await freePort(env.PORT + 1 + at))
    lifecycle.add(running.stop)
    pages[kind] = running.page
    const own = Object.entries(running.settings).filter(([name]) => !process.env[name])
    Object.assign(settings, Object.fromEntries(own))
  }
  return { settings, pages }
}

/** What a person reads of the emulators. */
export function emulatorLines(pages: Record<string, string>): string[] {
  const kinds = Object.keys(pages)
  if (kinds.length === 0) {
    return []
  }
  const titles = kinds.map((kind) => EMULATED[kind].title).join(", ")
  return [
    "",
    "  Payments go to emulators: no real money",
    `    ${titles}: by the payment_url of an order group`,
    ...(pages.payme ? [`    Payme's cabinet, for refunds   ${pages.payme}`] : []),
    ...(pages.stripe ? [`    Stripe's page                  ${pages.stripe}/<id of the PaymentIntent>`] : []),
  ]
}
