import { FormEvent, useState } from "react"
import { Button, Label, Switch, Text } from "@medusajs/ui"
import { TextField } from "../../../components/field"
import { Section } from "../../../components/page"
import { Shown } from "../../../components/states"
import { api } from "../../../lib/api"
import { useAct, useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Role, ROLES } from "../../../../modules/company/lib/permissions"
import { isLimit, isOwner, limitsOf, typedLimits } from "../lib/limits"
import { Policy } from "../lib/types"

const PATH = "/merchant/expense-policy"

/** Whether expenses have to be approved, and up to what amount each role decides by itself. */
export function PolicySection() {
  const { t } = useText()
  const read = useApi<{ expense_policy: Policy }>(PATH)
  return (
    <Section title={t("expenses.policy.title")} hint={t("expenses.policy.hint")}>
      <Shown read={read}>{({ expense_policy }) => <PolicyForm policy={expense_policy} />}</Shown>
    </Section>
  )
}

function PolicyForm({ policy }: { policy: Policy }) {
  const { t } = useText()
  const [isOn, setOn] = useState(policy.requires_approval)
  const [typed, setTyped] = useState(() => typedLimits(policy))
  const save = useAct(
    () => api.post(PATH, { requires_approval: isOn, limits: limitsOf(typed) }),
    t("words.saved")
  )
  const isRight = Object.values(typed).every(isLimit)
  const isChanged =
    isOn !== policy.requires_approval || JSON.stringify(typed) !== JSON.stringify(typedLimits(policy))
  const send = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-y-5" aria-label={t("expenses.policy.title")}>
      <div className="flex flex-col gap-y-1">
        <div className="flex items-center gap-x-3">
          <Switch id="requires-approval" checked={isOn} onCheckedChange={setOn} />
          <Label htmlFor="requires-approval" size="small" weight="plus">
            {t("expenses.policy.on")}
          </Label>
        </div>
        {!isOn && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("expenses.policy.off")}
          </Text>
        )}
      </div>
      {isOn && (
        <fieldset className="flex flex-col gap-y-3">
          <legend className="txt-small-plus pb-3">{t("expenses.policy.limits")}</legend>
          <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
            {policy.roles.map(({ role, name }) => (
              <Limit
                key={role}
                role={role}
                name={name}
                typed={typed[role] ?? ""}
                onText={(text) => setTyped((now) => ({ ...now, [role]: text }))}
              />
            ))}
          </div>
        </fieldset>
      )}
      <div>
        <Button type="submit" size="small" disabled={!isRight || !isChanged} isLoading={save.isPending}>
          {t("words.save")}
        </Button>
      </div>
    </form>
  )
}

const isStandard = (role: string): role is Role => (ROLES as readonly string[]).includes(role)

function Limit({
  role,
  name,
  typed,
  onText,
}: {
  role: string
  name: string
  typed: string
  onText: (text: string) => void
}) {
  const { t } = useText()
  return (
    <TextField
      size="small"
      inputMode="decimal"
      label={t("expenses.policy.limitOf", { role: isStandard(role) ? t(`shell.roles.${role}`) : name })}
      placeholder={isOwner(role) ? t("expenses.policy.noLimit") : "0"}
      hint={t(isOwner(role) ? "expenses.policy.limitHint" : "expenses.policy.limitHintOther")}
      error={isLimit(typed) ? undefined : t("expenses.policy.wrong")}
      value={typed}
      onText={onText}
    />
  )
}
