import { chosenCompany, urlOf } from "../../../lib/api"

const BASE = "/app"

/** What the shell asks of the server before it shows anything. */
const ASKED = /^\/(admin\/(users\/me|stores|feature-flags|layouts(\/.*)?)|merchant\/me)$/

/** What this page has loaded, so that the worker can keep what came before it. */
const loaded = (isWanted: (path: string) => boolean): string[] =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && isWanted(pathname))
    .map(({ href }) => href)

/** Asks once more, through the worker, what the shell had asked before there was one. */
async function askAgain(): Promise<void> {
  const headers = new Headers({ accept: "application/json", "x-company-id": chosenCompany() ?? "" })
  const asked = [...new Set(loaded((path) => ASKED.test(path)))]
  await Promise.all(asked.map((address) => fetch(address, { credentials: "include", headers })))
}

async function inControl(): Promise<void> {
  if (!navigator.serviceWorker.controller) {
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true })
    )
  }
}

/**
 * Lets this page open again while the server is out of reach. Only where the dashboard is served by that server itself, and
 * over https or on localhost, as browsers want it; elsewhere the cash desk works as long as it stays open.
 */
export async function keepPageForOffline(): Promise<void> {
  const script = new URL(urlOf("/merchant/me/pos-worker"), location.href)
  if (!("serviceWorker" in navigator) || script.origin !== location.origin) {
    return
  }
  const isFirst = !navigator.serviceWorker.controller
  try {
    await navigator.serviceWorker.register(script, { scope: BASE, updateViaCache: "none" })
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ keep: loaded((path) => path.startsWith(`${BASE}/`)) })
    if (isFirst) {
      await inControl()
      await askAgain()
    }
  } catch {
    // No worker: the page only does not survive a reload without a connection.
  }
}
