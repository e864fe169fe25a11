import { ReactNode } from "react"
import { clx } from "@medusajs/ui"
import { Page, Section } from "../../components/page"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Alerts } from "./alerts"
import { Paged, Alert } from "./lib/types"
import { useList } from "./lib/use-list"
import { Transactions } from "./transactions"

function Tab({ isOn, onChoose, children }: { isOn: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      role="tab"
      aria-selected={isOn}
      onClick={onChoose}
      className={clx(
        "txt-compact-small-plus focus-visible:shadow-borders-focus rounded-full px-3 py-1.5 outline-none",
        isOn ? "bg-ui-bg-base shadow-elevation-card-rest text-ui-fg-base" : "text-ui-fg-subtle"
      )}
    >
      {children}
    </button>
  )
}

export default function PaymentsPage() {
  const { t } = useText()
  const { filters, choose } = useList(["view"])
  const isAlerts = filters.view === "alerts"
  const { data } = useApi<Paged<"gateway_alerts", Alert>>("/admin/gateway-alerts", { open: true, limit: 1 })
  const count = data?.count ? ` · ${data.count}` : ""
  return (
    <Page title={t("shell.nav.payments")} hint={t("market.payments.hint")}>
      <div role="tablist" aria-label={t("shell.nav.payments")} className="flex gap-1 px-1">
        <Tab isOn={!isAlerts} onChoose={() => choose("view", "")}>
          {t("market.payments.transactions")}
        </Tab>
        <Tab isOn={isAlerts} onChoose={() => choose("view", "alerts")}>
          {t("market.payments.alerts")}
          {count}
        </Tab>
      </div>
      <Section padded={false}>{isAlerts ? <Alerts /> : <Transactions />}</Section>
    </Page>
  )
}
