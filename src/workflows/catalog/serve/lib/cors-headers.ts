import { BoundedMap } from "../../../../lib/bounded-map"

export type CorsHeaders = ReadonlyArray<readonly [string, string]>

const CREDENTIALS = ["Access-Control-Allow-Credentials", "true"] as const

/**
 * What the package `cors` says, as Medusa sets it up for `/store`, to a request that is not a preflight. Each origin is
 * looked at once.
 * @param allowed texts and patterns of `projectConfig.http.storeCors`
 */
export function makeCorsHeaders(allowed: ReadonlyArray<string | RegExp>): (origin?: string) => CorsHeaders {
  const known = new BoundedMap<string, CorsHeaders>(1_000)
  const isAllowed = (origin: string) =>
    allowed.some((one) => (typeof one === "string" ? one === origin : one.test(origin)))
  return (origin) => {
    if (!origin) {
      return [CREDENTIALS]
    }
    const headers =
      known.get(origin) ??
      (isAllowed(origin) ? [["Access-Control-Allow-Origin", origin] as const, CREDENTIALS] : [CREDENTIALS])
    known.set(origin, headers)
    return headers
  }
}
