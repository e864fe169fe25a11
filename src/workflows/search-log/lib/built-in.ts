import { SYNONYM_SEED } from "../../../lib/words"
import { builtInId } from "../../../modules/search-log/lib/synonyms"
import { SynonymRow } from "../../../modules/search-log/synonym-service"
import { Synonym } from "../../../modules/search-log/types"

let groups: Synonym[] | undefined

/** The built-in groups, all of them switched on. */
export function builtInGroups(): Synonym[] {
  groups ??= SYNONYM_SEED.map((words) => ({
    id: builtInId(words),
    words: [...words],
    is_one_way: false,
    is_active: true,
    updated_at: null,
    is_built_in: true,
  }))
  return groups
}

/** The operator's groups with the built-in ones after them, as they are switched. */
export function withBuiltIn(rows: SynonymRow[]): Synonym[] {
  const own = rows.filter(({ origin }) => origin === "own")
  const switched = new Map(rows.filter(({ origin }) => origin === "builtin").map((row) => [row.id, row]))
  return [
    ...own.map(({ origin: _, ...row }) => ({ ...row, is_built_in: false })),
    ...builtInGroups().map((group) => {
      const row = switched.get(group.id)
      return row ? { ...group, is_active: row.is_active, updated_at: row.updated_at } : group
    }),
  ]
}
