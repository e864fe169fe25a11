import { clx, Hint, Text } from "@medusajs/ui"

/** Any number of a few, each on or off by one press. */
export function Toggles<Value extends string | number>({
  label,
  hint,
  items,
  columns,
}: {
  label: string
  hint?: string
  items: Array<{ value: Value; label: string; title?: string; isOn: boolean; onToggle: () => void }>
  /** Equal columns; without them every item is as wide as its word. */
  columns?: string
}) {
  return (
    <div className="flex flex-col gap-y-1.5" role="group" aria-label={label}>
      <Text size="small" weight="plus">
        {label}
      </Text>
      <div className={columns ? clx("grid gap-1.5", columns) : "flex flex-wrap gap-1.5"}>
        {items.map(({ value, label: text, title, isOn, onToggle }) => (
          <button
            key={value}
            type="button"
            aria-pressed={isOn}
            aria-label={title}
            onClick={onToggle}
            className={clx(
              "txt-compact-small rounded-md border px-2.5 py-1.5 outline-none transition-colors",
              "focus-visible:shadow-borders-interactive-with-focus",
              isOn
                ? "border-ui-border-interactive bg-ui-bg-highlight text-ui-fg-base"
                : "border-ui-border-base bg-ui-bg-base text-ui-fg-subtle hover:bg-ui-bg-base-hover"
            )}
          >
            {text}
          </button>
        ))}
      </div>
      {hint && <Hint>{hint}</Hint>}
    </div>
  )
}
