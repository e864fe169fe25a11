import { useEffect, useRef, useState } from "react"
import { Button, Input } from "@medusajs/ui"
import { Choice } from "../../components/field"
import { useText } from "../../lib/text"
import { CategoryChoice } from "./category-choice"
import { changed, Filters, isNarrowed, NO_FILTERS, Order, ORDERS, SHOWN, STOCK } from "./lib/filters"

/** Key of the text of an order: "-price" is "price_desc". */
const orderKey = (order: Order) =>
  (order.startsWith("-") ? `${order.slice(1)}_desc` : `${order}_asc`) as
    | "created_at_asc"
    | "created_at_desc"
    | "name_asc"
    | "name_desc"
    | "price_asc"
    | "price_desc"
    | "available_asc"
    | "available_desc"

/** What narrows and orders the list; the address bar holds it. */
export function FiltersBar({ filters, onChange }: { filters: Filters; onChange: (next: Filters) => void }) {
  const { t } = useText()
  const set = (change: Partial<Filters>) => onChange(changed(filters, change))
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-3 md:px-6" role="search">
      <SearchField value={filters.q} onSearch={(q) => set({ q })} />
      <div className="grid w-full grid-cols-2 gap-2 md:w-auto md:grid-cols-4 [&>button]:min-w-0 md:[&>button]:max-w-44">
        <Choice
          label={t("warehouse.fields.visibility")}
          value={filters.shown}
          emptyLabel={t("warehouse.anyVisibility")}
          options={SHOWN.map((value) => ({ value, label: t(`warehouse.${value}`) }))}
          onChoose={(shown) => set({ shown: shown as Filters["shown"] })}
        />
        <Choice
          label={t("warehouse.fields.stock")}
          value={filters.stock}
          emptyLabel={t("warehouse.anyStock")}
          options={STOCK.map((value) => ({ value, label: t(`warehouse.stockFilter.${value}`) }))}
          onChoose={(stock) => set({ stock: stock as Filters["stock"] })}
        />
        <CategoryChoice
          value={filters.category_id}
          emptyLabel={t("warehouse.anyCategory")}
          onChoose={(category_id) => set({ category_id })}
        />
        <Choice
          label={t("warehouse.order.label")}
          value={filters.order}
          options={ORDERS.map((value) => ({ value, label: t(`warehouse.order.${orderKey(value)}`) }))}
          onChoose={(order) => set({ order: order as Order })}
        />
      </div>
      {isNarrowed(filters) && (
        <Button
          size="small"
          variant="transparent"
          onClick={() => onChange({ ...NO_FILTERS, order: filters.order })}
        >
          {t("words.clear")}
        </Button>
      )}
    </div>
  )
}

/** Asks once the person stops typing; Enter, which a scanner sends too, asks at once. */
function SearchField({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const { t } = useText()
  const [typed, setTyped] = useState(value)
  // The other filters may change while this one waits: what is asked in the end belongs to how they stand then.
  const latest = useRef({ value, onSearch })
  latest.current = { value, onSearch }
  const ask = (q: string) => q !== latest.current.value && latest.current.onSearch(q)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    const wait = setTimeout(() => ask(typed), 350)
    return () => clearTimeout(wait)
  }, [typed])
  return (
    <div className="w-full md:w-64">
      <Input
        type="search"
        size="small"
        aria-label={t("words.search")}
        placeholder={t("warehouse.searchHint")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && ask(typed)}
      />
    </div>
  )
}
