import { Button } from "@medusajs/ui"
import { Choice } from "../../../components/field"
import { PeriodChoice } from "../../../components/period-choice"
import { useText } from "../../../lib/text"
import { FilterBar, FilterItem, SearchLine } from "../../market/filter-bar"
import { METHODS, STATUSES } from "../lib/types"
import { useCategories } from "../lib/use-categories"
import { Filters, isNarrowed, Order, ORDERS } from "./filters"

type Props = { filters: Filters; onChange: (change: Partial<Filters>) => void }

/** Period, category, state, way of paying, text and order. */
export function FiltersBar({ filters, onChange }: Props) {
  const { t } = useText()
  const { options } = useCategories()
  return (
    <div role="search">
      <div className="border-b px-4 py-3 md:px-6">
        <PeriodChoice days={filters} onChange={onChange} />
      </div>
      <FilterBar>
        <FilterItem isWide>
          <SearchLine label={t("expenses.list.search")} value={filters.q} onSearch={(q) => onChange({ q })} />
        </FilterItem>
        <FilterItem>
          <Choice
            label={t("expenses.list.category")}
            value={filters.category_id}
            emptyLabel={t("expenses.list.anyCategory")}
            options={options}
            onChoose={(category_id) => onChange({ category_id })}
          />
        </FilterItem>
        <FilterItem>
          <Choice
            label={t("words.status")}
            value={filters.status}
            emptyLabel={t("expenses.list.anyStatus")}
            options={STATUSES.map((value) => ({ value, label: t(`expenses.status.${value}`) }))}
            onChoose={(status) => onChange({ status: status as Filters["status"] })}
          />
        </FilterItem>
        <FilterItem>
          <Choice
            label={t("expenses.list.method")}
            value={filters.payment_method}
            emptyLabel={t("expenses.list.anyMethod")}
            options={METHODS.map((value) => ({ value, label: t(`expenses.method.${value}`) }))}
            onChoose={(method) => onChange({ payment_method: method as Filters["payment_method"] })}
          />
        </FilterItem>
        <FilterItem>
          <Choice
            label={t("expenses.list.order")}
            value={filters.order}
            options={ORDERS.map((value) => ({ value, label: t(`expenses.list.orders.${value}`) }))}
            onChoose={(order) => onChange({ order: order as Order })}
          />
        </FilterItem>
        {isNarrowed(filters) && (
          <Button
            size="small"
            variant="transparent"
            onClick={() => onChange({ category_id: "", status: "", payment_method: "", q: "" })}
          >
            {t("words.clear")}
          </Button>
        )}
      </FilterBar>
    </div>
  )
}
