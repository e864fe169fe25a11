import { useEffect, useRef } from "react"

/** What a key does; false: nothing, and the browser may have it. */
export type Keys = Partial<Record<string, (event: KeyboardEvent) => void | false>>

/** `Alt+KeyS` for letters (whatever alphabet the keyboard has), else the name of the key. */
const nameOfKey = (event: KeyboardEvent) => (event.altKey ? `Alt+${event.code}` : event.key)

/** Whether a window stands over the page; it has keys of its own. */
export const isWindowOpen = (): boolean => document.querySelector("dialog[open], [role=alertdialog]") !== null

/** Keys of the page, or of a window. @param isOn asked at every key: whether they are heard now */
export function useKeys(keys: Keys, isOn: () => boolean = () => true): void {
  const latest = useRef({ keys, isOn })
  useEffect(() => {
    latest.current = { keys, isOn }
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const act = latest.current.isOn() && !event.defaultPrevented && latest.current.keys[nameOfKey(event)]
      if (act && !event.ctrlKey && !event.metaKey && act(event) !== false) {
        event.preventDefault()
      }
    }
    window.addEventListener("keydown", hear)
    return () => window.removeEventListener("keydown", hear)
  }, [])
}
