import { Alert, Button, Text } from "@medusajs/ui"
import { Link, useParams } from "react-router-dom"
import { DataList } from "../../components/data-list"
import { Fact, Page, Section } from "../../components/page"
import { StatePill } from "../../components/state-pill"
import { Shown } from "../../components/states"
import { api, openBlob } from "../../lib/api"
import { useAct, useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { som } from "../ledger/lib/types"
import { PILL } from "./index-page"
import { Settlement, SettlementLine, sumOf } from "./lib/types"
import { usePeriod } from "./period"

type Statement = Settlement & { lines: SettlementLine[] }

/** One statement: how it adds up, what was counted, and where it is paid. */
export default function SettlementPage() {
  const { id } = useParams()
  const read = useApi<{ settlement: Statement }>(`/merchant/settlements/${id}`)
  return <Shown read={read}>{({ settlement }) => <Detail settlement={settlement} />}</Shown>
}

function Detail({ settlement }: { settlement: Statement }) {
  const { t, money, date } = useText()
  const { status, company } = settlement
  const isComplete = !!(company.bank_account && company.bank_mfo)
  return (
    <Page
      title={usePeriod()(settlement)}
      hint={t(`settlements.stateHint.${status}`, {
        date: settlement.paid_at ? date(settlement.paid_at) : "",
        proof: settlement.proof ?? "",
      })}
      actions={<Files id={settlement.id} />}
    >
      {status === "closed" && !isComplete && (
        <Alert variant="warning">
          {t("settlements.noRequisites")}{" "}
          <Link className="text-ui-fg-interactive" to="/shop/settings">
            {t("settlements.toSettings")}
          </Link>
        </Alert>
      )}
      <div className="grid items-start gap-3 md:grid-cols-2">
        <Section
          title={t("settlements.summary")}
          actions={<StatePill state={PILL[status]} label={t(`settlements.state.${status}`)} />}
        >
          {sumOf(settlement).map(({ key, tiyin }) => (
            <Sum key={key} label={t(`settlements.${key}`)} value={money(som(tiyin))} />
          ))}
          <div className="mt-2 border-t pt-2">
            <Sum label={t("settlements.closing")} value={money(som(settlement.closing_tiyin))} />
            <Sum label={t("settlements.payout")} value={money(som(settlement.payout_tiyin))} isStrong />
          </div>
        </Section>
        <Section title={t("settlements.requisites")}>
          <Fact label={t("settlements.company")}>{company.legal_name ?? company.name}</Fact>
          <Fact label={t("settlements.bankAccount")}>{company.bank_account ?? "—"}</Fact>
          <Fact label={t("settlements.mfo")}>{company.bank_mfo ?? "—"}</Fact>
        </Section>
      </div>
      <Lines lines={settlement.lines} />
    </Page>
  )
}

function Sum({ label, value, isStrong }: { label: string; value: string; isStrong?: boolean }) {
  return (
    <div className="flex justify-between gap-x-3 py-1">
      <Text size="small" weight={isStrong ? "plus" : "regular"}>
        {label}
      </Text>
      <Text size="small" weight={isStrong ? "plus" : "regular"} className="whitespace-nowrap tabular-nums">
        {value}
      </Text>
    </div>
  )
}

function Lines({ lines }: { lines: SettlementLine[] }) {
  const { t, money, dateTime } = useText()
  return (
    <Section title={t("settlements.lines")} padded={false}>
      <DataList
        label={t("settlements.lines")}
        rows={lines}
        idOf={({ ledger_transaction_id }) => ledger_transaction_id}
        columns={[
          {
            key: "what",
            title: t("ledger.what"),
            value: ({ kind, memo }) => `${t(`ledger.kind.${kind}`)}${memo ? ` · ${memo}` : ""}`,
          },
          { key: "date", title: t("words.date"), value: ({ occurred_at }) => dateTime(occurred_at) },
          {
            key: "amount",
            title: t("words.amount"),
            align: "end",
            value: ({ amount_tiyin }) => money(som(amount_tiyin)),
          },
        ]}
      />
    </Section>
  )
}

function Files({ id }: { id: string }) {
  const { t, lang } = useText()
  const open = useAct(async (format: "pdf" | "xlsx") =>
    openBlob(await api.blob(`/merchant/settlements/${id}/${format}`, { lang }), `settlement-${id}.${format}`)
  )
  return (["pdf", "xlsx"] as const).map((format) => (
    <Button
      key={format}
      size="small"
      variant="secondary"
      disabled={open.isPending}
      onClick={() => open.mutate(format)}
    >
      {t(`settlements.${format}`)}
    </Button>
  ))
}
