import { useState } from "react"
import { Button, Text } from "@medusajs/ui"
import { DataList } from "../../../components/data-list"
import { StatePill } from "../../../components/state-pill"
import { Empty } from "../../../components/states"
import { useText } from "../../../lib/text"
import { ImportRow, Preview } from "../lib/types"
import { noonOf } from "../list/expense-columns"

type State = ImportRow["status"]
const STATES = ["error", "ok", "duplicate"] as const
const PILL = { ok: "done", error: "failed", duplicate: "none" } as const satisfies Record<State, string>
/** More than anybody reads at once; the rest is counted. */
const SHOWN = 200

/** A day that could not be read is shown as it stands in the file. */
const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))

/** Rows of a file as they would be written, the wrong ones first. */
export function PreviewRows({ preview }: { preview: Preview }) {
  const { t, number, money, date } = useText()
  const { counts, rows } = preview
  const [state, setState] = useState<State | "">(counts.error > 0 ? "error" : "")
  const chosen = rows.filter((row) => !state || row.status === state)
  const sorted = [...chosen].sort((a, b) => Number(b.status === "error") - Number(a.status === "error"))
  return (
    <>
      <div
        role="group"
        aria-label={t("words.filters")}
        className="flex flex-wrap gap-2 border-b px-4 py-3 md:px-6"
      >
        {(["", ...STATES] as const).map((name) => (
          <Button
            key={name}
            size="small"
            variant={state === name ? "primary" : "secondary"}
            aria-pressed={state === name}
            onClick={() => setState(name)}
          >
            {t(name === "" ? "words.all" : `expenses.import.${name}`)}
            <span className="tabular-nums opacity-70">
              {number(name === "" ? rows.length : counts[name])}
            </span>
          </Button>
        ))}
      </div>
      {sorted.length > SHOWN && (
        <Text size="small" className="text-ui-fg-muted px-4 py-2 md:px-6">
          {t("expenses.import.shownFirst", { count: number(SHOWN) })}
        </Text>
      )}
      <DataList
        label={t("expenses.import.check")}
        rows={sorted.slice(0, SHOWN)}
        idOf={({ row }) => String(row)}
        empty={<Empty text={t("words.nothingFound")} />}
        columns={[
          {
            key: "row",
            title: t("expenses.import.what"),
            value: ({ row, category }) => (
              <span className="break-words">
                <span className="text-ui-fg-muted tabular-nums">
                  {t("expenses.import.row", { number: row })}
                </span>{" "}
                {category ?? "—"}
              </span>
            ),
          },
          {
            key: "state",
            title: t("words.status"),
            value: (row) => <StatePill state={PILL[row.status]} label={t(`expenses.import.${row.status}`)} />,
          },
          {
            key: "day",
            title: t("words.date"),
            value: ({ day }) => (day && isDay(day) ? date(noonOf(day)) : (day ?? "—")),
          },
          {
            key: "amount",
            title: t("words.amount"),
            align: "end",
            value: ({ amount }) => (amount === null ? "—" : money(amount)),
          },
          { key: "problems", title: t("expenses.import.problems"), value: (row) => <Problems row={row} /> },
        ]}
      />
    </>
  )
}

function Problems({ row }: { row: ImportRow }) {
  if (row.errors.length === 0) {
    return <span className="text-ui-fg-muted">—</span>
  }
  return (
    <ul className="flex max-w-xl flex-col gap-y-1 py-1">
      {row.errors.map(({ field, code, message }) => (
        <li key={`${field}${code}`} className="txt-small text-ui-fg-error whitespace-normal">
          {message}
        </li>
      ))}
    </ul>
  )
}
