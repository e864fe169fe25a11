import { useEffect, useState } from "react"
import { Button, Input } from "@medusajs/ui"
import { Choice } from "../../../components/field"
import { useText } from "../../../lib/text"
import { Filters, isNarrowed } from "../lib/filters"

/** A person who types is not asked for at every letter. */
const TYPING_MS = 350

/** Search, days and channel. */
export function FiltersBar({
  filters,
  onChange,
}: {
  filters: Filters
  onChange: (next: Partial<Filters>) => void
}) {
  const { t } = useText()
  return (
    <div role="search" className="flex flex-wrap items-center gap-2 px-4 py-3 md:px-6">
      <Search value={filters.q} onSearch={(q) => onChange({ q })} />
      <div className="grid w-full grid-cols-2 gap-2 md:flex md:w-auto">
        <Input
          size="small"
          type="date"
          aria-label={t("words.from")}
          title={t("words.from")}
          value={filters.from}
          max={filters.to || undefined}
          onChange={(event) => onChange({ from: event.target.value })}
        />
        <Input
          size="small"
          type="date"
          aria-label={t("words.to")}
          title={t("words.to")}
          value={filters.to}
          min={filters.from || undefined}
          onChange={(event) => onChange({ to: event.target.value })}
        />
        <div className="col-span-2 md:w-44">
          <Choice
            label={t("orders.channel")}
            value={filters.channel}
            emptyLabel={t("orders.anyChannel")}
            options={(["web", "pos"] as const).map((value) => ({
              value,
              label: t(`orders.channels.${value}`),
            }))}
            onChoose={(channel) => onChange({ channel })}
          />
        </div>
      </div>
      {isNarrowed(filters) && (
        <Button
          size="small"
          variant="transparent"
          onClick={() => onChange({ q: "", from: "", to: "", channel: "" })}
        >
          {t("words.clear")}
        </Button>
      )}
    </div>
  )
}

function Search({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const { t } = useText()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) {
      return
    }
    const wait = setTimeout(() => onSearch(typed.trim()), TYPING_MS)
    return () => clearTimeout(wait)
    // Only typing starts the wait: the other filters may change meanwhile.
  }, [typed])
  return (
    <div className="w-full md:w-72">
      <Input
        size="small"
        type="search"
        aria-label={t("orders.search")}
        placeholder={t("orders.searchHint")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && onSearch(typed.trim())}
      />
    </div>
  )
}
