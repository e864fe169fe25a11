import { Button } from "@medusajs/ui"
import { Choice } from "../../components/field"
import { PeriodChoice } from "../../components/period-choice"
import { useCompany } from "../../lib/company"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { FilterBar, FilterItem, SearchLine } from "../market/filter-bar"
import { PROVIDERS } from "../market/lib/providers"
import { Member, nameOf } from "../team/lib/types"
import { CHANNELS, Filters, isNarrowed, KINDS } from "./lib/filters"

type Props = {
  filters: Filters
  /** Cashiers of the entries that are shown, for those who may not see the team. */
  seen: Array<{ value: string; label: string }>
  onChange: (change: Partial<Filters>) => void
}

/** Period, search, and what kind of sale, where, how it was paid and by whom it was made. */
export function FiltersBar({ filters, seen, onChange }: Props) {
  const { t } = useText()
  const payments = [
    { value: "pos_cash", label: t("sales.methods.pos_cash") },
    { value: "pos_card", label: t("sales.methods.pos_card") },
    { value: "pp_cash_cash", label: t("sales.methods.cash") },
    ...PROVIDERS,
  ]
  return (
    <div role="search">
      <div className="border-b px-4 py-3 md:px-6">
        <PeriodChoice days={filters} onChange={onChange} />
      </div>
      <FilterBar>
        <FilterItem isWide>
          <SearchLine label={t("sales.search")} value={filters.q} onSearch={(q) => onChange({ q })} />
        </FilterItem>
        <FilterItem>
          <Choice
            label={t("sales.kind")}
            value={filters.kind}
            emptyLabel={t("sales.anyKind")}
            options={KINDS.map((value) => ({ value, label: t(`sales.kinds.${value}`) }))}
            onChoose={(kind) => onChange({ kind })}
          />
        </FilterItem>
        <FilterItem>
          <Choice
            label={t("sales.channel")}
            value={filters.channel}
            emptyLabel={t("sales.anyChannel")}
            options={CHANNELS.map((value) => ({ value, label: t(`sales.channels.${value}`) }))}
            onChoose={(channel) => onChange({ channel })}
          />
        </FilterItem>
        <FilterItem>
          <Choice
            label={t("sales.payment")}
            value={filters.payment}
            emptyLabel={t("sales.anyPayment")}
            options={payments}
            onChoose={(payment) => onChange({ payment })}
          />
        </FilterItem>
        <FilterItem>
          <CashierChoice
            value={filters.cashier_id}
            seen={seen}
            onChoose={(cashier_id) => onChange({ cashier_id })}
          />
        </FilterItem>
        {isNarrowed(filters) && (
          <Button
            size="small"
            variant="transparent"
            onClick={() => onChange({ channel: "", kind: "", payment: "", cashier_id: "", q: "" })}
          >
            {t("words.clear")}
          </Button>
        )}
      </FilterBar>
    </div>
  )
}

function CashierChoice({
  value,
  seen,
  onChoose,
}: {
  value: string
  seen: Props["seen"]
  onChoose: (id: string) => void
}) {
  const { t } = useText()
  const { can } = useCompany()
  const { data } = useApi<{ members: Member[] }>("/merchant/members", undefined, {
    enabled: can("member:read"),
  })
  const team = data?.members
    .filter(({ status }) => status !== "invited")
    .map((member) => ({ value: member.id, label: nameOf(member) }))
  return (
    <Choice
      label={t("sales.cashier")}
      value={value}
      emptyLabel={t("sales.anyCashier")}
      options={team ?? seen}
      onChoose={onChoose}
    />
  )
}
