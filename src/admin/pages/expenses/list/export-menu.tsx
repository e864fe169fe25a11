import { DownloadMenu } from "../../../components/download-menu"
import { useText } from "../../../lib/text"
import { Filters } from "./filters"

/** What the list shows, as a file. */
export function ExportMenu({ filters }: { filters: Filters }) {
  const { t, lang } = useText()
  const { from, to, category_id, status, payment_method, q } = filters
  return (
    <DownloadMenu
      label={t("expenses.export.title")}
      path="/merchant/exports/expenses"
      query={{ from, to, category_id, status, payment_method, q, lang }}
      name={[t("expenses.export.name"), from, to].filter(Boolean).join("-")}
    />
  )
}
