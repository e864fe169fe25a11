import { InlineTip, Text } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { Section } from "../../../components/page"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { ProgressBar } from "../../exchange/progress-bar"
import { REINDEX, Status } from "../lib/types"

/** Makes the search anew from what is in the shop; for when something is not found that is there. */
export function Rebuild({ status: { rebuild } }: { status: Status }) {
  const { t } = useText()
  const isRunning = rebuild?.state === "running"
  const start = useAct(() => api.post(REINDEX), t("search.engine.started"))
  return (
    <Section
      title={t("search.engine.rebuildTitle")}
      actions={
        <ConfirmButton
          label={t("search.engine.rebuild")}
          title={t("search.engine.rebuildTitle")}
          question={t("search.engine.rebuildQuestion")}
          disabled={isRunning}
          isLoading={start.isPending}
          onConfirm={() => start.mutate()}
        />
      }
    >
      <div className="flex flex-col gap-y-3">
        <Text size="small" className="text-ui-fg-subtle max-w-2xl">
          {t("search.engine.rebuildHint")}
        </Text>
        {rebuild && <Last rebuild={rebuild} />}
      </div>
    </Section>
  )
}

/** How far the last rebuilding is, or how it ended. */
function Last({ rebuild }: { rebuild: NonNullable<Status["rebuild"]> }) {
  const { t, number, time } = useText()
  const { state, done, total, finished_at, message } = rebuild
  const at = finished_at === null ? "" : time(finished_at)
  if (state === "running") {
    const text = t("search.engine.running", { done: number(done), total: number(total) })
    return <ProgressBar progress={rebuild} text={text} />
  }
  return state === "failed" ? (
    <InlineTip variant="error" label={t("search.engine.failed", { time: at })} role="alert">
      {t("search.engine.failedText", { done: number(done), total: number(total) })}
      <span className="block break-words">{message}</span>
    </InlineTip>
  ) : (
    <Text size="small" role="status" className="text-ui-fg-base">
      {t("search.engine.done", { time: at })}
    </Text>
  )
}
