import { Button } from "@medusajs/ui"
import { Choice } from "../../components/field"
import { useText } from "../../lib/text"
import { CompanyFilter } from "./company-choice"
import { FilterBar, FilterItem, SearchLine } from "./filter-bar"
import { OUTCOMES } from "./lib/types"

export type AuditFilter = Record<
  "q" | "outcome" | "company_id" | "from" | "to" | "entity_type" | "entity_id" | "actor",
  string
>

/** What the log can be asked for. */
export function AuditFilters({
  filters,
  onChoose,
  onClear,
}: {
  filters: AuditFilter
  onChoose: (name: keyof AuditFilter, value: string) => void
  onClear: () => void
}) {
  const { t } = useText()
  const lines = [
    ["entity_type", t("market.audit.entityType"), "text"],
    ["from", t("words.from"), "date"],
    ["to", t("words.to"), "date"],
  ] as const
  return (
    <FilterBar>
      <FilterItem isWide>
        <SearchLine
          label={t("market.audit.search")}
          value={filters.q}
          onSearch={(text) => onChoose("q", text)}
        />
      </FilterItem>
      <FilterItem>
        <Choice
          label={t("market.audit.outcomeName")}
          value={filters.outcome}
          emptyLabel={t("market.allStates")}
          options={OUTCOMES.map((value) => ({ value, label: t(`market.audit.outcome.${value}`) }))}
          onChoose={(value) => onChoose("outcome", value)}
        />
      </FilterItem>
      <FilterItem>
        <CompanyFilter value={filters.company_id} onChoose={(id) => onChoose("company_id", id)} />
      </FilterItem>
      {lines.map(([name, label, type]) => (
        <FilterItem key={name} isWide={type === "date"}>
          <SearchLine
            label={label}
            type={type}
            value={filters[name]}
            onSearch={(text) => onChoose(name, text)}
          />
        </FilterItem>
      ))}
      {Object.values(filters).some(Boolean) && (
        <Button size="small" variant="transparent" onClick={onClear}>
          {t("words.clear")}
        </Button>
      )}
    </FilterBar>
  )
}
