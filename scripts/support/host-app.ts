import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

import { PlainError } from "./plain-error"
import { root } from "./script"

/**
 * A throw-away Medusa application that installs Bozor as a stranger would: from the packed tarball, with nothing of this
 * tree in reach.
 */

/** What docs/plugin.md tells a host to write; plain JavaScript, so that the host needs no transpiler. */
const CONFIG = `const { defineConfig } = require("@medusajs/framework/utils")
const { parseOptions } = require("bozor/lib/options")
const { fulfillmentProviders, paymentProviders } = require("bozor/register")

const bozor = parseOptions({
  payme: { cashboxes: [{ id: "payme", merchant_id: process.env.PAYME_MERCHANT_ID, key: process.env.PAYME_KEY }] },
})

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "",
      adminCors: "",
      authCors: "",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: true },
  plugins: [{ resolve: "bozor", options: { bozor } }],
  modules: [
    { resolve: "@medusajs/medusa/payment", options: { providers: paymentProviders(bozor, "bozor") } },
    { resolve: "@medusajs/medusa/fulfillment", options: { providers: fulfillmentProviders("bozor") } },
  ],
})
`

type Manifest = {
  version: string
  peerDependencies: Record<string, string>
  overrides: Record<string, string>
}

function runNpm(args: string[], cwd: string): string {
  const done = spawnSync("npm", args, { cwd, encoding: "utf8", maxBuffer: 1 << 26 })
  if (done.status !== 0) {
    throw new PlainError(`npm ${args[0]} failed:\n${done.stderr}`)
  }
  return done.stdout
}

/** Packs the plugin build into `folder` and answers the tarball's name. */
export function packPlugin(folder: string): string {
  if (!readdirSync(join(root, ".medusa")).includes("server")) {
    throw new PlainError("There is no plugin build yet: npm run build:plugin")
  }
  runNpm(["pack", "--pack-destination", folder], root)
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"))
  if (!tarball) {
    throw new PlainError("npm pack made no tarball")
  }
  return tarball
}

/** Writes the application and installs it. Medusa comes with the plugin, as its peer dependencies. */
export function makeHost(folder: string, tarball: string): void {
  const { peerDependencies, overrides } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8")
  ) as Manifest
  const host = {
    name: "host",
    version: "1.0.0",
    private: true,
    dependencies: { ...peerDependencies, bozor: `file:${tarball}` },
    overrides,
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify(host, null, 2))
  writeFileSync(join(folder, "medusa-config.js"), CONFIG)
  runNpm(["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
}
