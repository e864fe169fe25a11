import { useState } from "react"
import { Button, Text } from "@medusajs/ui"
import { DataList } from "../../components/data-list"
import { Section } from "../../components/page"
import { Pager } from "../../components/pager"
import { StatePill } from "../../components/state-pill"
import { Empty, Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Import, ImportRow, PILL, RowFilter } from "./lib/types"

type List = { rows: ImportRow[]; count: number; offset: number; limit: number }
const LIMIT = 20
const FILTERS: RowFilter[] = ["", "create", "update", "unchanged", "error"]

/** The rows of a file: what becomes of each, and what is wrong with it. Opens with the wrong ones when there are any. */
export function RowsSection({ path, found }: { path: string; found: Import }) {
  const { t, lang, number } = useText()
  const { counts } = found
  const [filter, setFilter] = useState<RowFilter>(counts.error > 0 ? "error" : "")
  const [offset, setOffset] = useState(0)
  const read = useApi<List>(`${path}/rows`, {
    status: filter,
    lang,
    limit: LIMIT,
    offset,
  })
  const countOf = (name: RowFilter) => (name === "" ? found.rows : counts[name])
  const choose = (name: RowFilter) => {
    setFilter(name)
    setOffset(0)
  }
  return (
    <Section title={t("exchange.preview")} padded={false}>
      <div
        role="group"
        aria-label={t("words.filters")}
        className="flex flex-wrap gap-2 border-b px-4 py-3 md:px-6"
      >
        {FILTERS.map((name) => (
          <Button
            key={name}
            size="small"
            variant={filter === name ? "primary" : "secondary"}
            aria-pressed={filter === name}
            onClick={() => choose(name)}
          >
            {t(name === "" ? "words.all" : `exchange.rowState.${name}`)}
            <span className="tabular-nums opacity-70">{number(countOf(name))}</span>
          </Button>
        ))}
      </div>
      <Shown read={read}>
        {({ rows, count }) => (
          <>
            <Rows rows={rows} />
            <Pager count={count} offset={offset} limit={LIMIT} onMove={setOffset} />
          </>
        )}
      </Shown>
    </Section>
  )
}

function Rows({ rows }: { rows: ImportRow[] }) {
  const { t } = useText()
  const codeOf = ({ values }: ImportRow) =>
    [values.barcode, values.shop_code].filter(Boolean).join(" · ") || "—"
  return (
    <DataList
      label={t("exchange.preview")}
      rows={rows}
      idOf={({ id }) => id}
      empty={<Empty text={t("words.nothingFound")} />}
      columns={[
        {
          key: "name",
          title: t("exchange.goods"),
          value: ({ number, values }) => (
            <span className="break-words">
              <span className="text-ui-fg-muted tabular-nums">{t("exchange.line", { number })}</span>{" "}
              {values.name_uz || values.name_ru || values.name_en || "—"}
            </span>
          ),
        },
        {
          key: "state",
          title: t("exchange.becomes"),
          value: ({ status, applied_at }) =>
            status && (
              <StatePill
                state={applied_at ? "done" : PILL[status]}
                label={t(applied_at ? `exchange.rowDone.${status}` : `exchange.rowState.${status}`)}
              />
            ),
        },
        { key: "codes", title: t("exchange.codes"), isSmallHidden: true, value: codeOf },
        {
          key: "problems",
          title: t("exchange.problems"),
          value: ({ errors }) => <Problems errors={errors} />,
        },
      ]}
    />
  )
}

function Problems({ errors }: { errors: ImportRow["errors"] }) {
  const { t } = useText()
  if (errors.length === 0) {
    return <span className="text-ui-fg-muted">—</span>
  }
  return (
    <ul className="flex max-w-xl flex-col gap-y-1 py-1">
      {errors.map(({ field, code, message }) => (
        <li key={`${field}${code}`}>
          <Text size="small" className="text-ui-fg-error whitespace-normal">
            {field ? `${t(`exchange.field.${field}`)}: ${message}` : message}
          </Text>
        </li>
      ))}
    </ul>
  )
}
