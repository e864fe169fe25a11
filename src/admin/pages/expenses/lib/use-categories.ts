import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Category } from "./types"

/** Categories of the company and their names in the reader's language; archived ones only name old expenses. */
export function useCategories() {
  const { lang } = useText()
  const read = useApi<{ expense_categories: Category[] }>("/merchant/expense-categories", { limit: 100 })
  const all = read.data?.expense_categories ?? []
  const options = all
    .filter(({ is_archived }) => !is_archived)
    .map(({ id, name }) => ({ value: id, label: name[lang] }))
  const nameOf = (id: string) => all.find((category) => category.id === id)?.name[lang] ?? id
  return { read, all, options, nameOf }
}
