import { useEffect, useSyncExternalStore } from "react"
import { Badge, Text } from "@medusajs/ui"
import { ArrowUpMini } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useText } from "../lib/text"
import { onUnsent, unsentSales } from "../lib/unsent"

/** How many sales this device still has to send, of whatever company. */
export const useUnsent = (): number => useSyncExternalStore(onUnsent, unsentSales)

/** Asks whoever is about to leave unsent sales behind. */
export function useMayLeave(): () => boolean {
  const { t } = useText()
  return () => {
    const count = unsentSales()
    return count === 0 || window.confirm(t("pos.queue.leave", { count }))
  }
}

/**
 * In the top bar of every page: unsent sales, and the question before signing out. The dashboard's own menu offers no way
 * in, so the click on its entry is heard before it hears it itself.
 */
export function UnsentSales() {
  const { t } = useText()
  const { t: shell } = useTranslation()
  const count = useUnsent()
  const mayLeave = useMayLeave()
  const logout = shell("app.menus.actions.logout")
  useEffect(() => {
    const ask = (event: Event) => {
      const item = event.target instanceof Element ? event.target.closest('[role="menuitem"]') : null
      if (item?.textContent?.trim() === logout && !mayLeave()) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    document.addEventListener("click", ask, true)
    return () => document.removeEventListener("click", ask, true)
  })
  if (count === 0) {
    return null
  }
  const label = t("pos.queue.badge", { count })
  return (
    <Link to="/shop/pos" title={t("pos.queue.title")} aria-label={label} className="whitespace-nowrap">
      <Badge color="orange" size="small">
        <span className="hidden md:inline">{label}</span>
        <span className="flex items-center gap-1 md:hidden">
          <ArrowUpMini />
          {count}
        </span>
      </Badge>
    </Link>
  )
}

/** On the sign-in page: this device has sales that only their cashier can send. */
export function UnsentNotice() {
  const { t } = useText()
  const count = useUnsent()
  return count === 0 ? null : (
    <Text size="small" role="status" className="text-ui-tag-orange-text mb-4 max-w-[280px] text-center">
      {t("pos.queue.atSignIn", { count })}
    </Text>
  )
}
