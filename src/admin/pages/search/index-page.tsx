import { useState } from "react"
import { Tabs } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { Page } from "../../components/page"
import { useText } from "../../lib/text"
import { EngineTab } from "./engine/engine-tab"
import type { Synonym } from "./lib/types"
import { ReportTab } from "./report/report-tab"
import { SynonymDrawer } from "./synonyms/synonym-drawer"
import { SynonymsTab } from "./synonyms/synonyms-tab"

const TABS = ["report", "synonyms", "engine"] as const
type Tab = (typeof TABS)[number]

/** A group of synonyms in hand: one to change, or words that a new one begins with. */
type InHand = { synonym: Synonym | null; words?: string[] }

/** What shoppers look for, the synonyms that help them find it, and how the search itself is. */
export default function SearchPage() {
  const { t } = useText()
  const [params, setParams] = useSearchParams()
  const [inHand, setInHand] = useState<InHand | null>(null)
  const tab = TABS.find((name) => name === params.get("tab")) ?? "report"
  const open = (name: Tab) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        next.set("tab", name)
        return next
      },
      { replace: true }
    )
  return (
    <Page title={t("shell.nav.search")} hint={t("search.hint")}>
      <Tabs value={tab} onValueChange={(name) => open(name as Tab)} className="flex min-w-0 flex-col gap-y-3">
        <Tabs.List className="-mx-1 overflow-x-auto px-1 py-1">
          {TABS.map((name) => (
            <Tabs.Trigger key={name} value={name} className="shrink-0 whitespace-nowrap">
              {t(`search.tabs.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={tab} className="flex min-w-0 flex-col gap-y-3">
          {tab === "report" && <ReportTab onAdd={(text) => setInHand({ synonym: null, words: [text] })} />}
          {tab === "synonyms" && (
            <SynonymsTab
              onAdd={() => setInHand({ synonym: null })}
              onEdit={(synonym) => setInHand({ synonym })}
              onSeeZero={() => open("report")}
            />
          )}
          {tab === "engine" && <EngineTab />}
        </Tabs.Content>
      </Tabs>
      {inHand && <SynonymDrawer {...inHand} onClose={() => setInHand(null)} />}
    </Page>
  )
}
