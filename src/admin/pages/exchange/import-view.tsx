import { Alert, Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ConfirmButton } from "../../components/confirm"
import { Page, Section } from "../../components/page"
import { StatePill } from "../../components/state-pill"
import { Shown } from "../../components/states"
import { api } from "../../lib/api"
import { useAct, useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { FileButtons } from "./file-buttons"
import { Ending, endingOf, Import, PILL } from "./lib/types"
import { MappingSection } from "./mapping-section"
import { ProgressBar } from "./progress-bar"
import { RowsSection } from "./rows-section"
import { Steps } from "./steps"

const EVERY_MS = 1000
const LOOKS: Record<Ending, "success" | "warning" | "error"> = {
  done: "success",
  doneWithErrors: "warning",
  failed: "error",
  canceled: "warning",
}

type Answer = { import: Import }

/** One import, from its columns to its result. While it is applied the figures are read anew every second. */
export function ImportView({ id, onLeave }: { id: string; onLeave: () => void }) {
  const path = `/merchant/imports/${id}`
  const first = useApi<Answer>(path)
  const isApplying = first.data?.import.status === "applying"
  useApi<Answer>(path, undefined, { enabled: isApplying, refetchInterval: EVERY_MS })
  return (
    <Shown read={first}>{(answer) => <Detail path={path} found={answer.import} onLeave={onLeave} />}</Shown>
  )
}

function Detail({ path, found, onLeave }: { path: string; found: Import; onLeave: () => void }) {
  const { t, dateTime } = useText()
  const { status, counts } = found
  const isOpen = status === "uploaded" || status === "checked"
  return (
    <Page
      title={found.file_name}
      hint={dateTime(found.created_at)}
      actions={
        <>
          <StatePill state={PILL[status]} label={t(`exchange.state.${status}`)} />
          <Button size="small" variant="secondary" onClick={onLeave}>
            {t("exchange.another")}
          </Button>
        </>
      }
    >
      <Steps status={status} />
      {isOpen && <MappingSection path={path} found={found} />}
      {isOpen && <Decide path={path} found={found} />}
      {status === "applying" && <Applying path={path} found={found} />}
      {!isOpen && status !== "applying" && <Result found={found} />}
      {counts.error > 0 && !isOpen && (
        <Section title={t("exchange.errorFile")} hint={t("exchange.errorFileHint")}>
          <FileButtons path={`${path}/errors`} name={t("exchange.errorFileName")} />
        </Section>
      )}
      <RowsSection key={status} path={path} found={found} />
    </Page>
  )
}

/** What is going to happen, and the button that makes it happen. */
function Decide({ path, found }: { path: string; found: Import }) {
  const { t, number } = useText()
  const { create, update, error } = found.counts
  const apply = useAct(() => api.post(`${path}/apply`))
  const cancel = useAct(() => api.post(`${path}/cancel`))
  const isNothing = create + update === 0
  return (
    <Section title={t("exchange.decide")}>
      <div className="flex flex-col gap-y-4">
        {error > 0 && <Alert variant="warning">{t("exchange.errorsStay", { count: error })}</Alert>}
        {isNothing && <Alert variant="info">{t("exchange.nothingToDo")}</Alert>}
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            disabled={isNothing || apply.isPending}
            isLoading={apply.isPending}
            onClick={() => apply.mutate()}
          >
            {isNothing
              ? t("exchange.apply")
              : t("exchange.applyRows", { create: number(create), update: number(update) })}
          </Button>
          <ConfirmButton
            label={t("exchange.discard")}
            question={t("exchange.discardQuestion")}
            onConfirm={() => cancel.mutate()}
          />
        </div>
      </div>
    </Section>
  )
}

function Applying({ path, found }: { path: string; found: Import }) {
  const { t, number } = useText()
  const { total, done } = found.progress
  const cancel = useAct(() => api.post(`${path}/cancel`))
  return (
    <Section title={t("exchange.applyingTitle")} hint={t("exchange.mayLeave")}>
      <div className="flex flex-col gap-y-4">
        <ProgressBar
          progress={found.progress}
          text={t("exchange.progress", { done: number(done), total: number(total) })}
        />
        <div>
          <ConfirmButton
            label={t("exchange.stop")}
            question={t("exchange.stopQuestion")}
            onConfirm={() => cancel.mutate()}
          />
        </div>
      </div>
    </Section>
  )
}

function Result({ found }: { found: Import }) {
  const { t, number } = useText()
  const { counts } = found
  const ending = endingOf(found)
  return (
    <Section title={t("exchange.result")}>
      <div className="flex flex-col gap-y-4">
        <Alert variant={LOOKS[ending]}>
          {t(`exchange.resultOf.${ending}`, {
            applied: number(counts.applied),
            error: number(counts.error),
            unchanged: number(counts.unchanged),
          })}
        </Alert>
        <div>
          <Button size="small" variant="secondary" asChild>
            <Link to="/shop/warehouse">{t("exchange.toWarehouse")}</Link>
          </Button>
        </div>
      </div>
    </Section>
  )
}
