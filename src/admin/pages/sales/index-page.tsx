import { Button } from "@medusajs/ui"
import { useNavigate, useSearchParams } from "react-router-dom"
import { DataList } from "../../components/data-list"
import { DownloadMenu } from "../../components/download-menu"
import { Page, Section } from "../../components/page"
import { Empty, Shown } from "../../components/states"
import { dayOf } from "../../lib/format"
import { addDays } from "../../lib/periods"
import { useText } from "../../lib/text"
import { FiltersBar } from "./filters-bar"
import { changed, Filters, filtersOf } from "./lib/filters"
import { Sale } from "./lib/types"
import { useJournal } from "./lib/use-journal"
import { useSaleColumns } from "./sale-columns"
import { TotalsStrip } from "./totals-strip"

/** Everything that was sold and given back, by days, newest first: web shop and cash desk in one journal. */
export default function SalesPage() {
  const { t, lang } = useText()
  const [params, setParams] = useSearchParams()
  const today = dayOf(new Date())
  const filters = filtersOf(params, today)
  const change = (next: Partial<Filters>) => setParams(changed(filters, next, today), { replace: true })
  const journal = useJournal(filters)
  const sales = journal.data?.pages.flatMap((page) => page.sales) ?? []
  const totals = journal.data?.pages[0]?.totals
  const { from, to } = filters
  return (
    <Page
      title={t("shell.nav.sales")}
      hint={t("sales.hint")}
      actions={
        <DownloadMenu
          label={t("sales.export")}
          path="/merchant/exports/sales"
          query={{ ...filters, lang }}
          name={[t("sales.exportName"), from, to].filter(Boolean).join("-")}
        />
      }
    >
      <Section padded={false}>
        <FiltersBar filters={filters} seen={cashiersOf(sales)} onChange={change} />
        <Shown read={journal}>
          {() => (
            <>
              {totals && <TotalsStrip totals={totals} />}
              {sales.length === 0 ? (
                <Empty text={t("sales.empty")} hint={t("sales.emptyHint")} />
              ) : (
                <Journal sales={sales} today={today} showsProfit={totals?.profit !== undefined} />
              )}
              {journal.hasNextPage && (
                <div className="flex justify-center border-t px-4 py-4">
                  <Button
                    size="small"
                    variant="secondary"
                    isLoading={journal.isFetchingNextPage}
                    onClick={() => void journal.fetchNextPage()}
                  >
                    {t("sales.showMore")}
                  </Button>
                </div>
              )}
            </>
          )}
        </Shown>
      </Section>
    </Page>
  )
}

function cashiersOf(sales: Sale[]): Array<{ value: string; label: string }> {
  const names = new Map(
    sales.flatMap(({ cashier }) => (cashier ? [[cashier.id, cashier.name ?? cashier.id]] : []))
  )
  return [...names].map(([value, label]) => ({ value, label }))
}

function Journal({ sales, today, showsProfit }: { sales: Sale[]; today: string; showsProfit: boolean }) {
  const { t, date } = useText()
  const navigate = useNavigate()
  const columns = useSaleColumns(showsProfit)
  const named: Record<string, string> = {
    [today]: t("sales.today"),
    [addDays(today, -1)]: t("sales.yesterday"),
  }
  return (
    <DataList
      label={t("shell.nav.sales")}
      rows={sales}
      columns={columns}
      idOf={({ id }) => id}
      onOpen={({ order_id }) => navigate(`/shop/orders/${order_id}`)}
      groupOf={({ at }) => [named[dayOf(at)], date(at)].filter(Boolean).join(", ")}
    />
  )
}
