import { clx, Text } from "@medusajs/ui"
import { useText } from "../../lib/text"
import { Totals } from "./lib/types"

/** Everything that the filters let through, added up; profit for those who may see it. */
export function TotalsStrip({ totals }: { totals: Totals }) {
  const { t, money, number } = useText()
  const cells = [
    { key: "sales", value: money(totals.sales) },
    { key: "refunds", value: money(-Math.abs(totals.refunds)), isRed: totals.refunds !== 0 },
    { key: "net", value: money(totals.net), isMain: true },
    ...(totals.profit === undefined ? [] : [{ key: "profit" as const, value: money(totals.profit) }]),
    { key: "count", value: number(totals.count) },
  ] as const
  return (
    <dl
      aria-label={t("sales.totals")}
      className="bg-ui-bg-subtle grid grid-cols-2 gap-x-6 gap-y-3 border-y px-4 py-3 md:flex md:flex-wrap md:gap-x-10 md:px-6"
    >
      {cells.map((cell) => (
        <div key={cell.key}>
          <dt>
            <Text size="xsmall" className="text-ui-fg-muted">
              {t(`sales.total.${cell.key}`)}
            </Text>
          </dt>
          <dd
            className={clx("tabular-nums", "isMain" in cell ? "txt-large-plus" : "txt-small-plus", {
              "text-ui-fg-error": "isRed" in cell && cell.isRed,
            })}
          >
            {cell.value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
