import { Select, Text } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "react-router-dom"
import { chooseCompany } from "../lib/api"
import { Me, membershipOf } from "../lib/company"
import { HOME } from "../lib/gate"
import { useText } from "../lib/text"
import { useMayLeave } from "./unsent-sales"

/** The name of the company in hand; a choice for whoever works in several. */
export function CompanyChoice({ me }: { me: Me }) {
  const { t } = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const mayLeave = useMayLeave()
  const membership = membershipOf(me)
  if (!membership) {
    return null
  }
  if (me.memberships.length === 1) {
    return (
      <Text size="small" weight="plus" className="hidden max-w-40 truncate md:block">
        {membership.company.name}
      </Text>
    )
  }
  const change = (id: string) => {
    if (!mayLeave()) {
      return
    }
    chooseCompany(id)
    void client.invalidateQueries({ queryKey: ["bozor-me"] })
    client.removeQueries({ queryKey: ["bozor"] })
    // The sidebar depends on the role in the company; it is the dashboard's own query.
    void client.invalidateQueries({ queryKey: ["layouts"] })
    navigate(HOME)
  }
  return (
    <Select size="small" value={membership.company_id} onValueChange={change}>
      <Select.Trigger aria-label={t("shell.chooseCompany")} className="w-auto max-w-32 md:max-w-48">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {me.memberships.map(({ company_id, company }) => (
          <Select.Item key={company_id} value={company_id}>
            {company.name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
