import { useSearchParams } from "react-router-dom"
import { DataList } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Pager } from "../../../components/pager"
import { Empty, Shown } from "../../../components/states"
import { dayOf } from "../../../lib/format"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { QuickEntry } from "../entry/quick-entry"
import { Expense, ExpenseList } from "../lib/types"
import { ExpenseDrawer } from "./expense-drawer"
import { useExpenseColumns } from "./expense-columns"
import { ExportMenu } from "./export-menu"
import { changed, Filters, filtersOf, isNarrowed, LIMIT, queryOf } from "./filters"
import { FiltersBar } from "./filters-bar"
import { WaitingSection } from "./waiting-section"

/** The newest expense that this person wrote, whatever day it was for. */
const newestOf = (expenses: Expense[] | undefined) =>
  expenses
    ?.filter(({ is_mine, source }) => is_mine && source === "manual")
    .sort((a, b) => b.created_at.localeCompare(a.created_at))[0]

/** Writing expenses down, those that wait for somebody, and all the others. */
export function ListTab() {
  const { t } = useText()
  const [params, setParams] = useSearchParams()
  const today = dayOf(new Date())
  const filters = filtersOf(params, today)
  const change = (next: Partial<Filters>) => setParams(changed(filters, next, today), { replace: true })
  const read = useApi<ExpenseList>("/merchant/expenses", queryOf(filters))
  const recent = useApi<ExpenseList>("/merchant/expenses", { order: "-day", limit: LIMIT, offset: 0 })
  const openId = params.get("id")
  const open = (id: string | null) =>
    setParams(
      { ...changed(filters, { offset: filters.offset }, today), ...(id && { id }) },
      { replace: true }
    )
  return (
    <>
      <QuickEntry last={newestOf(recent.data?.expenses)} />
      <WaitingSection onOpen={open} />
      <Section title={t("expenses.list.title")} padded={false} actions={<ExportMenu filters={filters} />}>
        <FiltersBar filters={filters} onChange={change} />
        <Shown read={read}>
          {(list) => (
            <>
              <Totals list={list} />
              <Rows list={list} isNarrowed={isNarrowed(filters)} onOpen={open} />
              <Pager
                count={list.count}
                offset={filters.offset}
                limit={LIMIT}
                onMove={(offset) => change({ offset })}
              />
            </>
          )}
        </Shown>
      </Section>
      {openId && <ExpenseDrawer id={openId} onClose={() => open(null)} />}
    </>
  )
}

function Totals({ list: { total, count } }: { list: ExpenseList }) {
  const { t, money, number } = useText()
  return (
    <dl className="bg-ui-bg-subtle flex flex-wrap gap-x-8 gap-y-1 border-y px-4 py-3 md:px-6">
      <div className="flex items-baseline gap-x-2">
        <dt className="txt-small text-ui-fg-subtle">{t("expenses.list.total")}</dt>
        <dd className="txt-large-plus tabular-nums" data-testid="expenses-total">
          {money(total)}
        </dd>
      </div>
      <div className="flex items-baseline gap-x-2">
        <dt className="txt-small text-ui-fg-subtle">{t("expenses.list.count")}</dt>
        <dd className="txt-small-plus tabular-nums">{number(count)}</dd>
      </div>
    </dl>
  )
}

type RowsProps = { list: ExpenseList; isNarrowed: boolean; onOpen: (id: string) => void }

function Rows({ list, isNarrowed, onOpen }: RowsProps) {
  const { t } = useText()
  const columns = useExpenseColumns()
  return (
    <DataList
      label={t("expenses.list.title")}
      rows={list.expenses}
      columns={columns}
      idOf={({ id }) => id}
      onOpen={({ id }) => onOpen(id)}
      empty={
        isNarrowed ? (
          <Empty text={t("words.nothingFound")} />
        ) : (
          <Empty text={t("expenses.list.empty")} hint={t("expenses.list.emptyHint")} />
        )
      }
    />
  )
}
