import { Entity, entityOf } from "./entities"

export type Target = {
  /** Table of the row, or the path's word where no table is known. */
  type: string | null
  ids: string[]
  entity?: Entity
}

/** Rows that one call is written down with. */
const MOST_IDS = 100

const isText = (value: unknown): value is string => typeof value === "string" && value.length > 0

function idsIn(value: unknown): string[] {
  const items = Array.isArray(value) ? value : []
  return items.map((item) => (item as { id?: unknown } | null)?.id ?? item).filter(isText)
}

/** The rows that the body of a batch names: `ids`, or `update` and `delete` of Medusa's batches. */
function idsOfBody(body: unknown): string[] {
  const { ids, update, delete: removed } = (body ?? {}) as Record<string, unknown>
  return [...new Set([...idsIn(ids), ...idsIn(update), ...idsIn(removed)])].slice(0, MOST_IDS)
}

/**
 * What a call is about: the row of the last parameter whose word is known (`/admin/products/:id/variants/:variant_id`: the
 * variant; `/admin/orders/:id/refunds`: the order). Without a parameter the rows that the body names, or none yet: the
 * answer tells what was made.
 * @param pattern the route, `/merchant/listings/:id`
 */
export function targetOf(pattern: string, params: Record<string, string>, body: unknown): Target {
  const [prefix, ...words] = pattern.split("/").filter(Boolean)
  const named = words.flatMap((word, index) =>
    word.startsWith(":") && index > 0 && !words[index - 1].startsWith(":")
      ? [{ word: words[index - 1], id: params[word.slice(1)] }]
      : []
  )
  const known = named.filter(({ word }) => entityOf(prefix, word)).at(-1) ?? named.at(-1)
  if (known) {
    const entity = entityOf(prefix, known.word)
    return { type: entity?.table ?? known.word, ids: isText(known.id) ? [known.id] : [], entity }
  }
  const word = words.filter((one) => entityOf(prefix, one)).at(-1) ?? words[0]
  const entity = word ? entityOf(prefix, word) : undefined
  return {
    type: entity?.table ?? (word === "*" ? null : (word ?? null)),
    ids: entity ? idsOfBody(body) : [],
    entity,
  }
}

/** The id of what a call made, from its answer `{ listing: { id } }`. */
export function idOfAnswer(answer: unknown): string | null {
  const held = answer !== null && typeof answer === "object" ? Object.values(answer) : []
  const made = held.find(
    (value) => value !== null && typeof value === "object" && isText((value as { id?: unknown }).id)
  )
  return (made as { id: string } | undefined)?.id ?? null
}
