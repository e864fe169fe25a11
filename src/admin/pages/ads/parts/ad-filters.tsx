import { Choice } from "../../../components/field"
import { useText } from "../../../lib/text"
import { FilterBar, FilterItem, SearchLine } from "../../market/filter-bar"
import { useList } from "../../market/lib/use-list"
import { AD_STATUSES } from "../lib/types"

export type AdList = ReturnType<typeof useList<"q" | "status">>

/** Which ads a list shows: by name and by state. */
export function AdFilters({ list, label }: { list: AdList; label: string }) {
  const { t } = useText()
  return (
    <FilterBar>
      <FilterItem isWide>
        <SearchLine label={label} value={list.filters.q} onSearch={(text) => list.choose("q", text)} />
      </FilterItem>
      <FilterItem>
        <Choice
          label={t("words.status")}
          value={list.filters.status}
          emptyLabel={t("ads.allStates")}
          options={AD_STATUSES.map((value) => ({ value, label: t(`ads.state.${value}`) }))}
          onChoose={(value) => list.choose("status", value)}
        />
      </FilterItem>
    </FilterBar>
  )
}
