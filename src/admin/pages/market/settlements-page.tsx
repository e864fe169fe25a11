import { Column, DataList } from "../../components/data-list"
import { Choice } from "../../components/field"
import { Page, Section } from "../../components/page"
import { Pager } from "../../components/pager"
import { StatePill } from "../../components/state-pill"
import { Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { BankFileButton } from "./bank-file-button"
import { ClosePeriod } from "./close-period"
import { CompanyFilter } from "./company-choice"
import { FilterBar, FilterItem } from "./filter-bar"
import { Paged, Settlement, SETTLEMENT_STATES, sumOf } from "./lib/types"
import { PAGE_SIZE, useList } from "./lib/use-list"
import { SettlementDrawer } from "./settlement-drawer"

function useColumns(): Array<Column<Settlement>> {
  const { t, date, money } = useText()
  return [
    { key: "company", title: t("market.settlements.company"), value: ({ company }) => company.name },
    {
      key: "period",
      title: t("market.settlements.period"),
      value: ({ period_from, period_to }) => `${date(period_from)} – ${date(period_to)}`,
    },
    {
      key: "status",
      title: t("words.status"),
      value: ({ status }) => (
        <StatePill
          state={status === "closed" ? "due" : status}
          label={t(`market.settlements.status.${status}`)}
        />
      ),
    },
    {
      key: "closing",
      title: t("market.settlements.closing"),
      align: "end",
      value: ({ closing_tiyin }) => money(sumOf(closing_tiyin)),
    },
    {
      key: "payout",
      title: t("market.settlements.payout"),
      align: "end",
      value: ({ payout_tiyin }) => money(sumOf(payout_tiyin)),
    },
  ]
}

export default function SettlementsPage() {
  const { t } = useText()
  const list = useList(["status", "company_id"])
  const columns = useColumns()
  const read = useApi<Paged<"settlements", Settlement>>("/admin/settlements", {
    ...list.filters,
    limit: PAGE_SIZE,
    offset: list.offset,
  })
  return (
    <Page
      title={t("shell.nav.marketSettlements")}
      hint={t("market.settlements.hint")}
      actions={
        <>
          <BankFileButton />
          <ClosePeriod />
        </>
      }
    >
      <Section padded={false}>
        <FilterBar>
          <FilterItem>
            <Choice
              label={t("market.filter")}
              value={list.filters.status}
              emptyLabel={t("market.allStates")}
              options={SETTLEMENT_STATES.map((value) => ({
                value,
                label: t(`market.settlements.status.${value}`),
              }))}
              onChoose={(value) => list.choose("status", value)}
            />
          </FilterItem>
          <FilterItem>
            <CompanyFilter value={list.filters.company_id} onChoose={(id) => list.choose("company_id", id)} />
          </FilterItem>
        </FilterBar>
        <Shown read={read}>
          {({ settlements, count }) => (
            <>
              <DataList
                label={t("shell.nav.marketSettlements")}
                rows={settlements}
                columns={columns}
                idOf={({ id }) => id}
                onOpen={({ id }) => list.open(id)}
              />
              <Pager count={count} offset={list.offset} limit={PAGE_SIZE} onMove={list.move} />
            </>
          )}
        </Shown>
      </Section>
      {list.openId && <SettlementDrawer id={list.openId} onClose={() => list.open(null)} />}
    </Page>
  )
}
