import { useState } from "react"
import { Alert, Button } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { DownloadMenu } from "../../../components/download-menu"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { DropZone } from "../../exchange/drop-zone"
import { Applied, Preview } from "../lib/types"
import { PreviewRows } from "./preview-rows"

const PATH = "/merchant/expenses/import"
const formOf = (file: File) => {
  const form = new FormData()
  form.append("file", file)
  return form
}

/** Expenses out of a file: choose it, see what would be written, then write it down. */
export function ImportView({ onLeave }: { onLeave: () => void }) {
  const { t, lang } = useText()
  const [file, setFile] = useState<File | null>(null)
  const check = useAct(
    (chosen: File) => api.upload<Preview>(`${PATH}?apply=false&lang=${lang}`, formOf(chosen)),
    undefined,
    {
      onMutate: setFile,
    }
  )
  const apply = useAct((chosen: File) =>
    api.upload<Applied>(`${PATH}?apply=true&lang=${lang}`, formOf(chosen))
  )
  const again = () => {
    check.reset()
    apply.reset()
    setFile(null)
  }
  return (
    <>
      <Section
        title={t("expenses.import.title")}
        hint={t("expenses.import.templateHint")}
        actions={
          <>
            <DownloadMenu
              label={t("expenses.import.template")}
              path={`${PATH}/template`}
              query={{ lang }}
              name={t("expenses.import.templateName")}
            />
            <Button size="small" variant="secondary" onClick={onLeave}>
              {t("expenses.import.back")}
            </Button>
          </>
        }
      >
        {apply.data ? (
          <Done applied={apply.data} onAnother={again} onLeave={onLeave} />
        ) : (
          <DropZone
            isBusy={check.isPending}
            hint={t("expenses.import.dropHint")}
            onFile={(chosen) => check.mutate(chosen)}
          />
        )}
      </Section>
      {check.data && file && !apply.data && (
        <Checked
          file={file}
          preview={check.data}
          isBusy={apply.isPending}
          onApply={() => apply.mutate(file)}
        />
      )}
    </>
  )
}

function Checked({
  file,
  preview,
  isBusy,
  onApply,
}: {
  file: File
  preview: Preview
  isBusy: boolean
  onApply: () => void
}) {
  const { t, number } = useText()
  const { ok, error } = preview.counts
  return (
    <Section
      title={t("expenses.import.check")}
      hint={file.name}
      padded={false}
      actions={
        <Button size="small" disabled={ok === 0} isLoading={isBusy} onClick={onApply}>
          {t("expenses.import.apply", { count: number(ok) })}
        </Button>
      }
    >
      {(error > 0 || ok === 0) && (
        <div className="flex flex-col gap-y-2 px-4 py-3 md:px-6">
          {error > 0 && <Alert variant="warning">{t("expenses.import.errorsStay")}</Alert>}
          {ok === 0 && <Alert variant="info">{t("expenses.import.nothing")}</Alert>}
        </div>
      )}
      <PreviewRows preview={preview} />
    </Section>
  )
}

function Done({
  applied,
  onAnother,
  onLeave,
}: {
  applied: Applied
  onAnother: () => void
  onLeave: () => void
}) {
  const { t, number } = useText()
  return (
    <div className="flex flex-col gap-y-4">
      <Alert variant={applied.created > 0 ? "success" : "info"}>
        {t("expenses.import.done", { created: number(applied.created), skipped: number(applied.skipped) })}
      </Alert>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={onLeave}>
          {t("expenses.import.back")}
        </Button>
        <Button size="small" variant="secondary" onClick={onAnother}>
          {t("expenses.import.another")}
        </Button>
      </div>
    </div>
  )
}
