import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

import { parseEnv, paymeCashboxes } from "../../src/lib/env"
import { providerOptions } from "../../src/lib/env-providers"
import { parseOptions } from "../../src/lib/options"
import { offeredProviders } from "../../src/lib/payment-providers"
import type { DatabaseMarks } from "./database-marks"
import { adminFingerprint, schemaFingerprint } from "./fingerprint"
import type { Lifecycle } from "./lifecycle"
import { runMedusa } from "./medusa"
import { phase } from "./phases"
import { root } from "./script"

/** What has to be done once, or once again when its sources have changed, before the server can start. */
export type Preparation = { env: NodeJS.ProcessEnv; lifecycle: Lifecycle; marks: DatabaseMarks }

const MIGRATE = ["db:migrate", "--execute-safe-links", "--execute-safe-search"]
const SEED = ["exec", "./src/demo/seed.ts"]
const OFFER = ["exec", "./src/demo/offer-providers.ts"]
const BUILD = ["build", "--admin-only"]

/** Tables, links and search indexes. */
export async function migrate({ env, lifecycle, marks }: Preparation): Promise<void> {
  const wanted = schemaFingerprint()
  if ((await marks.read("schema")) !== wanted) {
    await phase("Bringing the database up to date", () =>
      runMedusa({ name: "migrate", args: MIGRATE, env, lifecycle })
    )
    await marks.write("schema", wanted)
  }
}

/**
 * Whether an earlier first start was cut short. What it left can't be trusted: nobody has used it, so the database of
 * this project is made anew; somebody else's is not ours to empty.
 */
export async function isHalfMade(marks: DatabaseMarks): Promise<boolean> {
  const demo = await marks.read("demo")
  if (demo === undefined) {
    await marks.write("demo", "loading")
  }
  return demo === "loading"
}

/** The demo market. Loaded once: what people do to it afterwards stays. */
export async function seed({ env, lifecycle, marks }: Preparation): Promise<void> {
  if ((await marks.read("demo")) !== "done") {
    await phase("Loading the demo market", () => runMedusa({ name: "seed", args: SEED, env, lifecycle }))
    await marks.write("providers", JSON.stringify(configuredProviders(env)))
    await marks.write("demo", "done")
  }
}

function configuredProviders(source: NodeJS.ProcessEnv): string[] {
  const env = parseEnv(source)
  return offeredProviders(
    parseOptions({ payme: { cashboxes: paymeCashboxes(env) }, ...providerOptions(env) })
  )
}

/**
 * Payment providers that this demo market has not known yet, because it was loaded before they existed or were configured,
 * are added to its region. One that was offered before and taken out since stays out.
 */
export async function offerProviders({ env, lifecycle, marks }: Preparation): Promise<void> {
  const known = JSON.parse((await marks.read("providers")) ?? "[]") as string[]
  const added = configuredProviders(env).filter((id) => !known.includes(id))
  if (added.length > 0) {
    await phase("Offering the new ways to pay", () =>
      runMedusa({ name: "offer-providers", args: [...OFFER, ...added], env, lifecycle })
    )
    await marks.write("providers", JSON.stringify([...known, ...added]))
  }
}

/**
 * The admin's pages. Built as for production whatever NODE_ENV says, since the server only serves such a build; the
 * fingerprint is written last, so an interrupted build is made again.
 */
export async function buildAdmin({ env, lifecycle }: Omit<Preparation, "marks">): Promise<void> {
  const built = join(root, ".medusa/admin")
  const served = join(root, "public/admin")
  const mark = join(root, "public/admin.fingerprint")
  const wanted = adminFingerprint()
  if (existsSync(join(served, "index.html")) && existsSync(mark) && readFileSync(mark, "utf8") === wanted) {
    return
  }
  rmSync(mark, { force: true })
  await phase("Building the admin (once)", () =>
    runMedusa({ name: "admin-build", args: BUILD, env: { ...env, NODE_ENV: "production" }, lifecycle })
  )
  mkdirSync(join(root, "public"), { recursive: true })
  rmSync(served, { recursive: true, force: true })
  renameSync(built, served)
  writeFileSync(mark, wanted)
}
