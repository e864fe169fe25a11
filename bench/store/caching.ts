import { execute } from "../children"
import type { StaleCase } from "../vanilla/stale"
import { copyForVanilla } from "./database"
import type { Market } from "./goods"
import { VANILLA } from "./servers"

const GOODS = 20

/** What Medusa's caching flag leaves stale (stale.ts says how it is found out). */
export async function findStale(env: NodeJS.ProcessEnv, databaseUrl: string): Promise<StaleCase[]> {
  const market = await execute<Market>("./bench/store/goods.ts", env, [String(GOODS)])
  const copy = await copyForVanilla(databaseUrl, market, "caching")
  const cached = { ...env, DATABASE_URL: copy, MEDUSA_FF_CACHING: "true" }
  return execute<StaleCase[]>("./stale.ts", cached, [JSON.stringify(market)], VANILLA)
}
