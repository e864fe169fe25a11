import { useApi } from "../../../lib/query"
import { Policy } from "./types"

/** Whether the company approves its expenses at all; where it does not, the pages need not speak of it. */
export function useApproval(): boolean {
  const { data } = useApi<{ expense_policy: Policy }>("/merchant/expense-policy")
  return data?.expense_policy.requires_approval ?? false
}
