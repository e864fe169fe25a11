import { Text } from "@medusajs/ui"
import { ConfirmButton } from "../../components/confirm"
import { Choice } from "../../components/field"
import { Pager } from "../../components/pager"
import { Empty, Shown } from "../../components/states"
import { api } from "../../lib/api"
import { useAct, useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Raw } from "./detail-drawer"
import { FilterBar, FilterItem } from "./filter-bar"
import { providerName } from "./lib/providers"
import { Alert, Paged } from "./lib/types"
import { PAGE_SIZE, useList } from "./lib/use-list"

const KINDS = [
  "double_payment",
  "late_payment",
  "cancel_after_confirm",
  "refund_at_provider",
  "refund_unknown",
  "payment_without_order",
  "dispute",
] as const
const kindOf = (kind: string) => KINDS.find((known) => known === kind) ?? "other"

function AlertCard({ alert }: { alert: Alert }) {
  const { t, dateTime } = useText()
  const resolve = useAct(
    (resolution: string) => api.post(`/admin/gateway-alerts/${alert.id}/resolve`, { resolution }),
    t("market.payments.resolved")
  )
  return (
    <li className="flex flex-col gap-y-2 px-4 py-4 md:px-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <Text weight="plus">{t(`market.payments.alert.${kindOf(alert.kind)}`)}</Text>
          <Text size="small" className="text-ui-fg-subtle break-all">
            {[
              providerName(alert.provider_id, t("market.cash")),
              alert.reference,
              dateTime(alert.created_at),
            ].join(" · ")}
          </Text>
        </div>
        {!alert.resolved_at && (
          <ConfirmButton
            label={t("market.payments.resolve")}
            question={t("market.payments.resolveQuestion")}
            asksReason
            reasonLabel={t("market.payments.resolution")}
            isLoading={resolve.isPending}
            onConfirm={(resolution) => resolve.mutate(resolution)}
          />
        )}
      </div>
      {alert.resolution && <Text size="small">{alert.resolution}</Text>}
      <Raw title={t("words.more")} value={alert.data} />
    </li>
  )
}

/** What a person has to look at, and what was done about it. */
export function Alerts() {
  const { t } = useText()
  const list = useList(["resolved"])
  const isOpen = list.filters.resolved !== "true"
  const read = useApi<Paged<"gateway_alerts", Alert>>("/admin/gateway-alerts", {
    open: isOpen,
    limit: PAGE_SIZE,
    offset: list.offset,
  })
  return (
    <>
      <FilterBar>
        <FilterItem>
          <Choice
            label={t("market.filter")}
            value={isOpen ? "open" : "true"}
            options={[
              { value: "open", label: t("market.payments.alertsOpen") },
              { value: "true", label: t("market.payments.alertsDone") },
            ]}
            onChoose={(value) => list.choose("resolved", value === "true" ? value : "")}
          />
        </FilterItem>
      </FilterBar>
      <Shown read={read}>
        {({ gateway_alerts, count }) =>
          gateway_alerts.length === 0 ? (
            <Empty
              text={isOpen ? t("market.payments.alertsNone") : undefined}
              hint={isOpen ? t("market.payments.alertsNoneHint") : undefined}
            />
          ) : (
            <>
              <ul className="divide-y" aria-label={t("market.payments.alerts")}>
                {gateway_alerts.map((alert) => (
                  <AlertCard key={alert.id} alert={alert} />
                ))}
              </ul>
              <Pager count={count} offset={list.offset} limit={PAGE_SIZE} onMove={list.move} />
            </>
          )
        }
      </Shown>
    </>
  )
}
