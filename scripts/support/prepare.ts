import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

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
    await marks.write("demo", "done")
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
