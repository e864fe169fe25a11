import { useNavigate } from "react-router-dom"
import { Text } from "@medusajs/ui"
import { Column, DataList } from "../../components/data-list"
import { Choice } from "../../components/field"
import { Page, Section } from "../../components/page"
import { Pager } from "../../components/pager"
import { StatePill } from "../../components/state-pill"
import { Empty, Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { CompanyActions } from "./company-actions"
import { FilterBar, FilterItem, SearchLine } from "./filter-bar"
import { Company, COMPANY_STATES, Paged } from "./lib/types"
import { PAGE_SIZE, useList } from "./lib/use-list"

type Companies = Paged<"companies", Company>

function useColumns(): Array<Column<Company>> {
  const { t, date, percent } = useText()
  return [
    {
      key: "name",
      title: t("market.companies.name"),
      value: ({ name, legal_name }) => (
        <div>
          <div>{name}</div>
          {legal_name && <div className="text-ui-fg-muted txt-small">{legal_name}</div>}
        </div>
      ),
    },
    {
      key: "status",
      title: t("words.status"),
      value: ({ status }) => <StatePill state={status} label={t(`market.companies.status.${status}`)} />,
    },
    { key: "phone", title: t("market.companies.phone"), value: ({ phone }) => phone },
    { key: "tax", title: t("market.companies.taxId"), value: ({ tax_id }) => tax_id ?? "—" },
    {
      key: "commission",
      title: t("market.companies.commission"),
      align: "end",
      value: ({ commission_percent: rate }) =>
        rate === null ? t("market.companies.marketDefault") : percent(Number(rate)),
    },
    { key: "since", title: t("market.companies.since"), value: ({ created_at }) => date(created_at) },
  ]
}

/** Who waits to be let in: above everything else, and only while somebody does. */
function Waiting({ columns }: { columns: Array<Column<Company>> }) {
  const { t } = useText()
  const navigate = useNavigate()
  const { data } = useApi<Companies>("/admin/companies", { status: "pending", limit: 100 })
  if (!data || data.count === 0) {
    return null
  }
  return (
    <Section
      title={`${t("market.companies.waiting")} · ${data.count}`}
      hint={t("market.companies.waitingHint")}
      padded={false}
    >
      <DataList
        label={t("market.companies.waiting")}
        rows={data.companies}
        columns={columns.filter(({ key }) => key !== "status" && key !== "commission")}
        idOf={({ id }) => id}
        onOpen={({ id }) => navigate(`/market/companies/${id}`)}
        actions={(company) => <CompanyActions company={company} only={["approve"]} />}
      />
    </Section>
  )
}

export default function CompaniesPage() {
  const { t } = useText()
  const navigate = useNavigate()
  const columns = useColumns()
  const list = useList(["q", "status"])
  const read = useApi<Companies>("/admin/companies", {
    ...list.filters,
    limit: PAGE_SIZE,
    offset: list.offset,
  })
  return (
    <Page title={t("shell.nav.companies")} hint={t("market.companies.hint")}>
      <Waiting columns={columns} />
      <Section padded={false}>
        <FilterBar>
          <FilterItem isWide>
            <SearchLine
              label={t("market.searchHint")}
              value={list.filters.q}
              onSearch={(text) => list.choose("q", text)}
            />
          </FilterItem>
          <FilterItem>
            <Choice
              label={t("market.filter")}
              value={list.filters.status}
              emptyLabel={t("market.allStates")}
              options={COMPANY_STATES.map((value) => ({
                value,
                label: t(`market.companies.status.${value}`),
              }))}
              onChoose={(value) => list.choose("status", value)}
            />
          </FilterItem>
        </FilterBar>
        <Shown read={read}>
          {({ companies, count }) => (
            <>
              <DataList
                label={t("shell.nav.companies")}
                rows={companies}
                columns={columns}
                idOf={({ id }) => id}
                onOpen={({ id }) => navigate(`/market/companies/${id}`)}
                empty={<Empty text={t("words.nothingFound")} />}
              />
              <Pager count={count} offset={list.offset} limit={PAGE_SIZE} onMove={list.move} />
            </>
          )}
        </Shown>
      </Section>
      <Text size="small" className="sr-only" aria-live="polite">
        {read.data?.count}
      </Text>
    </Page>
  )
}
