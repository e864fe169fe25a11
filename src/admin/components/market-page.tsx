import { ReactNode, Suspense } from "react"
import { useMe } from "../lib/company"
import { Failed, Loading } from "./states"
import { NotYours } from "./not-yours"

/** What stands around every page of the operator; anybody else is told so plainly, and no call is made. */
export function MarketPage({ children }: { children: ReactNode }) {
  const { data: me, error, refetch } = useMe()
  if (error) {
    return <Failed error={error} onRetry={() => void refetch()} />
  }
  if (!me) {
    return <Loading />
  }
  return me.is_operator ? <Suspense fallback={<Loading />}>{children}</Suspense> : <NotYours />
}
