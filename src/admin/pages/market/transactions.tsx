import { Column, DataList } from "../../components/data-list"
import { Choice } from "../../components/field"
import { Fact } from "../../components/page"
import { Pager } from "../../components/pager"
import { StatePill } from "../../components/state-pill"
import { Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { DetailDrawer, Raw } from "./detail-drawer"
import { FilterBar, FilterItem, SearchLine } from "./filter-bar"
import { providerName, PROVIDERS } from "./lib/providers"
import { Paged, sumOf, Transaction, TRANSACTION_STATES } from "./lib/types"
import { PAGE_SIZE, useList } from "./lib/use-list"

const COLOR = { "1": "pending", "2": "paid", "-1": "closed", "-2": "returned" } as const
const stateOf = ({ state }: Transaction) => String(state) as keyof typeof COLOR

function useColumns(): Array<Column<Transaction>> {
  const { t, dateTime, money } = useText()
  return [
    { key: "reference", title: t("market.payments.reference"), value: ({ reference }) => reference },
    {
      key: "provider",
      title: t("market.payments.provider"),
      value: ({ provider_id }) => providerName(provider_id, t("market.cash")),
    },
    {
      key: "state",
      title: t("words.status"),
      value: (row) => (
        <StatePill state={COLOR[stateOf(row)]} label={t(`market.payments.state.${stateOf(row)}`)} />
      ),
    },
    {
      key: "time",
      title: t("market.payments.created"),
      value: ({ create_time }) => (create_time ? dateTime(create_time) : "—"),
    },
    {
      key: "amount",
      title: t("words.amount"),
      align: "end",
      value: ({ amount_tiyin }) => money(sumOf(amount_tiyin)),
    },
  ]
}

function Detail({ row, onClose }: { row: Transaction; onClose: () => void }) {
  const { t, dateTime, money } = useText()
  const times = [
    ["created", row.create_time],
    ["performed", row.perform_time],
    ["canceled", row.cancel_time],
    ["settled", row.settled_at],
  ] as const
  return (
    <DetailDrawer isOpen title={row.reference} hint={money(sumOf(row.amount_tiyin))} onClose={onClose}>
      <div className="divide-y">
        <Fact label={t("words.status")}>
          <StatePill state={COLOR[stateOf(row)]} label={t(`market.payments.state.${stateOf(row)}`)} />
        </Fact>
        <Fact label={t("market.payments.payable")}>
          {t(`market.payments.payableState.${row.payable_status}`)}
        </Fact>
        <Fact label={t("market.payments.provider")}>{providerName(row.provider_id, t("market.cash"))}</Fact>
        <Fact label={t("market.payments.externalId")}>{row.external_id}</Fact>
        {times.map(
          ([name, time]) =>
            !!time && (
              <Fact key={name} label={t(`market.payments.${name}`)}>
                {dateTime(time)}
              </Fact>
            )
        )}
        {row.reason !== null && <Fact label={t("words.reason")}>{row.reason}</Fact>}
      </div>
      <Raw title={t("market.payments.account")} value={row.account} />
      <Raw
        title={t("market.payments.raw")}
        hint={t("market.payments.rawHint")}
        value={row.details ?? row.fiscal_perform ?? row.fiscal_cancel}
      />
    </DetailDrawer>
  )
}

/** What payment providers told us, newest first. */
export function Transactions() {
  const { t } = useText()
  const list = useList(["reference", "provider_id", "state"])
  const columns = useColumns()
  const read = useApi<Paged<"gateway_transactions", Transaction>>("/admin/gateway-transactions", {
    ...list.filters,
    limit: PAGE_SIZE,
    offset: list.offset,
  })
  const opened = read.data?.gateway_transactions.find(({ id }) => id === list.openId)
  return (
    <>
      <FilterBar>
        <FilterItem>
          <SearchLine
            label={t("market.payments.searchHint")}
            value={list.filters.reference}
            onSearch={(text) => list.choose("reference", text)}
          />
        </FilterItem>
        <FilterItem>
          <Choice
            label={t("market.payments.provider")}
            value={list.filters.provider_id}
            emptyLabel={t("market.payments.provider")}
            options={PROVIDERS}
            onChoose={(value) => list.choose("provider_id", value)}
          />
        </FilterItem>
        <FilterItem>
          <Choice
            label={t("market.filter")}
            value={list.filters.state}
            emptyLabel={t("market.allStates")}
            options={TRANSACTION_STATES.map((value) => ({
              value,
              label: t(`market.payments.state.${value}`),
            }))}
            onChoose={(value) => list.choose("state", value)}
          />
        </FilterItem>
      </FilterBar>
      <Shown read={read}>
        {({ gateway_transactions, count }) => (
          <>
            <DataList
              label={t("market.payments.transactions")}
              rows={gateway_transactions}
              columns={columns}
              idOf={({ id }) => id}
              onOpen={({ id }) => list.open(id)}
            />
            <Pager count={count} offset={list.offset} limit={PAGE_SIZE} onMove={list.move} />
          </>
        )}
      </Shown>
      {opened && <Detail row={opened} onClose={() => list.open(null)} />}
    </>
  )
}
