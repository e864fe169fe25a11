import { useEffect } from "react"
import { useNavigate, useSearchParams } from "react-router-dom"
import { useMe } from "../lib/company"
import { afterGate, remember } from "../lib/gate"
import { Failed, Loading } from "./states"

/** Leads a person who has just signed in to the page they wanted, or to the one that is theirs. */
export function Gate() {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const { data: me, error, refetch } = useMe()
  useEffect(() => {
    if (me) {
      remember(me)
      navigate(afterGate(params.get("to") ?? "/", me), { replace: true })
    }
  }, [me, params, navigate])
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading rows={3} />
}
