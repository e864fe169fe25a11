import { Choice } from "../../components/field"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Company, Paged } from "./lib/types"

/** A filter by company; the first hundred by date, which is what a list can show. */
export function CompanyFilter({
  value,
  emptyLabel,
  onChoose,
}: {
  value: string
  emptyLabel?: string
  onChoose: (id: string) => void
}) {
  const { t } = useText()
  const { data } = useApi<Paged<"companies", Company>>(
    "/admin/companies",
    { limit: 100 },
    { staleTime: 60_000 }
  )
  return (
    <Choice
      label={t("market.companies.name")}
      value={value}
      emptyLabel={emptyLabel ?? t("market.allCompanies")}
      options={(data?.companies ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChoose={onChoose}
    />
  )
}
