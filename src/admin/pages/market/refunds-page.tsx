import { Text } from "@medusajs/ui"
import { Column, DataList } from "../../components/data-list"
import { ConfirmButton } from "../../components/confirm"
import { Choice } from "../../components/field"
import { Fact, Page, Section } from "../../components/page"
import { Pager } from "../../components/pager"
import { StatePill } from "../../components/state-pill"
import { Empty, Shown } from "../../components/states"
import { api } from "../../lib/api"
import { useAct, useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { CompanyFilter } from "./company-choice"
import { DetailDrawer } from "./detail-drawer"
import { FilterBar, FilterItem } from "./filter-bar"
import { providerName } from "./lib/providers"
import { Paged, Refund, REFUND_STATES } from "./lib/types"
import { PAGE_SIZE, useList } from "./lib/use-list"

function useColumns(): Array<Column<Refund>> {
  const { t, dateTime, money } = useText()
  return [
    {
      key: "order",
      title: t("market.refunds.order"),
      value: ({ short_code, order_id }) => short_code ?? order_id,
    },
    {
      key: "company",
      title: t("market.refunds.company"),
      value: ({ company_name }) => company_name ?? "—",
    },
    {
      key: "provider",
      title: t("market.refunds.provider"),
      value: ({ provider_id }) => providerName(provider_id, t("market.cash")),
    },
    {
      key: "status",
      title: t("words.status"),
      value: ({ status }) => <StatePill state={status} label={t(`market.refunds.status.${status}`)} />,
    },
    { key: "date", title: t("words.date"), value: ({ created_at }) => dateTime(created_at) },
    { key: "amount", title: t("words.amount"), align: "end", value: ({ amount }) => money(amount) },
  ]
}

/** Money back by hand: it was done and here is the proof, or it will not be done. */
function Decide({ refund, onDone }: { refund: Refund; onDone: () => void }) {
  const { t, money } = useText()
  const amount = money(refund.amount)
  const complete = useAct(
    (proof: string) => api.post(`/admin/refunds/${refund.id}/complete`, { proof }),
    t("market.refunds.completed"),
    { onSuccess: onDone }
  )
  const giveUp = useAct(
    (reason: string) => api.post(`/admin/refunds/${refund.id}/give-up`, { reason }),
    t("market.refunds.gaveUp"),
    { onSuccess: onDone }
  )
  return (
    <>
      <ConfirmButton
        label={t("market.refunds.giveUp")}
        question={t("market.refunds.giveUpQuestion", { amount })}
        asksReason
        isDanger
        variant="secondary"
        isLoading={giveUp.isPending}
        onConfirm={(reason) => giveUp.mutate(reason)}
      />
      <ConfirmButton
        label={t("market.refunds.complete")}
        question={t("market.refunds.completeQuestion", { amount })}
        asksReason
        reasonLabel={t("market.refunds.proof")}
        variant="primary"
        isLoading={complete.isPending}
        onConfirm={(proof) => complete.mutate(proof)}
      />
    </>
  )
}

/** A person closes what is due, and what a provider has not answered with an error on it. */
const isOpen = ({ status, error }: Refund) => status === "due" || (status === "processing" && !!error)

function Detail({ refund, onClose }: { refund: Refund; onClose: () => void }) {
  const { t, lang, dateTime, money } = useText()
  return (
    <DetailDrawer
      isOpen
      title={`${t("market.refunds.order")} ${refund.short_code ?? ""}`}
      hint={money(refund.amount)}
      onClose={onClose}
      footer={isOpen(refund) && <Decide refund={refund} onDone={onClose} />}
    >
      {refund.instructions && (
        <div className="bg-ui-tag-orange-bg border-ui-tag-orange-border rounded-lg border p-4" role="note">
          <Text weight="plus" size="small">
            {t("market.refunds.toDo")}
          </Text>
          <Text size="small">{refund.instructions[lang]}</Text>
        </div>
      )}
      <div className="divide-y">
        <Fact label={t("words.status")}>
          <StatePill state={refund.status} label={t(`market.refunds.status.${refund.status}`)} />
        </Fact>
        <Fact label={t("market.refunds.company")}>{refund.company_name ?? "—"}</Fact>
        <Fact label={t("market.refunds.provider")}>{providerName(refund.provider_id, t("market.cash"))}</Fact>
        <Fact label={t("words.reason")}>{refund.reason}</Fact>
        <Fact label={t("words.date")}>{dateTime(refund.created_at)}</Fact>
        {refund.proof && <Fact label={t("market.refunds.proof")}>{refund.proof}</Fact>}
        {refund.error && <Fact label={t("market.refunds.error")}>{refund.error}</Fact>}
      </div>
    </DetailDrawer>
  )
}

export default function RefundsPage() {
  const { t } = useText()
  const list = useList(["status", "company_id"])
  const columns = useColumns()
  // What waits for a person is what the page is for; "all" has to be asked for.
  const status = list.filters.status || "due"
  const read = useApi<Paged<"refunds", Refund>>("/admin/refunds", {
    status: status === "all" ? "" : status,
    company_id: list.filters.company_id,
    limit: PAGE_SIZE,
    offset: list.offset,
  })
  const opened = read.data?.refunds.find(({ id }) => id === list.openId)
  return (
    <Page title={t("shell.nav.refunds")} hint={t("market.refunds.hint")}>
      <Section padded={false}>
        <FilterBar>
          <FilterItem>
            <Choice
              label={t("market.filter")}
              value={status}
              options={[
                ...REFUND_STATES.map((value) => ({ value, label: t(`market.refunds.status.${value}`) })),
                { value: "all", label: t("market.allStates") },
              ]}
              onChoose={(value) => list.choose("status", value)}
            />
          </FilterItem>
          <FilterItem>
            <CompanyFilter value={list.filters.company_id} onChoose={(id) => list.choose("company_id", id)} />
          </FilterItem>
        </FilterBar>
        <Shown read={read}>
          {({ refunds, count }) => (
            <>
              <DataList
                label={t("shell.nav.refunds")}
                rows={refunds}
                columns={columns}
                idOf={({ id }) => id}
                onOpen={({ id }) => list.open(id)}
                empty={
                  status === "due" ? (
                    <Empty text={t("market.refunds.none")} hint={t("market.refunds.noneHint")} />
                  ) : undefined
                }
              />
              <Pager count={count} offset={list.offset} limit={PAGE_SIZE} onMove={list.move} />
            </>
          )}
        </Shown>
      </Section>
      {opened && <Detail refund={opened} onClose={() => list.open(null)} />}
    </Page>
  )
}
