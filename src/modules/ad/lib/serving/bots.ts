import crawlers from "crawler-user-agents"
import { BoundedMap } from "../../../../lib/bounded-map"

/** Libraries in the list by which shoppers' own apps speak: whoever comes by them may be a person. */
const APPS = new Set(["okhttp", "MetaIAB Facebook"])

/** Several hundred patterns as one, made when the first browser is looked at. */
let pattern: RegExp | undefined
const known = new BoundedMap<string, boolean>(2_000)

/** Whether a request's `User-Agent` is that of a crawler or a program, or missing. */
export function isBot(userAgent: string | undefined): boolean {
  if (!userAgent || userAgent.trim() === "") {
    return true
  }
  const agent = userAgent.slice(0, 500)
  const answer = known.get(agent)
  if (answer !== undefined) {
    return answer
  }
  pattern ??= new RegExp(
    crawlers
      .map((crawler) => crawler.pattern)
      .filter((text) => !APPS.has(text))
      .join("|")
  )
  const found = pattern.test(agent)
  known.set(agent, found)
  return found
}
