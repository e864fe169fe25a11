/**
 * The service worker of the cash desk, which lets its page open again while the server is out of reach. It runs in the
 * browser: `workerScript` hands out the text of `deskWorker`, so nothing in there may use what stands outside of it.
 *
 * Everything is asked of the network first. Kept are the dashboard's own files and page, and the few answers without which
 * its shell does not come up. The answers are one person's: they are dropped whenever anybody signs in or out, and when the
 * server no longer knows the session; the company they were asked for is part of their key. Sales are never kept here.
 */

type Waiting = { waitUntil: (job: Promise<unknown>) => void }
type Fetching = Waiting & { request: Request; respondWith: (answer: Promise<Response>) => void }
type Told = Waiting & { data: { keep?: string[] } | null }
type On = {
  (name: "install" | "activate", listener: (event: Waiting) => void): void
  (name: "fetch", listener: (event: Fetching) => void): void
  (name: "message", listener: (event: Told) => void): void
}
/** What of a service worker's surroundings is used. */
export type WorkerScope = {
  addEventListener: On
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  location: { origin: string }
  caches: CacheStorage
  fetch: typeof fetch
}

export function deskWorker(scope: WorkerScope): void {
  const FILES = "bozor-desk-files"
  const ANSWERS = "bozor-desk-answers"
  const MOST_FILES = 3000
  const PATIENCE_MS = 5000
  const PAGE = "/app/"
  const KEPT = /^\/(admin\/(users\/me|stores|feature-flags|layouts(\/.*)?)|merchant\/(me|pos\/shift))$/

  const put = async (cacheName: string, key: string, answer: Response): Promise<void> => {
    if (answer.ok && !answer.redirected && answer.type !== "opaque") {
      const cache = await scope.caches.open(cacheName)
      await cache.put(key, answer)
      const keys = await cache.keys()
      if (keys.length > MOST_FILES) {
        await Promise.all(keys.slice(0, MOST_FILES / 2).map((old) => cache.delete(old)))
      }
    }
  }
  const kept = async (cacheName: string, key: string) => (await scope.caches.open(cacheName)).match(key)
  const forgetPerson = () => scope.caches.delete(ANSWERS)

  const networkFirst = async (event: Fetching, cacheName: string, key: string): Promise<Response> => {
    const asked = scope.fetch(event.request).then((answer) => {
      if (cacheName === ANSWERS && answer.status === 401) {
        event.waitUntil(forgetPerson())
      } else {
        event.waitUntil(put(cacheName, key, answer.clone()))
      }
      return answer
    })
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS))
    const first = await Promise.race([asked, late]).catch(() => null)
    const isUsable = first !== null && first.status < 500
    return isUsable ? first : ((await kept(cacheName, key)) ?? first ?? asked)
  }

  scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()))
  scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()))

  scope.addEventListener("fetch", (event) => {
    const { request } = event
    const url = new URL(request.url)
    if (url.origin !== scope.location.origin) {
      return
    }
    if (request.method !== "GET") {
      if (url.pathname.startsWith("/auth/")) {
        event.waitUntil(forgetPerson())
      }
      return
    }
    if (request.mode === "navigate" && /^\/app(\/|$)/.test(url.pathname)) {
      event.respondWith(networkFirst(event, FILES, PAGE))
    } else if (url.pathname.startsWith("/app/")) {
      event.respondWith(networkFirst(event, FILES, request.url))
    } else if (KEPT.test(url.pathname)) {
      const company = request.headers.get("x-company-id") ?? ""
      url.searchParams.set("of-company", company)
      event.respondWith(networkFirst(event, ANSWERS, url.href))
    }
  })

  // Files that were loaded before this worker was there; and the page itself.
  scope.addEventListener("message", (event) => {
    const keep = async (address: string) => {
      const { origin, pathname } = new URL(address, scope.location.origin)
      const isOurs = origin === scope.location.origin && pathname.startsWith("/app/")
      if (isOurs && !(await kept(FILES, address))) {
        await put(FILES, address, await scope.fetch(address))
      }
    }
    const all = [PAGE, ...(event.data?.keep ?? [])].map((address) => keep(address).catch(() => undefined))
    event.waitUntil(Promise.all(all))
  })
}

export const workerScript = (): string => `(${deskWorker.toString()})(self)\n`
