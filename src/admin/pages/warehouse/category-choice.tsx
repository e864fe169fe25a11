import { Choice } from "../../components/field"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { pathOf } from "./lib/names"
import type { Category } from "./types"

/** One category of the market's tree, written with everything it lies in. */
export function CategoryChoice({
  value,
  emptyLabel,
  onChoose,
}: {
  value: string
  emptyLabel: string
  onChoose: (id: string) => void
}) {
  const { t } = useText()
  const { data } = useApi<{ categories: Category[] }>(
    "/merchant/categories",
    { limit: 1000 },
    { staleTime: 300_000 }
  )
  const options = (data?.categories ?? []).map((category) => ({
    value: category.id,
    label: pathOf(category),
  }))
  return (
    <Choice
      label={t("warehouse.fields.category")}
      value={value}
      emptyLabel={emptyLabel}
      options={options}
      onChoose={onChoose}
    />
  )
}
