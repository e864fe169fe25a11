import { Button, Heading, toast } from "@medusajs/ui"
import { ConfirmButton } from "../../components/confirm"
import { DataList } from "../../components/data-list"
import { Fact } from "../../components/page"
import { StatePill } from "../../components/state-pill"
import { Empty, Shown } from "../../components/states"
import { api, openBlob } from "../../lib/api"
import { useAct, useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { DetailDrawer } from "./detail-drawer"
import { Settlement, SettlementLine, sumOf } from "./lib/types"

/** How the closing balance comes about, in the statement's own order and signs. */
function Figures({ settlement }: { settlement: Settlement }) {
  const { t, money } = useText()
  const figures = [
    ["opening", settlement.opening_tiyin],
    ["sales", settlement.sales_tiyin],
    ["commission", -settlement.commission_tiyin],
    ["refunds", -settlement.refunds_tiyin],
    ["adSpend", -settlement.ad_spend_tiyin],
    ["received", -settlement.received_tiyin],
    ["paidOut", -settlement.paid_out_tiyin],
  ] as const
  return (
    <dl className="divide-y">
      {figures
        .filter(([name, tiyin]) => tiyin !== 0 || name === "sales")
        .map(([name, tiyin]) => (
          <div key={name} className="txt-small flex justify-between gap-3 py-2">
            <dt className="text-ui-fg-subtle">{t(`market.settlements.${name}`)}</dt>
            <dd className="tabular-nums">{money(sumOf(tiyin))}</dd>
          </div>
        ))}
      <div className="txt-compact-medium-plus flex justify-between gap-3 py-2">
        <dt>{t("market.settlements.closing")}</dt>
        <dd className="tabular-nums">{money(sumOf(settlement.closing_tiyin))}</dd>
      </div>
      <div className="txt-compact-medium-plus flex justify-between gap-3 py-2">
        <dt>{t("market.settlements.payout")}</dt>
        <dd className="tabular-nums">{money(sumOf(settlement.payout_tiyin))}</dd>
      </div>
    </dl>
  )
}

function Lines({ lines }: { lines: SettlementLine[] }) {
  const { t, date, money } = useText()
  return (
    <div>
      <Heading level="h3">{t("market.settlements.lines")}</Heading>
      <div className="-mx-4">
        <DataList
          label={t("market.settlements.lines")}
          rows={lines}
          idOf={({ ledger_transaction_id }) => ledger_transaction_id}
          columns={[
            {
              key: "what",
              title: t("market.settlements.lines"),
              value: ({ kind, memo, reference }) => (
                <div className="max-w-56 truncate" title={memo ?? reference}>
                  {t(`market.settlements.kind.${kind}`)}
                  <span className="text-ui-fg-muted"> {memo ?? ""}</span>
                </div>
              ),
            },
            { key: "date", title: t("words.date"), value: ({ occurred_at }) => date(occurred_at) },
            {
              key: "amount",
              title: t("words.amount"),
              align: "end",
              value: ({ amount_tiyin }) => money(sumOf(amount_tiyin)),
            },
          ]}
          empty={<Empty text={t("market.settlements.linesNone")} />}
        />
      </div>
    </div>
  )
}

function Files({ id }: { id: string }) {
  const { t, lang, explain } = useText()
  const download = (type: "pdf" | "xlsx") =>
    api
      .blob(`/admin/settlements/${id}/${type}`, { lang })
      .then((blob) => openBlob(blob, `settlement-${id}.${type}`))
      .catch((error: unknown) => toast.error(explain(error)))
  return (
    <>
      {(["pdf", "xlsx"] as const).map((type) => (
        <Button
          key={type}
          size="small"
          variant="secondary"
          aria-label={`${t("words.download")} ${type.toUpperCase()}`}
          onClick={() => void download(type)}
        >
          {type.toUpperCase()}
        </Button>
      ))}
    </>
  )
}

function MarkPaid({ settlement }: { settlement: Settlement }) {
  const { t, money } = useText()
  const pay = useAct(
    (proof: string) => api.post(`/admin/settlements/${settlement.id}/mark-paid`, { proof }),
    t("market.settlements.marked")
  )
  if (settlement.status !== "closed") {
    return null
  }
  return (
    <ConfirmButton
      label={t("market.settlements.markPaid")}
      question={t("market.settlements.markPaidQuestion", {
        company: settlement.company.name,
        amount: money(sumOf(settlement.payout_tiyin)),
      })}
      asksReason
      reasonLabel={t("market.settlements.proof")}
      variant="primary"
      isLoading={pay.isPending}
      onConfirm={(proof) => pay.mutate(proof)}
    />
  )
}

/** A statement with its figures, its lines and its papers. */
export function SettlementDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, date } = useText()
  const read = useApi<{ settlement: Settlement }>(`/admin/settlements/${id}`)
  const settlement = read.data?.settlement
  const period = settlement ? `${date(settlement.period_from)} – ${date(settlement.period_to)}` : undefined
  return (
    <DetailDrawer
      isOpen
      title={settlement?.company.name ?? t("shell.nav.marketSettlements")}
      hint={period}
      onClose={onClose}
      footer={
        settlement && (
          <>
            <Files id={id} />
            <MarkPaid settlement={settlement} />
          </>
        )
      }
    >
      <Shown read={read}>
        {({ settlement: { status, company, proof, paid_at, lines, ...rest } }) => (
          <>
            <div className="divide-y">
              <Fact label={t("words.status")}>
                <StatePill
                  state={status === "closed" ? "due" : status}
                  label={t(`market.settlements.status.${status}`)}
                />
              </Fact>
              <Fact label={t("market.companies.bankAccount")}>{company.bank_account ?? "—"}</Fact>
              <Fact label={t("market.companies.bankMfo")}>{company.bank_mfo ?? "—"}</Fact>
              {paid_at && <Fact label={t("market.settlements.paidAt")}>{date(paid_at)}</Fact>}
              {proof && <Fact label={t("market.settlements.proof")}>{proof}</Fact>}
            </div>
            <Figures settlement={{ ...rest, status, company, proof, paid_at }} />
            <Lines lines={lines ?? []} />
          </>
        )}
      </Shown>
    </DetailDrawer>
  )
}
