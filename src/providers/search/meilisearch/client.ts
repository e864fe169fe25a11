import { createRequire } from "node:module"
import type { Meilisearch } from "meilisearch" with { "resolution-mode": "import" }
import { BozorOptions } from "../../../lib/options"

export type Client = Meilisearch
export type Settings = NonNullable<BozorOptions["search"]["meilisearch"]>

/** A search that takes longer is given up; documents may take longer. */
export const SEARCH_MS = 1_500
export const WRITE_MS = 10_000

type Package = { Meilisearch: new (config: { host: string; apiKey?: string; timeout: number }) => Client }

/**
 * The official client. It is an ES module and this is CommonJS, so Node's own loader is asked, which takes either since 20.19;
 * `import()` would be compiled away by some of the compilers that this tree goes through.
 */
export function connect({ host, api_key }: Settings, timeout: number): Client {
  const { Meilisearch: Made } = createRequire(__filename)("meilisearch") as Package
  return new Made({ host, apiKey: api_key, timeout })
}
