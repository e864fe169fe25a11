import { Table } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import type { ResultDay } from "../lib/types"

/** The same days as figures, the latest first; days without any are left out. */
export function DayTable({ days }: { days: ResultDay[] }) {
  const { t, date, money, number } = useText()
  const told = days.filter(
    ({ impressions, clicks, spent, orders }) => impressions || clicks || spent || orders
  )
  const heads = ["impressions", "clicks", "spent", "orders"] as const
  return (
    <div className="border-ui-border-base max-h-[280px] overflow-auto rounded-lg border">
      <Table aria-label={t("ads.results.table")}>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell className="!ps-3">{t("ads.results.day")}</Table.HeaderCell>
            {heads.map((head) => (
              <Table.HeaderCell key={head} className="!px-2 text-end">
                {t(`ads.results.${head}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {told.reverse().map(({ day, impressions, clicks, spent, orders }) => (
            <Table.Row key={day}>
              <Table.Cell className="whitespace-nowrap !ps-3">{date(`${day}T12:00:00Z`)}</Table.Cell>
              <Table.Cell className="!px-2 text-end tabular-nums">{number(impressions)}</Table.Cell>
              <Table.Cell className="!px-2 text-end tabular-nums">{number(clicks)}</Table.Cell>
              <Table.Cell className="whitespace-nowrap !px-2 text-end tabular-nums">
                {money(spent)}
              </Table.Cell>
              <Table.Cell className="!px-2 text-end tabular-nums">{number(orders)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
