import { MedusaContainer } from "@medusajs/framework/types"
import { Fresh } from "../../lib/fresh"
import { toSearchText } from "../../lib/search-text"
import type { Synonyms } from "../../lib/words"
import { SearchLogErrors } from "../../modules/search-log/errors"
import { preparedSynonyms } from "../../modules/search-log/lib/synonyms"
import { SynonymRow } from "../../modules/search-log/synonym-service"
import { Synonym } from "../../modules/search-log/types"
import { builtInGroups, withBuiltIn } from "./lib/built-in"
import { searchLogOf } from "./log"

/** Another process may have changed them: what is in memory is at most 10 s old. */
const MEMORY = { fresh_ms: 5_000, stale_ms: 10_000 }

const memories = new WeakMap<object, Fresh<Synonyms>>()

function memoryOf(container: MedusaContainer): Fresh<Synonyms> {
  const log = searchLogOf(container)
  const known = memories.get(log)
  if (known) {
    return known
  }
  const prepare = readyOnce()
  const memory = new Fresh(async () => prepare(await log.synonymRows()), MEMORY)
  memories.set(log, memory)
  return memory
}

const ready = (rows: SynonymRow[]) => preparedSynonyms(withBuiltIn(rows).filter(({ is_active }) => is_active))

/** The same words stay the same object: what searches remember by it stays good. */
function readyOnce(): (rows: SynonymRow[]) => Synonyms {
  let last: { rows: string; synonyms: Synonyms } | undefined
  return (rows) => {
    const now = JSON.stringify(rows)
    last = last?.rows === now ? last : { rows: now, synonyms: ready(rows) }
    return last.synonyms
  }
}

/** The next caller reads the synonyms anew. */
export function forgetSynonyms(container: MedusaContainer): void {
  memoryOf(container).expire()
}

/**
 * The words that mean the same, ready for `expandSynonyms`: the operator's groups, and the built-in ones that are not switched
 * off. Nearly always from memory, at once.
 */
export function synonymsOf(container: MedusaContainer): Synonyms | Promise<Synonyms> {
  return memoryOf(container).get()
}

/** Groups for the operator, own ones first. @param q part of a word, in any case */
export async function listSynonyms(
  container: MedusaContainer,
  page: { q?: string; is_active?: boolean; limit: number; offset: number }
) {
  const part = toSearchText(page.q)
  const all = withBuiltIn(await searchLogOf(container).synonymRows())
  const found = all.filter(
    ({ words, is_active }) =>
      words.some((word) => toSearchText(word).includes(part)) &&
      (page.is_active === undefined || page.is_active === is_active)
  )
  return { synonyms: found.slice(page.offset, page.offset + page.limit), count: found.length }
}

/** @throws {MedusaError} SEARCH_SYNONYM_… */
export async function addSynonym(
  container: MedusaContainer,
  input: { words: string[]; is_one_way: boolean; is_active: boolean }
): Promise<Synonym> {
  return changed(container, searchLogOf(container).addSynonym(input))
}

/**
 * Changes a group; of a built-in one only whether it is in use.
 * @throws {MedusaError} 404, SEARCH_SYNONYM_…
 */
export async function changeSynonym(
  container: MedusaContainer,
  input: { id: string; words?: string[]; is_one_way?: boolean; is_active?: boolean }
): Promise<Synonym> {
  const log = searchLogOf(container)
  const builtIn = builtInGroups().find(({ id }) => id === input.id)
  if (!builtIn) {
    return changed(container, log.changeSynonym(input))
  }
  const { is_active, words, is_one_way } = input
  if (is_active === undefined || words !== undefined || is_one_way !== undefined) {
    throw SearchLogErrors.builtIn()
  }
  await changed(container, log.switchBuiltIn({ id: input.id, is_active }))
  return { ...builtIn, is_active, updated_at: new Date() }
}

/** @throws {MedusaError} 404, SEARCH_SYNONYM_BUILT_IN */
export async function dropSynonym(container: MedusaContainer, id: string): Promise<void> {
  if (builtInGroups().some((group) => group.id === id)) {
    throw SearchLogErrors.builtIn()
  }
  await searchLogOf(container).dropSynonym(id)
  forgetSynonyms(container)
}

async function changed(container: MedusaContainer, work: Promise<SynonymRow>): Promise<Synonym> {
  const { origin, ...row } = await work
  forgetSynonyms(container)
  return { ...row, is_built_in: origin === "builtin" }
}
