import { ReactNode, useEffect, useState } from "react"
import { Input } from "@medusajs/ui"

/** Filters above a list: side by side on a screen, below one another on a telephone. */
export function FilterBar({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2 px-4 py-3 md:flex-row md:flex-wrap md:items-center md:px-6">
      {children}
    </div>
  )
}

/** One place in the bar. */
export function FilterItem({ isWide, children }: { isWide?: boolean; children: ReactNode }) {
  return <div className={isWide ? "w-full md:w-72" : "w-full md:w-48"}>{children}</div>
}

/** How long somebody may pause while typing. */
const PAUSE_MS = 350

/** A search line that asks when the typing pauses. */
export function SearchLine({
  label,
  value,
  type = "search",
  onSearch,
}: {
  label: string
  value: string
  type?: "search" | "text" | "date"
  onSearch: (text: string) => void
}) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) {
      return
    }
    const timer = setTimeout(() => onSearch(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
    // Only typing counts: a new `onSearch` is the same deed.
  }, [text])
  const input = (
    <Input
      size="small"
      type={type}
      aria-label={label}
      title={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
  if (type !== "date") {
    return input
  }
  // An empty date says nothing of which of the two it is.
  return (
    <div className="flex items-center gap-2">
      <span className="txt-small text-ui-fg-subtle w-20 shrink-0 md:w-auto" aria-hidden>
        {label}
      </span>
      <div className="min-w-0 flex-1">{input}</div>
    </div>
  )
}
