import { useEffect, useRef } from "react"

const TYPED_IN = 'input, textarea, select, [role="combobox"]'
const OVER = '[role="dialog"], [role="alertdialog"], [role="listbox"]'

/** A key of the browser's, of a field, of what stands over the page, or an arrow among tabs. */
function isMeantOtherwise({ ctrlKey, metaKey, altKey, repeat, target, code }: KeyboardEvent): boolean {
  const own = target instanceof Element ? target : null
  return (
    ctrlKey ||
    metaKey ||
    altKey ||
    !!document.querySelector(OVER) ||
    !!own?.closest(TYPED_IN) ||
    // A key that is held moves on, and decides nothing.
    (code.startsWith("Arrow") ? !!own?.closest('[role="tab"]') : repeat)
  )
}

/**
 * Keys of a page, by their place on the keyboard: the same whether it writes Latin or Cyrillic. They are silent while
 * somebody types, and while something stands over the page.
 */
export function useKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const act = latest.current[event.code]
      if (act && !isMeantOtherwise(event)) {
        event.preventDefault()
        act()
      }
    }
    window.addEventListener("keydown", hear)
    return () => window.removeEventListener("keydown", hear)
  }, [])
}
