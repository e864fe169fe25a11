import { Button, Tabs } from "@medusajs/ui"
import { ArrowUpTray } from "@medusajs/icons"
import { useSearchParams } from "react-router-dom"
import { Page } from "../../components/page"
import { useCompany } from "../../lib/company"
import { useText } from "../../lib/text"
import { BudgetsTab } from "./budgets/budgets-tab"
import { ImportView } from "./import/import-view"
import { ListTab } from "./list/list-tab"
import { RecurringTab } from "./recurring/recurring-tab"
import { RulesTab } from "./rules/rules-tab"

const TABS = { list: ListTab, recurring: RecurringTab, budgets: BudgetsTab, rules: RulesTab } as const
type Tab = keyof typeof TABS

/** What the company spends: written down, coming back by itself, planned, and by what rules. The tab stands in the address. */
export default function ExpensesPage() {
  const { t } = useText()
  const { can } = useCompany()
  const [params, setParams] = useSearchParams()
  const wanted = params.get("tab") ?? "list"
  const isAdministered = can("expense:manage") || can("member:write")
  const isOpen: Record<Tab, boolean> = {
    list: true,
    recurring: can("expense:read"),
    budgets: can("expense:read"),
    rules: isAdministered,
  }
  const tabs = (Object.keys(TABS) as Tab[]).filter((tab) => isOpen[tab])
  const tab = tabs.find((name) => name === wanted) ?? "list"
  const go = (name: string) => setParams(name === "list" ? {} : { tab: name })
  const Content = TABS[tab]
  const isImporting = wanted === "import"
  return (
    <Page
      title={t("shell.nav.expenses")}
      hint={t("expenses.hint")}
      actions={
        !isImporting && (
          <Button size="small" variant="secondary" onClick={() => go("import")}>
            <ArrowUpTray />
            {t("expenses.import.open")}
          </Button>
        )
      }
    >
      {isImporting ? (
        <ImportView onLeave={() => go("list")} />
      ) : (
        <Tabs value={tab} onValueChange={go} className="flex min-w-0 flex-col gap-y-3">
          <Tabs.List className="overflow-x-auto">
            {tabs.map((name) => (
              <Tabs.Trigger key={name} value={name} className="shrink-0 whitespace-nowrap">
                {t(`expenses.tab.${name}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value={tab} className="flex min-w-0 flex-col gap-y-3">
            <Content />
          </Tabs.Content>
        </Tabs>
      )}
    </Page>
  )
}
