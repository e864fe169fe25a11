import { useState } from "react"
import { Page, Section } from "../../components/page"
import { DataList } from "../../components/data-list"
import { Pager } from "../../components/pager"
import { StatePill } from "../../components/state-pill"
import { Empty, Shown } from "../../components/states"
import { api } from "../../lib/api"
import { useAct, useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { DropZone } from "./drop-zone"
import { FileButtons } from "./file-buttons"
import { Import, PILL } from "./lib/types"

type List = { imports: Import[]; count: number; offset: number; limit: number }
const LIMIT = 10

/** A file to begin with, what a file looks like, goods as a file, and what was imported before. */
export function StartView({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useText()
  const upload = useAct(
    (file: File) => {
      const form = new FormData()
      form.append("file", file)
      return api.upload<{ import: Import }>("/merchant/imports", form)
    },
    undefined,
    { onSuccess: (answer) => onOpen(answer.import.id) }
  )
  return (
    <Page title={t("shell.nav.import")} hint={t("exchange.hint")}>
      <Section>
        <DropZone isBusy={upload.isPending} onFile={(file) => upload.mutate(file)} />
      </Section>
      <div className="grid items-start gap-3 md:grid-cols-2">
        <Section title={t("exchange.templateTitle")} hint={t("exchange.templateHint")}>
          <FileButtons path="/merchant/imports/template" name={t("exchange.templateName")} />
        </Section>
        <Section title={t("exchange.exportTitle")} hint={t("exchange.exportHint")}>
          <FileButtons path="/merchant/exports/listings" name={t("exchange.exportName")} />
        </Section>
      </div>
      <Earlier onOpen={onOpen} />
    </Page>
  )
}

function Earlier({ onOpen }: { onOpen: (id: string) => void }) {
  const { t, dateTime, number } = useText()
  const [offset, setOffset] = useState(0)
  const read = useApi<List>("/merchant/imports", { limit: LIMIT, offset })
  return (
    <Section title={t("exchange.earlier")} padded={false}>
      <Shown read={read} rows={3}>
        {({ imports, count }) => (
          <>
            <DataList
              label={t("exchange.earlier")}
              rows={imports}
              idOf={({ id }) => id}
              onOpen={({ id }) => onOpen(id)}
              empty={<Empty text={t("exchange.noneYet")} />}
              columns={[
                {
                  key: "file",
                  title: t("exchange.file"),
                  value: ({ file_name }) => <span className="break-all">{file_name}</span>,
                },
                {
                  key: "status",
                  title: t("words.status"),
                  value: ({ status }) => (
                    <StatePill state={PILL[status]} label={t(`exchange.state.${status}`)} />
                  ),
                },
                {
                  key: "rows",
                  title: t("exchange.rows"),
                  align: "end",
                  value: ({ rows }) => number(rows),
                },
                {
                  key: "applied",
                  title: t("exchange.applied"),
                  align: "end",
                  value: ({ counts }) => number(counts.applied),
                },
                {
                  key: "errors",
                  title: t("exchange.withErrors"),
                  align: "end",
                  value: ({ counts }) => number(counts.error),
                },
                { key: "date", title: t("words.date"), value: ({ created_at }) => dateTime(created_at) },
              ]}
            />
            <Pager count={count} offset={offset} limit={LIMIT} onMove={setOffset} />
          </>
        )}
      </Shown>
    </Section>
  )
}
