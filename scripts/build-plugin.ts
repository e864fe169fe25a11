import { copyFileSync } from "node:fs"
import { join } from "node:path"

import { nameChunks } from "./support/admin-chunks"
import { Lifecycle } from "./support/lifecycle"
import { runMedusa } from "./support/medusa"
import { phase } from "./support/phases"
import { root, runScript } from "./support/script"

const DUMP = "src/demo/azaton-demo.sql"

/** `npm run build:plugin`: Medusa's plugin build, with pages that a host can style. */
async function main(): Promise<number> {
  const lifecycle = new Lifecycle()
  lifecycle.listen(() => 130)
  await phase("Building the plugin", () =>
    runMedusa({ name: "plugin-build", args: ["plugin:build"], env: process.env, lifecycle })
  )
  nameChunks(join(root, ".medusa/server/src/admin"))
  // The build takes code only; the demo market, which a host may fill itself with, is made of this.
  copyFileSync(join(root, DUMP), join(root, ".medusa/server", DUMP))
  return 0
}

runScript(main)
