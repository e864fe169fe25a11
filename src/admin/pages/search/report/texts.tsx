import { ReactNode, useState } from "react"
import { Button } from "@medusajs/ui"
import { Plus } from "@medusajs/icons"
import { Column, DataList } from "../../../components/data-list"
import { Pager } from "../../../components/pager"
import { Section } from "../../../components/page"
import { Empty } from "../../../components/states"
import { useText } from "../../../lib/text"
import { withApostrophes } from "../lib/apostrophes"
import type { ReportText } from "../lib/types"

/** What somebody typed may be one word without end. */
function Typed({ text, note }: { text: string; note?: string }) {
  return (
    <span className="flex min-w-0 flex-col py-1">
      <span className="text-ui-fg-base whitespace-normal break-words [overflow-wrap:anywhere]">
        {withApostrophes(text)}
      </span>
      {note && <span className="txt-compact-xsmall text-ui-fg-muted whitespace-normal">{note}</span>}
    </span>
  )
}

/** Texts on a page; the server tells fifty. */
const ON_PAGE = 10

/** A list of texts, a few at a time. */
function Texts({
  label,
  texts,
  empty,
  ...rest
}: {
  label: string
  texts: ReportText[]
  columns: Array<Column<ReportText>>
  empty: ReactNode
  actions?: (row: ReportText) => ReactNode
}) {
  const [offset, setOffset] = useState(0)
  // Another period may have fewer.
  const from = offset < texts.length ? offset : 0
  return (
    <>
      <DataList
        label={label}
        rows={texts.slice(from, from + ON_PAGE)}
        idOf={({ text }) => text}
        empty={empty}
        {...rest}
      />
      <Pager count={texts.length} offset={from} limit={ON_PAGE} onMove={setOffset} />
    </>
  )
}

/** What is searched most. */
export function TopTexts({ texts }: { texts: ReportText[] }) {
  const { t, number } = useText()
  const columns: Array<Column<ReportText>> = [
    { key: "text", title: t("search.report.text"), value: ({ text }) => <Typed text={text} /> },
    {
      key: "times",
      title: t("search.report.times"),
      align: "end",
      value: ({ searches }) => number(searches),
    },
    {
      key: "zero",
      title: t("search.report.ofThemZero"),
      align: "end",
      isSmallHidden: true,
      value: ({ zero_results }) => number(zero_results),
    },
  ]
  return (
    <Section title={t("search.report.top")} hint={t("search.report.topHint")} padded={false}>
      <Texts
        label={t("search.report.top")}
        texts={texts}
        columns={columns}
        empty={<Empty text={t("search.report.empty")} />}
      />
    </Section>
  )
}

/** What is searched in vain, each with the way to mend it. */
export function ZeroTexts({ texts, onAdd }: { texts: ReportText[]; onAdd: (text: string) => void }) {
  const { t, number, date } = useText()
  const columns: Array<Column<ReportText>> = [
    {
      key: "text",
      title: t("search.report.text"),
      value: ({ text, last_at }) => (
        <Typed text={text} note={last_at ? t("search.report.lastAt", { date: date(last_at) }) : undefined} />
      ),
    },
    {
      key: "times",
      title: t("search.report.times"),
      align: "end",
      value: ({ zero_results }) => number(zero_results),
    },
  ]
  return (
    <Section title={t("search.report.zeroTitle")} hint={t("search.report.zeroListHint")} padded={false}>
      <Texts
        label={t("search.report.zeroTitle")}
        texts={texts}
        columns={columns}
        empty={<Empty text={t("search.report.zeroEmpty")} hint={t("search.report.zeroEmptyHint")} />}
        actions={(row) => {
          const text = withApostrophes(row.text)
          return (
            <Button
              size="small"
              variant="secondary"
              className="whitespace-nowrap"
              aria-label={t("search.report.addSynonymFor", { text })}
              onClick={() => onAdd(text)}
            >
              <Plus />
              {t("search.report.addSynonym")}
            </Button>
          )
        }}
      />
    </Section>
  )
}
