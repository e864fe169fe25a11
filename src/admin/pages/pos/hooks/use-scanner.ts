import { useEffect, useRef } from "react"
import { noBurst, scanned, typedInto } from "../lib/burst"

const isField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Takes what a scanner has typed out of the field that happened to have the focus. */
function takeBack(field: HTMLInputElement | HTMLTextAreaElement, code: string): void {
  if (field.value.endsWith(code)) {
    const prototype =
      field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
    // React hears only what is set past its own setter.
    Object.getOwnPropertyDescriptor(prototype, "value")!.set!.call(field, field.value.slice(0, -code.length))
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }
}

/** Hears a scanner wherever the focus is, except in the scan field itself (`data-scan`), which reads it as any text. */
export function useScanner(onScan: (code: string) => void): void {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    let burst = noBurst
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
        burst = noBurst
      } else if (event.key.length === 1) {
        burst = typedInto(burst, event.key, event.timeStamp)
      } else if (event.key === "Enter") {
        const code = scanned(burst, event.timeStamp)
        const { target } = event
        burst = noBurst
        if (code && !(target instanceof HTMLElement && target.dataset.scan !== undefined)) {
          event.preventDefault()
          event.stopPropagation()
          if (isField(target)) {
            takeBack(target, code)
          }
          latest.current(code)
        }
      }
    }
    window.addEventListener("keydown", hear, true)
    return () => window.removeEventListener("keydown", hear, true)
  }, [])
}
