import { useSyncExternalStore } from "react"

const WIDE = "(min-width: 1024px)"

function subscribe(onChange: () => void) {
  const media = window.matchMedia(WIDE)
  media.addEventListener("change", onChange)
  return () => media.removeEventListener("change", onChange)
}

/** Whether a table fits the screen. Only one of table and cards is made, since both hold fields that take the focus. */
export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches)
