import { editDistanceWithin, QueryWord } from "../../../lib/words"
import { Unit, unitQuery } from "../lib/matching"
import { Database, quoted } from "./database"
import { hasTrigrams, tablesOf } from "./tables"

/** Words like a mistyped one that are looked at, and how many of them are taken. */
const CANDIDATES = 40
const MOST_TAKEN = 5
/** Trigrams of short words: one slip in `olma` leaves a quarter of them. */
const SIMILARITY = "0.2"
/** Words read into memory where PostgreSQL has no trigrams. */
const MOST_IN_MEMORY = 50_000

/** Slips allowed in a word: none in what is shorter than four letters, two from seven on. */
export const slipsAllowed = (word: string) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2)

/**
 * For each word of a query that no document has in any form, the words of the index nearest to it. Words that some
 * document has stay as they were typed.
 */
export async function correctWords(
  database: Database,
  physicalName: string,
  units: readonly Unit[]
): Promise<Map<string, string[]>> {
  const unknown = (await unknownWords(database, physicalName, units)).filter(
    ({ folded, isCode }) => !isCode && /^[a-z]/.test(folded) && slipsAllowed(folded) > 0
  )
  if (unknown.length === 0) {
    return new Map()
  }
  const candidates = await candidatesFor(
    database,
    physicalName,
    unknown.map(({ folded }) => folded)
  )
  return new Map(
    unknown.flatMap(({ folded, isLast }) => {
      const near = nearest(folded, candidates.get(folded) ?? [], isLast)
      return near.length > 0 ? [[folded, near] as const] : []
    })
  )
}

async function unknownWords(
  database: Database,
  physicalName: string,
  units: readonly Unit[]
): Promise<QueryWord[]> {
  const { index } = tablesOf(physicalName)
  const known = units.map(
    (_, place) => `exists (select 1 from ${quoted(index)} where words @@ cast(? as tsquery)) as u${place}`
  )
  const rows = await database.transaction(async (run) => {
    // For the first of many rows PostgreSQL reads the table; of a word that is not there it would read all of it.
    await run.raw(`set local enable_seqscan = off`)
    return (await run.raw<Record<string, boolean>>(`select ${known.join(", ")}`, units.map(unitQuery))).rows
  })
  return units.flatMap(({ words }, place) => (rows[0][`u${place}`] ? [] : words))
}

type Candidate = { asked: string; word: string; documents: number }

async function candidatesFor(
  database: Database,
  physicalName: string,
  asked: string[]
): Promise<Map<string, Candidate[]>> {
  const vocabulary = quoted(tablesOf(physicalName).vocabulary)
  const rows = await database.transaction(async (run) => {
    if (!(await hasTrigrams(run))) {
      return inMemory(run, vocabulary, asked)
    }
    await run.raw(`set local pg_trgm.similarity_threshold = ${SIMILARITY}`)
    const found = await run.raw<Candidate>(
      `select w.asked, v.word, v.documents from unnest(cast(? as text[])) as w (asked)
        cross join lateral (select word, documents from ${vocabulary} v
                             where v.word % w.asked and documents > 0
                             order by similarity(v.word, w.asked) desc, documents desc limit ${CANDIDATES}) v`,
      [asked]
    )
    return found.rows
  })
  return new Map(asked.map((word) => [word, rows.filter((row) => row.asked === word)]))
}

async function inMemory(run: Database, vocabulary: string, asked: string[]): Promise<Candidate[]> {
  const lengths = asked.map(({ length }) => length)
  const { rows } = await run.raw<Omit<Candidate, "asked">>(
    `select word, documents from ${vocabulary} where documents > 0 and length(word) between ? and ? limit ${MOST_IN_MEMORY}`,
    [Math.min(...lengths) - 2, Math.max(...lengths) + 2]
  )
  return asked.flatMap((word) => rows.map((row) => ({ ...row, asked: word })))
}

/** The words with the fewest slips; of these the most usual. A word still being typed may go on. */
export function nearest(
  asked: string,
  candidates: ReadonlyArray<{ word: string; documents: number }>,
  isOpen: boolean
): string[] {
  const most = slipsAllowed(asked)
  const near = candidates.flatMap(({ word, documents }) => {
    const whole = editDistanceWithin(asked, word, most)
    const begun =
      isOpen && word.length > asked.length ? editDistanceWithin(asked, word.slice(0, asked.length), most) : -1
    const slips = whole >= 0 ? whole : begun >= 0 ? begun + 0.5 : -1
    return slips < 0 ? [] : [{ word, documents, slips }]
  })
  const fewest = Math.min(...near.map(({ slips }) => slips))
  return near
    .filter(({ slips }) => slips === fewest)
    .sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_TAKEN)
    .map(({ word }) => word)
}
