import { CategoryPlan } from "../plans"
import { Planned } from "../types"
import { planned } from "./notes"
import { textOf } from "./values"

const MARKER = "__CATEGORY_MARKER__"
const NONE = "без категории"

/** The category that a marker row stands for: the old system had no table for empty categories. Undefined: no marker. */
export function markerOf(name: unknown): string | null | undefined {
  return typeof name === "string" && name.trim().startsWith(MARKER)
    ? textOf(name.trim().slice(MARKER.length))
    : undefined
}

/** A category by its text: one key for all spellings. Null: none. */
export function categoryOf(typed: unknown): CategoryPlan | null {
  const name = textOf(typed)
    ?.normalize("NFKC")
    .replace(/[’‘ʻʼ`´]/g, "'")
  const key = name?.toLowerCase()
  return name && key && key !== NONE ? { key, name } : null
}

/** The categories of a page of texts, first spellings first; `seen` is what earlier pages had. */
export function planCategories(texts: unknown[], seen: Set<string>): Array<Planned<CategoryPlan>> {
  return texts.flatMap((text) => {
    const category = categoryOf(markerOf(text) ?? text)
    if (!category || seen.has(category.key)) {
      return []
    }
    seen.add(category.key)
    return [planned("categories", category, { table: "products", legacy_id: category.key })]
  })
}
