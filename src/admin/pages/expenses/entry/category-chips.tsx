import { KeyboardEvent, useRef } from "react"
import { clx } from "@medusajs/ui"
import { Key } from "../../pos/parts/key"

export type Chip = { value: string; label: string }

/** As many categories have a number of their own on the keyboard. */
export const NUMBERED = 9

/** The chip a step further, round and round. */
export function stepped(chips: Chip[], value: string, step: 1 | -1): string {
  const index = chips.findIndex((chip) => chip.value === value)
  const next = index < 0 ? (step > 0 ? 0 : chips.length - 1) : (index + step + chips.length) % chips.length
  return chips[next]?.value ?? ""
}

const STEPS: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Categories to press; one stop of the Tab key, with arrows and numbers inside. */
export function CategoryChips({
  label,
  chips,
  value,
  isWrong,
  onChoose,
}: {
  label: string
  chips: Chip[]
  value: string
  isWrong?: boolean
  onChoose: (value: string) => void
}) {
  const group = useRef<HTMLDivElement>(null)
  const focused = chips.some((chip) => chip.value === value) ? value : chips[0]?.value
  const onKeyDown = (event: KeyboardEvent) => {
    const number = /^[1-9]$/.test(event.key) && !event.altKey ? Number(event.key) : 0
    const next = STEPS[event.key]
      ? stepped(chips, value, STEPS[event.key])
      : (number && chips[number - 1]?.value) || ""
    if (next) {
      event.preventDefault()
      onChoose(next)
      group.current?.querySelector<HTMLElement>(`[data-value="${CSS.escape(next)}"]`)?.focus()
    }
  }
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      aria-invalid={isWrong}
      onKeyDown={onKeyDown}
      className="flex flex-wrap gap-1.5"
    >
      {chips.map((chip, index) => (
        <button
          key={chip.value}
          type="button"
          role="radio"
          data-value={chip.value}
          aria-checked={chip.value === value}
          aria-label={chip.label}
          tabIndex={chip.value === focused ? 0 : -1}
          onClick={() => onChoose(chip.value)}
          className={clx(
            "txt-compact-small-plus inline-flex min-h-8 items-center gap-x-2 rounded-full border px-3 py-1 outline-none transition-colors",
            "focus-visible:shadow-borders-interactive-with-focus",
            chip.value === value
              ? "bg-ui-bg-interactive border-transparent text-white"
              : isWrong
                ? "border-ui-border-error text-ui-fg-base bg-ui-bg-base"
                : "border-ui-border-base text-ui-fg-subtle bg-ui-bg-base hover:bg-ui-bg-base-hover"
          )}
        >
          {chip.label}
          {index < NUMBERED && <Key>{String(index + 1)}</Key>}
        </button>
      ))}
    </div>
  )
}
