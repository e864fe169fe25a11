import { useEffect } from "react"
import { Text } from "@medusajs/ui"
import { DataList, type Column } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Shown } from "../../../components/states"
import { StatePill } from "../../../components/state-pill"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { useDesk } from "../hooks/use-desk"
import type { Movement, Shift } from "../lib/types"
import { CashForm, CloseForm } from "../parts/shift-forms"
import { ShiftFacts, Difference } from "../parts/shift-facts"

/** The drawer of the open shift, cash in and out of it, its end, and the shifts before. */
export function ShiftView({ onClosed }: { onClosed: (shift: Shift) => void }) {
  const { t } = useText()
  const { isOnline, shift } = useDesk()
  const { reload } = shift
  useEffect(() => void reload(), [reload])
  if (!shift.shift) {
    return null
  }
  return (
    <div className="grid gap-3 lg:grid-cols-2 lg:items-start">
      <Section title={t("pos.shift")} hint={isOnline ? undefined : t("pos.needsLink")}>
        <ShiftFacts shift={shift.shift} />
      </Section>
      <div className="flex flex-col gap-3">
        <Section title={t("pos.cashInOut")}>
          <CashForm shift={shift.shift} onDone={reload} />
          <Movements id={shift.shift.id} />
        </Section>
        <Section title={t("pos.closeShift")} hint={t("pos.closeShiftHint")}>
          <CloseForm shift={shift.shift} onDone={onClosed} />
        </Section>
      </div>
      <div className="lg:col-span-2">
        <PastShifts />
      </div>
    </div>
  )
}

function Movements({ id }: { id: string }) {
  const { t, money, dateTime } = useText()
  const { data } = useApi<{ shift: Shift & { movements: Movement[] } }>(`/merchant/pos/shifts/${id}`)
  return (
    <ul className="flex flex-col gap-1 pt-3">
      {data?.shift.movements.map((one) => (
        <li key={one.id} className="flex justify-between gap-3">
          <Text size="small" className="text-ui-fg-subtle min-w-0 break-words">
            {dateTime(one.created_at)} · {one.kind === "manual" ? one.note : t("pos.droppedSale")}
          </Text>
          <Text size="small" weight="plus" className="whitespace-nowrap tabular-nums">
            {one.amount > 0 && "+"}
            {money(one.amount)}
          </Text>
        </li>
      ))}
    </ul>
  )
}

function PastShifts() {
  const { t, money, dateTime } = useText()
  const read = useApi<{ shifts: Shift[] }>("/merchant/pos/shifts", { limit: 10 })
  const columns: Array<Column<Shift>> = [
    { key: "opened", title: t("pos.openedAt"), value: ({ opened_at }) => dateTime(opened_at) },
    {
      key: "closed",
      title: t("pos.closedAt"),
      value: ({ closed_at }) => (closed_at ? dateTime(closed_at) : "—"),
    },
    { key: "who", title: t("pos.cashier"), value: ({ member_name }) => member_name },
    {
      key: "sales",
      title: t("pos.salesTotal"),
      value: ({ sales_total }) => money(sales_total),
      align: "end",
    },
    {
      key: "difference",
      title: t("pos.difference"),
      value: (shift) => <Difference value={shift.difference} />,
      align: "end",
    },
    {
      key: "status",
      title: t("words.status"),
      value: ({ status }) => <StatePill state={status} label={t(`pos.shiftStatus.${status}`)} />,
    },
  ]
  return (
    <Section title={t("pos.shifts")} padded={false}>
      <Shown read={read} rows={3}>
        {({ shifts }) => (
          <DataList rows={shifts} columns={columns} idOf={({ id }) => id} label={t("pos.shifts")} />
        )}
      </Shown>
    </Section>
  )
}
