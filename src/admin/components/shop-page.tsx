import { ReactNode, Suspense, useMemo } from "react"
import { Alert, Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { SHOP_PAGES, ShopPage as Name } from "../../lib/admin-pages"
import { CompanyContext, membershipOf, useMe } from "../lib/company"
import { useText } from "../lib/text"
import { Failed, Loading, Notice } from "./states"

/**
 * What stands around every page of a company: who is signed in, which company, whether they may open it. A page that is
 * not theirs says so plainly and makes no call. The server decides by itself; this only spares people its refusals.
 */
export function ShopPage({ name, children }: { name: Name; children: ReactNode }) {
  const { t } = useText()
  const { data: me, error, refetch } = useMe()
  const membership = membershipOf(me)
  const company = useMemo(
    () =>
      me && membership
        ? {
            id: membership.company_id,
            name: membership.company.name,
            me,
            membership,
            can: (permission: (typeof membership.permissions)[number]) =>
              membership.permissions.includes(permission),
          }
        : null,
    [me, membership]
  )
  if (!me) {
    // A later read that fails takes no page away: the cash desk goes on while the server is out of reach.
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  }
  if (!company) {
    return <Notice title={t("shell.noCompanyTitle")} text={t("shell.noCompanyText")} />
  }
  if (!company.can(SHOP_PAGES[name])) {
    return (
      <Notice title={t("shell.noPermissionTitle")} text={t("shell.noPermissionText")}>
        <Button size="small" variant="secondary" asChild>
          <Link to="/shop/home">{t("shell.goHome")}</Link>
        </Button>
      </Notice>
    )
  }
  const { status } = company.membership.company
  return (
    <CompanyContext.Provider value={company}>
      {status !== "active" && (
        <Alert variant="warning" className="mb-2">
          {t(`shell.${status}`)}
        </Alert>
      )}
      <Suspense key={company.id} fallback={<Loading />}>
        {children}
      </Suspense>
    </CompanyContext.Provider>
  )
}
