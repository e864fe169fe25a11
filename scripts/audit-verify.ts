import { Verification, verifyChain } from "../src/modules/audit/lib/verify"
import { PlainError } from "./support/plain-error"
import { readMarket, say } from "./support/read-market"
import { runScript, scriptArgs } from "./support/script"

/**
 * `npm run audit:verify [-- NUMBER:HASH]`: recomputes the audit log's chain and ends with 1 when an entry was changed,
 * removed or put in. With a head that was noted earlier it also proves that no end was cut off. It reads only.
 */

const KIND = {
  gap: "entries are missing before it",
  broken: "it does not follow the entry before",
  changed: "its facts are not those that were written",
  head: "the head that was noted is not in the log",
}

function knownHead(): { seq: number; hash: string } | undefined {
  const [text] = scriptArgs()
  const match = text?.match(/^(\d+):([0-9a-f]{64})$/)
  if (text && !match) {
    throw new PlainError("A head looks like 1250:9f86d081884c… (number, colon, 64 hexadecimal digits).")
  }
  return match ? { seq: Number(match[1]), hash: match[2] } : undefined
}

function linesOf({ is_sound, checked, head, anchor, problems, problem_count }: Verification): string[] {
  const removed = anchor
    ? [`  removed by the retention: up to ${anchor.seq}, on ${anchor.removed_at.slice(0, 10)}`]
    : []
  const found = problems.map(({ seq, kind }) => `  entry ${seq}: ${KIND[kind]}`)
  return [
    `  entries: ${checked}`,
    ...removed,
    `  head: ${head.seq}:${head.hash}`,
    is_sound
      ? "The audit log is whole."
      : `The audit log is NOT whole: ${problem_count} ${problem_count === 1 ? "problem" : "problems"}.`,
    ...found,
  ]
}

runScript(async () => {
  const known = knownHead()
  return readMarket("npm run audit:verify", async (client) => {
    const verification = await verifyChain(
      async <Row>(text: string) => (await client.query(text)).rows as Row[],
      known
    )
    await say(linesOf(verification).join("\n"))
    return verification.is_sound ? 0 : 1
  })
})
