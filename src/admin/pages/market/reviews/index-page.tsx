import { useEffect, useRef } from "react"
import { Tabs } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { Page, Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import { CompanyFilter } from "../company-choice"
import { FilterBar, FilterItem, SearchLine } from "../filter-bar"
import { Decided } from "./decided"
import { Desk } from "./desk"
import { Reported } from "./reported"
import { WordsTab } from "./words-tab"

const TABS = ["pending", "reported", "rejected", "approved", "words"] as const
type Tab = (typeof TABS)[number]

/** Where the operator reads reviews before others do, and hears what shoppers complain of. */
export default function ReviewsPage() {
  const { t } = useText()
  const [params, setParams] = useSearchParams()
  const tab = TABS.find((name) => name === params.get("tab")) ?? "pending"
  const tabs = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a telephone the row of tabs is wider than the screen.
    tabs.current
      ?.querySelector("[data-state=active]")
      ?.scrollIntoView({ block: "nearest", inline: "nearest" })
  }, [tab])
  const query = { q: params.get("q") ?? "", company_id: params.get("company_id") ?? "" }
  const set = (name: string, value: string) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete(name)
        if (value) {
          next.set(name, value)
        }
        return next
      },
      { replace: true }
    )
  return (
    <Page title={t("shell.nav.reviews")} hint={t("reviews.desk.hint")}>
      <Tabs value={tab} onValueChange={(name) => set("tab", name)} className="flex flex-col gap-y-3">
        <Tabs.List ref={tabs} className="-mx-1 overflow-x-auto px-1 py-1">
          {TABS.map((name) => (
            <Tabs.Trigger key={name} value={name} className="shrink-0 whitespace-nowrap">
              {t(`reviews.desk.tabs.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Section padded={false}>
          {tab !== "words" && (
            <FilterBar>
              <FilterItem isWide>
                <SearchLine
                  label={t("reviews.filter.text")}
                  value={query.q}
                  onSearch={(text) => set("q", text)}
                />
              </FilterItem>
              <FilterItem>
                <CompanyFilter value={query.company_id} onChoose={(id) => set("company_id", id)} />
              </FilterItem>
            </FilterBar>
          )}
          <Tabs.Content value={tab}>
            <Content key={`${tab}${query.q}${query.company_id}`} tab={tab} query={query} />
          </Tabs.Content>
        </Section>
      </Tabs>
    </Page>
  )
}

function Content({ tab, query }: { tab: Tab; query: Record<string, string> }) {
  switch (tab) {
    case "pending":
      return <Desk query={query} />
    case "reported":
      return <Reported query={query} />
    case "words":
      return <WordsTab />
    default:
      return <Decided status={tab} query={query} />
  }
}
