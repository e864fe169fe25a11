import { Link } from "react-router-dom"
import { Button, clx, Text } from "@medusajs/ui"
import { DataList } from "../../components/data-list"
import { Fact, Page, Section } from "../../components/page"
import { Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { System } from "./lib/types"

/** What a person has to do, and where. */
const FOR_PEOPLE = [
  ["pending_companies", "/market/companies?status=pending"],
  ["refunds_due", "/market/refunds"],
  ["open_alerts", "/market/payments?view=alerts"],
  ["unpaid_settlements", "/market/settlements?status=closed"],
  ["fiscal_failed", null],
] as const
const FOR_JOBS = ["unsettled_transactions", "fiscal_queue", "audit_intents"] as const

const MB = 1_048_576
const REFRESH_MS = 15_000

function Figure({ label, count, to }: { label: string; count: number; to: string | null }) {
  const { number } = useText()
  const box = clx("border-ui-border-base flex flex-col gap-y-1 rounded-lg border p-4", {
    "bg-ui-tag-orange-bg border-ui-tag-orange-border": count > 0,
    "hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus outline-none": !!to,
  })
  const content = (
    <>
      <span className="text-2xl font-medium tabular-nums">{number(count)}</span>
      <span className="txt-small text-ui-fg-subtle">{label}</span>
    </>
  )
  return to ? (
    <Link to={to} className={box}>
      {content}
    </Link>
  ) : (
    <div className={box}>{content}</div>
  )
}

function People({ pending }: { pending: System["pending"] }) {
  const { t } = useText()
  const isDone = FOR_PEOPLE.every(([name]) => !pending[name])
  return (
    <Section title={t("market.health.people")} hint={isDone ? t("market.health.allDone") : undefined}>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        {FOR_PEOPLE.map(([name, to]) => (
          <Figure key={name} label={t(`market.health.pending.${name}`)} count={pending[name] ?? 0} to={to} />
        ))}
      </div>
    </Section>
  )
}

function Machine({ pending }: { pending: System["pending"] }) {
  const { t, number } = useText()
  return (
    <Section title={t("market.health.machine")} hint={t("market.health.machineHint")}>
      <div className="divide-y">
        {FOR_JOBS.map((name) => (
          <Fact key={name} label={t(`market.health.pending.${name}`)}>
            {number(pending[name] ?? 0)}
          </Fact>
        ))}
      </div>
    </Section>
  )
}

function useSpan() {
  const { t } = useText()
  return (seconds: number): string => {
    const minutes = Math.floor(seconds / 60)
    const hours = Math.floor(minutes / 60)
    return hours >= 48
      ? t("market.health.days", { days: Math.floor(hours / 24), hours: hours % 24 })
      : t("market.health.hours", { hours, minutes: minutes % 60 })
  }
}

function Server({ system }: { system: System }) {
  const { t, number } = useText()
  const spanOf = useSpan()
  const { versions, memory, redis, uptime_seconds } = system
  return (
    <Section title={t("market.health.server")}>
      <div className="divide-y">
        <Fact label={t("market.health.versions")}>
          {`Bozor ${versions.bozor ?? "?"} · Medusa ${versions.medusa ?? "?"} · Node ${versions.node}`}
        </Fact>
        <Fact label={t("market.health.uptime")}>{spanOf(uptime_seconds)}</Fact>
        <Fact label={t("market.health.memory")}>
          {t("market.health.mb", { count: number(Math.round(memory.rss / MB)) })}
        </Fact>
        <Fact label={t("market.health.redis")}>
          {t(redis.is_used ? "market.health.redisOn" : "market.health.redisOff")}
        </Fact>
      </div>
    </Section>
  )
}

function Database({ database }: { database: System["database"] }) {
  const { t, number } = useText()
  const { pool } = database
  return (
    <Section title={t("market.health.database")}>
      <div className="divide-y">
        <Fact label={t("market.health.versions")}>{`PostgreSQL ${database.version}`}</Fact>
        <Fact label={t("market.health.latency")}>
          {t("market.audit.ms", { count: number(database.latency_ms) })}
        </Fact>
        <Fact label={t("market.health.size")}>
          {t("market.health.mb", { count: number(Math.round(database.size_bytes / MB)) })}
        </Fact>
        <Fact label={t("market.health.connections")}>{number(database.connections)}</Fact>
        {pool && <Fact label={t("market.health.pool")}>{`${pool.used} / ${pool.max}`}</Fact>}
      </div>
    </Section>
  )
}

function Jobs({ jobs }: { jobs: System["jobs"] }) {
  const { t } = useText()
  return (
    <Section title={t("market.health.jobs")} padded={false}>
      <DataList
        label={t("market.health.jobs")}
        rows={jobs}
        idOf={({ name }) => name}
        columns={[
          { key: "name", title: t("market.health.job"), value: ({ name }) => name },
          {
            key: "schedule",
            title: t("market.health.schedule"),
            align: "end",
            value: ({ schedule }) => <code className="text-xs">{schedule ?? "—"}</code>,
          },
        ]}
      />
    </Section>
  )
}

export default function HealthPage() {
  const { t, time } = useText()
  const read = useApi<{ system: System }>("/admin/system", {}, { refetchInterval: REFRESH_MS })
  return (
    <Page
      title={t("shell.nav.health")}
      hint={t("market.health.hint")}
      actions={
        <>
          {read.dataUpdatedAt > 0 && (
            <Text size="small" className="text-ui-fg-muted">
              {time(read.dataUpdatedAt)}
            </Text>
          )}
          <Button size="small" variant="secondary" onClick={() => void read.refetch()}>
            {t("words.refresh")}
          </Button>
        </>
      }
    >
      <Shown read={read}>
        {({ system }) => (
          <>
            <People pending={system.pending} />
            <div className="grid gap-3 lg:grid-cols-2">
              <Server system={system} />
              <Database database={system.database} />
            </div>
            <Machine pending={system.pending} />
            <Jobs jobs={system.jobs} />
          </>
        )}
      </Shown>
    </Page>
  )
}
