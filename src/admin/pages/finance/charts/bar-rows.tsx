import { ReactNode } from "react"
import { clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Explain } from "../parts/explain"
import { placeOn } from "../lib/waterfall"

export type BarRow = {
  key: string
  label: ReactNode
  /** Said beside the label in small letters. */
  note?: ReactNode
  value: ReactNode
  low: number
  high: number
  color: string
  /** Where a press leads. */
  to?: string
  isStrong?: boolean
  /** What the figure is; asked for beside the bar. */
  explain?: { name: string; text: string }
}

/**
 * Bars one below another, each with its name and figure in words: they are read on a telephone, on paper and by ear alike.
 * The scale is common, and holds zero.
 */
export function BarRows({
  label,
  rows,
  scaleTo = 0,
  isExplained = rows.some(({ explain }) => explain),
}: {
  label: string
  rows: BarRow[]
  /** How far the scale reaches at least: lists side by side are to be compared. */
  scaleTo?: number
  /** Keeps room for what explains a bar, also where none is explained. */
  isExplained?: boolean
}) {
  const scale = {
    low: Math.min(0, ...rows.map(({ low }) => low)),
    high: Math.max(scaleTo, 0, ...rows.map(({ high }) => high)),
  }
  return (
    <ul aria-label={label} className="flex flex-col gap-y-1">
      {rows.map((row) => (
        <li key={row.key} className="flex break-inside-avoid items-center gap-x-1">
          {row.to ? (
            <Link
              to={row.to}
              className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-interactive-with-focus -mx-2 block min-w-0 flex-1 rounded-md px-2 py-1 outline-none"
            >
              <Row row={row} scale={scale} />
            </Link>
          ) : (
            <div className="min-w-0 flex-1 py-1">
              <Row row={row} scale={scale} />
            </div>
          )}
          {isExplained && (
            <div className="w-6 shrink-0 text-end print:hidden">
              {row.explain && <Explain name={row.explain.name}>{row.explain.text}</Explain>}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function Row({ row, scale }: { row: BarRow; scale: { low: number; high: number } }) {
  const { start, size } = placeOn(scale, row)
  return (
    <div className="grid grid-cols-[1fr_auto] items-baseline gap-x-3 gap-y-1 sm:grid-cols-[minmax(9rem,14rem)_1fr_9.5rem] sm:items-center">
      <div
        className={clx("min-w-0 break-words", row.isStrong ? "txt-small-plus text-ui-fg-base" : "txt-small")}
      >
        {row.label}
        {row.note && <span className="txt-xsmall text-ui-fg-muted ms-2">{row.note}</span>}
      </div>
      <div
        aria-hidden
        className="bg-ui-bg-subtle relative order-3 col-span-2 h-3 overflow-hidden rounded sm:order-none sm:col-span-1 sm:h-5"
      >
        <span
          className="absolute inset-y-0 rounded-sm"
          style={{ insetInlineStart: `${start}%`, width: `${size}%`, background: row.color }}
        />
      </div>
      <div
        className={clx(
          "whitespace-nowrap text-end tabular-nums",
          row.isStrong ? "txt-small-plus text-ui-fg-base" : "txt-small"
        )}
      >
        {row.value}
      </div>
    </div>
  )
}
