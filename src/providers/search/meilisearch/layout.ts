import { readDocumentPath } from "@medusajs/framework/utils"
import { SearchDocument } from "@medusajs/framework/types"
import { indexWords, Synonyms } from "../../../lib/words"
import { rowOf } from "../lib/document"
import { codeForm } from "../lib/lexemes"
import { Column, IndexPlan, Label } from "../lib/plan"

const LABELS: Label[] = ["A", "B", "C", "D"]
const wordsField = (label: Label) => `words_${label.toLowerCase()}`
const stemsField = (label: Label) => `stems_${label.toLowerCase()}`

/**
 * A document as Meilisearch keeps it: folded words and stems by weight, and what is filtered and sorted by. What is shown is read
 * from PostgreSQL, which has every document anyway and says who may see it.
 */
export function meilisearchDocument(document: SearchDocument, plan: IndexPlan): Record<string, unknown> {
  const row = rowOf(document, plan)
  const made: Record<string, unknown> = { id: row.id, quality: row.quality }
  for (const label of LABELS) {
    const texts = plan.searchable
      .filter((field) => field.label === label && field.path !== plan.own.codes)
      .flatMap(({ path }) => readDocumentPath(document, path.split(".")).map(String))
    const words = texts.map((text) => indexWords(text))
    made[wordsField(label)] = words.map(({ folded }) => folded.join(" "))
    made[stemsField(label)] = words.map(({ stems }) => stems.join(" "))
  }
  const codes = plan.own.codes ? readDocumentPath(document, plan.own.codes.split(".")) : []
  made.codes = codes.map((code) => codeForm(String(code))).filter(Boolean)
  const columns = [...plan.columns.values()]
  columns.forEach((column, place) => {
    made[column.name] = filterValue(column, row.columns[place])
  })
  return made
}

/** Dates are numbers there. */
function filterValue({ kind }: Column, value: unknown): unknown {
  return kind === "date" && typeof value === "string" ? Date.parse(value) : value
}

/** What a new index there is set to. The order of the fields is their weight; merit decides between equals. */
export function meilisearchSettings(plan: IndexPlan) {
  return {
    searchableAttributes: ["codes", ...LABELS.flatMap((label) => [wordsField(label), stemsField(label)])],
    displayedAttributes: ["id"],
    filterableAttributes: [...plan.columns.values()].map(({ name }) => name),
    sortableAttributes: [...plan.columns.values()]
      .filter(({ is_array }) => !is_array)
      .map(({ name }) => name),
    rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness", "quality:desc"],
    typoTolerance: { disableOnAttributes: ["codes"] },
    pagination: { maxTotalHits: MOST_HITS },
  }
}

/** Deeper pages are read from PostgreSQL. */
export const MOST_HITS = 5_000

/** The operator's synonyms in the form of the words that are asked for: stems. One-way groups are so there too. */
export function meilisearchSynonyms({ phrases, groupsOf }: Synonyms): Record<string, string[]> {
  return Object.fromEntries(
    [...groupsOf].map(([form, groups]) => {
      const forms = groups.flatMap((group) => phrases[group].map(({ stems }) => stems.join(" ")))
      return [form, [...new Set(forms)].filter((other) => other !== form)]
    })
  )
}
