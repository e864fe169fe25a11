import { InlineTip, StatusBadge, Text } from "@medusajs/ui"
import { Fact, Section } from "../../../components/page"
import { Shown } from "../../../components/states"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { INDEXES, STATUS, Status } from "../lib/types"
import { Rebuild } from "./rebuild"

/** Whoever has pressed "rebuild" looks on. */
const REFRESH_MS = 5_000

/** Which engine answers, what it knows, what waits, and the way to make it anew. */
export function EngineTab() {
  const { t, time } = useText()
  const read = useApi<{ status: Status }>(STATUS, {}, { refetchInterval: REFRESH_MS })
  return (
    <>
      <Section
        title={t("search.engine.title")}
        actions={
          read.dataUpdatedAt > 0 && (
            <Text size="small" className="text-ui-fg-muted">
              {t("search.engine.refreshed", { time: time(read.dataUpdatedAt) })}
            </Text>
          )
        }
      >
        <Shown read={read} rows={3}>
          {({ status }) => <Facts status={status} />}
        </Shown>
      </Section>
      {read.data && <Documents status={read.data.status} />}
      {read.data && <Rebuild status={read.data.status} />}
    </>
  )
}

function Facts({ status: { engine, chosen, waiting } }: { status: Status }) {
  const { t, number } = useText()
  const isAway = engine !== chosen
  return (
    <div className="flex flex-col gap-y-3">
      {isAway && (
        <InlineTip variant="warning" label={t("search.engine.away")}>
          {t("search.engine.awayText")}
        </InlineTip>
      )}
      <div className="divide-y">
        <Fact label={t("search.engine.answers")}>
          <StatusBadge color={isAway ? "orange" : "green"}>{t(`search.engine.${engine}`)}</StatusBadge>
        </Fact>
        {isAway && <Fact label={t("search.engine.chosen")}>{t(`search.engine.${chosen}`)}</Fact>}
        <Fact label={t("search.engine.waitingTitle")}>
          {waiting === 0
            ? t("search.engine.waitingNone")
            : t("search.engine.waiting", { count: waiting, n: number(waiting) })}
        </Fact>
      </div>
    </div>
  )
}

function Documents({ status: { documents } }: { status: Status }) {
  const { t, number } = useText()
  return (
    <Section title={t("search.engine.documents")}>
      <dl className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        {INDEXES.map((name) => (
          <div key={name} className="bg-ui-bg-component rounded-lg px-3 py-2">
            <dt className="txt-small text-ui-fg-subtle">{t(`search.engine.indexes.${name}`)}</dt>
            <dd className="txt-large-plus tabular-nums">{number(documents[name] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
