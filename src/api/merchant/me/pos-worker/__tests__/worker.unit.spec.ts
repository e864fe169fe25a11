import { deskWorker, WorkerScope, workerScript } from "../worker"

const ORIGIN = "https://bozor.uz"

/** Caches, network and events of a browser, as far as the worker uses them. */
function browser() {
  const stores = new Map<string, Map<string, Response>>()
  const listeners = new Map<string, (event: unknown) => void>()
  const network = {
    isUp: true,
    answers: new Map<string, { status: number; text: string }>(),
    asked: [] as string[],
  }
  const urlOf = (key: string) => new URL(key, ORIGIN).href
  const cacheOf = (name: string) => {
    const rows = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, rows)
    return {
      put: async (key: string, answer: Response) => void rows.set(urlOf(key), answer),
      match: async (key: string) => rows.get(urlOf(key))?.clone(),
      keys: async () => [...rows.keys()],
      delete: async (key: string) => rows.delete(urlOf(key)),
    }
  }
  const scope = {
    addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    skipWaiting: async () => undefined,
    clients: { claim: async () => undefined },
    location: { origin: ORIGIN },
    caches: {
      open: async (name: string) => cacheOf(name),
      delete: async (name: string) => stores.delete(name),
    },
    fetch: async (asked: Request | string) => {
      const { href, pathname } = new URL(typeof asked === "string" ? asked : asked.url, ORIGIN)
      network.asked.push(pathname)
      if (!network.isUp) {
        throw new TypeError("Failed to fetch")
      }
      const { status, text } = network.answers.get(pathname) ?? { status: 200, text: `net ${href}` }
      return new Response(text, { status })
    },
  }
  deskWorker(scope as unknown as WorkerScope)

  async function call(
    path: string,
    init: { method?: string; mode?: string; company?: string } = {}
  ): Promise<string | null> {
    const jobs: Array<Promise<unknown>> = []
    let answer: Promise<Response> | null = null
    const headers = new Headers(init.company ? { "x-company-id": init.company } : {})
    listeners.get("fetch")!({
      request: { url: urlOf(path), method: init.method ?? "GET", mode: init.mode ?? "cors", headers },
      respondWith: (given: Promise<Response>) => (answer = given),
      waitUntil: (job: Promise<unknown>) => jobs.push(job),
    })
    const text = answer
      ? await (answer as Promise<Response>).then(
          (given) => given.text(),
          () => "failed"
        )
      : null
    await Promise.all(jobs)
    return text
  }
  const keep = async (addresses: string[]) => {
    const jobs: Array<Promise<unknown>> = []
    listeners.get("message")!({
      data: { keep: addresses },
      waitUntil: (job: Promise<unknown>) => jobs.push(job),
    })
    await Promise.all(jobs)
  }
  return { network, call, keep }
}

jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] })

it("opens the page again without a network, whatever page of the dashboard it was", async () => {
  const { network, call, keep } = browser()
  await keep([`${ORIGIN}/app/assets/a.js`, "https://elsewhere.uz/app/x.js", `${ORIGIN}/merchant/orders`])
  expect(network.asked).toEqual(["/app/", "/app/assets/a.js"])
  network.isUp = false
  expect(await call("/app/shop/pos", { mode: "navigate" })).toBe(`net ${ORIGIN}/app/`)
  expect(await call("/app/assets/a.js")).toBe(`net ${ORIGIN}/app/assets/a.js`)
  expect(await call("/app/assets/unknown.js")).toBe("failed")
})

it("asks the network first, and neither keeps a broken answer nor hands it out", async () => {
  const { network, call } = browser()
  network.answers.set("/merchant/me", { status: 200, text: "first" })
  await call("/merchant/me")
  network.answers.set("/merchant/me", { status: 500, text: "broken" })
  expect(await call("/merchant/me")).toBe("first")
  network.answers.set("/merchant/me", { status: 403, text: "forbidden" })
  expect(await call("/merchant/me")).toBe("forbidden")
  network.isUp = false
  expect(await call("/merchant/me")).toBe("first")
})

it("leaves alone what is not its own: sales, orders, other places", async () => {
  const { call } = browser()
  expect(await call("/merchant/pos/sales", { method: "POST" })).toBeNull()
  expect(await call("/merchant/pos/sales")).toBeNull()
  expect(await call("/merchant/orders")).toBeNull()
  expect(await call("/health")).toBeNull()
  expect(await call("https://elsewhere.uz/app/a.js")).toBeNull()
})

it("keeps the answers of companies apart", async () => {
  const { network, call } = browser()
  network.answers.set("/merchant/pos/shift", { status: 200, text: "of A" })
  await call("/merchant/pos/shift", { company: "A" })
  network.isUp = false
  expect(await call("/merchant/pos/shift", { company: "A" })).toBe("of A")
  expect(await call("/merchant/pos/shift", { company: "B" })).toBe("failed")
})

it.each([
  ["somebody signs in", { method: "POST" }],
  ["somebody signs out, even without a network", { method: "DELETE" }],
])("forgets a person's answers when %s", async (_, how) => {
  const { network, call } = browser()
  await call("/admin/users/me")
  network.isUp = false
  expect(await call("/admin/users/me")).toBe(`net ${ORIGIN}/admin/users/me`)
  await call("/auth/session", how)
  expect(await call("/admin/users/me")).toBe("failed")
})

it("forgets them when the server no longer knows the session", async () => {
  const { network, call } = browser()
  await call("/merchant/me")
  network.answers.set("/admin/users/me", { status: 401, text: "no" })
  expect(await call("/admin/users/me")).toBe("no")
  network.isUp = false
  expect(await call("/merchant/me")).toBe("failed")
})

it("is handed out as one script that needs nothing else", () => {
  const names: string[] = []
  const self = { addEventListener: (name: string) => names.push(name) }
  new Function("self", workerScript())(self)
  expect(names).toEqual(["install", "activate", "fetch", "message"])
})
