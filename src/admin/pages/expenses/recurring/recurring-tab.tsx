import { useState } from "react"
import { Button } from "@medusajs/ui"
import { Pager } from "../../../components/pager"
import { Section } from "../../../components/page"
import { Empty, Shown } from "../../../components/states"
import { useApi } from "../../../lib/query"
import { useCompany } from "../../../lib/company"
import { useText } from "../../../lib/text"
import { Recurring } from "../lib/types"
import { RecurringCard } from "./recurring-card"
import { RecurringDrawer } from "./recurring-drawer"

const LIMIT = 20
type Answer = { recurring_expenses: Recurring[]; count: number }

/** Expenses that come back by themselves; those that wait to be decided stand first. */
export function RecurringTab() {
  const { t } = useText()
  const { can } = useCompany()
  const [editing, setEditing] = useState<Recurring | "new" | null>(null)
  const [offset, setOffset] = useState(0)
  const read = useApi<Answer>("/merchant/recurring-expenses", { limit: LIMIT, offset })
  const isManager = can("expense:manage")
  const add = isManager && (
    <Button size="small" onClick={() => setEditing("new")}>
      {t("expenses.recurring.add")}
    </Button>
  )
  return (
    <Section
      title={t("expenses.recurring.title")}
      hint={t("expenses.recurring.hint")}
      padded={false}
      actions={add}
    >
      <Shown read={read}>
        {({ recurring_expenses: rows, count }) => (
          <>
            {rows.length === 0 && (
              <Empty text={t("expenses.recurring.empty")} hint={t("expenses.recurring.emptyHint")} />
            )}
            <ul className="divide-y" aria-label={t("expenses.recurring.title")}>
              {[...rows]
                .sort((a, b) => Number(b.status === "submitted") - Number(a.status === "submitted"))
                .map((recurring) => (
                  <RecurringCard
                    key={recurring.id}
                    recurring={recurring}
                    isChangeable={isManager}
                    onEdit={() => setEditing(recurring)}
                  />
                ))}
            </ul>
            <Pager count={count} offset={offset} limit={LIMIT} onMove={setOffset} />
          </>
        )}
      </Shown>
      {editing && (
        <RecurringDrawer recurring={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  )
}
