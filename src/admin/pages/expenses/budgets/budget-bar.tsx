import { clx } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { Level } from "../lib/types"

const COLORS = {
  ok: "bg-ui-tag-green-icon",
  "80": "bg-ui-tag-orange-icon",
  "100": "bg-ui-tag-red-icon",
} as const satisfies Record<Level, string>

/** How much of a budget is gone: its length, its colour, and the number for those who see neither. */
export function BudgetBar({ label, percent, level }: { label: string; percent: number; level: Level }) {
  const { percent: say } = useText()
  const whole = Math.floor(percent)
  return (
    <div className="flex items-center gap-x-3">
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(whole, 100)}
        aria-valuetext={say(whole)}
        className="bg-ui-bg-component-hover h-3 min-w-0 flex-1 overflow-hidden rounded-full"
      >
        <div
          className={clx("h-full rounded-full transition-all", COLORS[level])}
          style={{ width: `${Math.min(100, Math.max(percent, percent > 0 ? 1 : 0))}%` }}
        />
      </div>
      <span
        className={clx("txt-small-plus w-16 text-end tabular-nums", {
          "text-ui-tag-red-text": level === "100",
          "text-ui-tag-orange-text": level === "80",
        })}
      >
        {say(whole)}
      </span>
    </div>
  )
}
