import { ReactNode, useState } from "react"
import { clx, Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"

const WAYS = ["chart", "table"] as const
const NAMES = { chart: "finance.asChart", table: "finance.asTable" } as const

/** A section whose figures can be looked at as a chart and read as a table. */
export function ChartOrTable({
  title,
  hint,
  tip,
  actions,
  chart,
  table,
  foot,
}: {
  title: string
  hint?: string
  /** What a press does; not for paper. */
  tip?: string
  actions?: ReactNode
  chart: ReactNode
  /** Stands in the section without its padding. */
  table: ReactNode
  foot?: ReactNode
}) {
  const { t } = useText()
  const [way, setWay] = useState<(typeof WAYS)[number]>("chart")
  return (
    <Section
      title={title}
      hint={hint}
      padded={false}
      actions={
        <>
          {actions}
          <Segments
            label={t("finance.showAs", { name: title })}
            value={way}
            options={WAYS.map((one) => ({ value: one, label: t(NAMES[one]) }))}
            onChoose={setWay}
          />
        </>
      }
    >
      {way === "chart" ? (
        <div className="px-4 py-4 md:px-6">
          {chart}
          {tip && (
            <Text size="xsmall" className="text-ui-fg-muted pt-3 print:hidden">
              {tip}
            </Text>
          )}
        </div>
      ) : (
        table
      )}
      {foot}
    </Section>
  )
}

/** A choice of few that all stand side by side; never printed. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  label: string
  value: T
  options: Array<{ value: T; label: string }>
  onChoose: (value: T) => void
}) {
  return (
    <div
      role="group"
      aria-label={label}
      className="bg-ui-bg-subtle flex flex-wrap gap-0.5 rounded-lg p-0.5 print:hidden"
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
          className={clx(
            "txt-compact-small-plus rounded-md px-2.5 py-1 outline-none transition-colors",
            "focus-visible:shadow-borders-interactive-with-focus",
            option.value === value
              ? "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest"
              : "text-ui-fg-subtle hover:text-ui-fg-base"
          )}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
