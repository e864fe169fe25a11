import { useEffect } from "react"
import { useBlocker } from "react-router-dom"
import { useText } from "../../../lib/text"

/**
 * Asks before something is lost.
 * @param losesOnClose while the tab must not be closed
 * @param losesOnMove while another page of the dashboard must not be opened
 */
export function useLeaving(losesOnClose: boolean, losesOnMove: boolean): void {
  const { t } = useText()
  useBlocker(
    ({ currentLocation, nextLocation }) =>
      losesOnMove &&
      currentLocation.pathname !== nextLocation.pathname &&
      !window.confirm(t("expenses.sent.leave"))
  )
  useEffect(() => {
    if (!losesOnClose) {
      return
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [losesOnClose])
}
