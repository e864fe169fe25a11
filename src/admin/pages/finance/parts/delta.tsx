import { clx } from "@medusajs/ui"
import { changeOf } from "../lib/change"
import { useWords } from "../use-words"

const ARROWS = { up: "▲", down: "▼", same: "=" } as const

/** Which way is welcome; "neither" for what follows the sales, such as their cost. */
export type Welcome = "up" | "down" | "neither"

/** How a figure stands against another period: an arrow and words; the colour only helps. */
export function Delta({
  now,
  before,
  welcome = "up",
  format,
}: {
  now: number
  before: number
  welcome?: Welcome
  format: (value: number) => string
}) {
  const { t, percent } = useWords()
  const { difference, percent: rate, direction } = changeOf(now, before)
  const size = rate === null ? format(Math.abs(difference)) : percent(Math.abs(rate))
  const words =
    direction === "same"
      ? t("finance.change.same")
      : before === 0
        ? t("finance.change.new")
        : t(`finance.change.${direction}`, { value: size })
  const isGood = welcome === direction
  return (
    <span
      className={clx("txt-small inline-flex flex-wrap gap-x-1", {
        "text-ui-tag-green-text": direction !== "same" && welcome !== "neither" && isGood,
        "text-ui-tag-red-text": direction !== "same" && welcome !== "neither" && !isGood,
        "text-ui-fg-subtle": direction === "same" || welcome === "neither",
      })}
    >
      <span>
        <span aria-hidden>{ARROWS[direction]}</span> {words}
      </span>
      {before !== 0 && (
        <span className="text-ui-fg-muted">{t("finance.change.was", { value: format(before) })}</span>
      )}
    </span>
  )
}
