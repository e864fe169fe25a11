import { writeFile } from "node:fs/promises"
import { ChildProcess, fork } from "node:child_process"
import { Server } from "node:http"
import { AddressInfo } from "node:net"
import { join } from "node:path"
import express from "express"
import { expressLoader } from "@medusajs/framework/http"
import { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, getResolvedPlugins, Modules } from "@medusajs/framework/utils"
import apiLoader from "@medusajs/medusa/loaders/api"
import { addAd, BROWSER, giveFunds } from "../integration-tests/support/ad-serving"
import { openMarket } from "../src/demo/open-market"
import { approveCompanyWorkflow, createCompanyWorkflow } from "../src/workflows/company"
import { answer } from "./bare/answer"
import { median } from "./ratios"

const COMPANIES = 20
const ADS_EACH = 5
const WIDTH = 8
const ROUNDS = 7
const ROUND_MS = 1_500

/** `cpu_ratio` compares the server's processor time per call, which a busy machine moves less than calls per second. */
export type AdsFigure = { ads: number; ours: number; bare: number; cpu_ratio: number; statements: number }

/**
 * `GET /store/ads` among a hundred ads, against a bare Medusa route in the same application that answers the same JSON, in
 * turns: calls per second. And the statements of all those calls: the index is read anew behind their backs.
 */
export default async function benchAds({ container, args }: ExecArgs) {
  const key = await fillPlacement(container)
  const { server, url } = await listen(container)
  const worker = fork(join(__dirname, "load.cjs"))
  const headers = { "x-publishable-api-key": key, "user-agent": BROWSER }
  const ours = `${url}/store/ads?placement=home_banner&locale=ru`
  const first = (await (await fetch(ours, { headers })).json()) as { ads: unknown[]; visitor_token: string }
  const visitor = { ...headers, "x-visitor-token": first.visitor_token }
  answer.body = await (await fetch(ours, { headers: visitor })).json()
  const rounds: Array<{ ours: Load; bare: Load }> = []
  const counter = countStatements(container)
  for (let round = 0; round <= ROUNDS; round++) {
    const mine = await load(worker, ours, visitor)
    const bare = await load(worker, `${url}/bench/ads`, headers)
    // The first round only warms up.
    if (round > 0) {
      rounds.push({ ours: mine, bare })
    }
  }
  const middle = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick))
  const figure: AdsFigure = {
    ads: first.ads.length,
    ours: middle(({ ours }) => ours.per_second),
    bare: middle(({ bare }) => bare.per_second),
    cpu_ratio: middle(({ ours, bare }) => bare.cpu_us / ours.cpu_us),
    statements: counter.count,
  }
  worker.kill()
  server.close()
  await writeFile(args[0], JSON.stringify(figure))
}

async function fillPlacement(container: MedusaContainer): Promise<string> {
  const publishable_key = await keyOf(container)
  for (let company = 0; company < COMPANIES; company++) {
    const { result } = await createCompanyWorkflow(container).run({
      input: { company: { name: `Reklamachi ${company}`, phone: "+998901234567" } },
    })
    await approveCompanyWorkflow(container).run({ input: { company_id: result.company.id } })
    await giveFunds(container, result.company.id, 1e12)
    for (let ad = 0; ad < ADS_EACH; ad++) {
      await addAd(container, {
        company_id: result.company.id,
        total_budget_tiyin: 1e12,
        frequency_cap: 1_000_000,
        pacing: ad % 2 ? "even" : "fast",
        target: ad === 4 ? { languages: ["uz"] } : {},
      })
    }
  }
  return publishable_key
}

/** The market's key; other measurements may have opened it. */
async function keyOf(container: MedusaContainer): Promise<string> {
  const [known] = await container
    .resolve(Modules.REGION)
    .listRegions({}, { take: 1 })
    .then((regions) => (regions.length > 0 ? publishableKeys(container) : []))
  return known?.token ?? (await openMarket(container, [])).publishable_key
}

function publishableKeys(container: MedusaContainer) {
  const keys = container.resolve(Modules.API_KEY)
  return keys.listApiKeys({ type: "publishable" }, { order: { created_at: "DESC" } })
}

/** The application's own HTTP server, as `medusa start` makes it, with the bare route beside its own. */
async function listen(container: MedusaContainer): Promise<{ server: Server; url: string }> {
  const app = express()
  app.use((req, _, next) => {
    const scoped = req as unknown as { scope: unknown; request_context: object }
    scoped.scope = container.createScope()
    scoped.request_context = {}
    next()
  })
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const plugins = await getResolvedPlugins(process.cwd(), config, true)
  await expressLoader({ app: app as never, container })
  await apiLoader({
    app: app as never,
    container,
    plugins: [
      ...plugins,
      { resolve: join(__dirname, "bare"), name: "bare", id: "bare", options: {}, version: "1" },
    ],
  })
  const server = app.listen(0)
  await new Promise((resolve) => server.once("listening", resolve))
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` }
}

type Load = { per_second: number; cpu_us: number }

/** Calls per second, and the server's own processor time for each. */
async function load(worker: ChildProcess, url: string, headers: Record<string, string>): Promise<Load> {
  const before = process.cpuUsage()
  const done = await new Promise<{ calls: number; milliseconds: number }>((resolve, reject) => {
    worker.once("message", (message: { calls: number; milliseconds: number; error?: string }) =>
      message.error === undefined ? resolve(message) : reject(new Error(message.error))
    )
    worker.send({ url, headers, width: WIDTH, milliseconds: ROUND_MS })
  })
  const { user, system } = process.cpuUsage(before)
  return { per_second: (done.calls * 1_000) / done.milliseconds, cpu_us: (user + system) / done.calls }
}

function countStatements(container: MedusaContainer): { count: number } {
  const counter = { count: 0 }
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as {
    on: (event: "query", listener: () => void) => void
  }
  knex.on("query", () => counter.count++)
  return counter
}
