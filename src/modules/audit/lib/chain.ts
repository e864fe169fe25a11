import { sha256 } from "../../../lib/ids"
import { Draft, Entry } from "../types"

/** What stands before the first entry. */
export const GENESIS = "0".repeat(64)

/** JSON with the keys of every object in order, so that the same facts always give the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonical(item ?? null)).join(",")}]`
  }
  if (value !== null && typeof value === "object") {
    const held = value as Record<string, unknown>
    const fields = Object.keys(held)
      .filter((name) => held[name] !== undefined)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonical(held[name])}`)
    return `{${fields.join(",")}}`
  }
  return JSON.stringify(value ?? null)
}

/** SHA-256 of the hash before and the canonical JSON of the entry's facts. */
export function hashOf(prevHash: string, facts: Draft & { seq: number; id: string }): string {
  return sha256(prevHash + canonical(facts))
}

/** Puts drafts behind the last link; `newId` names each. */
export function link(last: { seq: number; hash: string }, drafts: Draft[], newId: () => string): Entry[] {
  let { seq, hash: prev_hash } = last
  return drafts.map((draft) => {
    const facts = { ...draft, seq: ++seq, id: newId() }
    const entry = { ...facts, prev_hash, hash: hashOf(prev_hash, facts) }
    prev_hash = entry.hash
    return entry
  })
}
