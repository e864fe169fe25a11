import { Input, Text } from "@medusajs/ui"
import { useText } from "../../lib/text"

/** Two days, each of which may be left open. */
export function DayRange({
  from,
  to,
  onChange,
}: {
  from: string
  to: string
  onChange: (range: { from?: string; to?: string }) => void
}) {
  const { t } = useText()
  return (
    <div className="flex w-full items-center gap-x-2 md:w-auto">
      <Input
        type="date"
        size="small"
        aria-label={t("words.from")}
        value={from}
        max={to || undefined}
        onChange={(event) => onChange({ from: event.target.value })}
      />
      <Text size="small" className="text-ui-fg-muted" aria-hidden>
        {"–"}
      </Text>
      <Input
        type="date"
        size="small"
        aria-label={t("words.to")}
        value={to}
        min={from || undefined}
        onChange={(event) => onChange({ to: event.target.value })}
      />
    </div>
  )
}
