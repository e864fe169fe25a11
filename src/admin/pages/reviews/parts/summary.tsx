import { Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { Empty } from "../../../components/states"
import { useText } from "../../../lib/text"
import { barsOf } from "../lib/rating"
import { Summary } from "../lib/types"
import { Stars } from "./stars"

/** The shop's rating at a glance: the average, how many gave it, and how it is spread. */
export function RatingSummary({ summary }: { summary: Summary }) {
  const { t, number } = useText()
  const { average, count, follower_count: followers } = summary
  if (count === 0) {
    return (
      <Section title={t("reviews.summary.title")}>
        <Empty text={t("reviews.summary.none")} hint={t("reviews.summary.noneHint")}>
          <Followers count={followers} />
        </Empty>
      </Section>
    )
  }
  return (
    <Section title={t("reviews.summary.title")}>
      <div className="grid items-center gap-x-10 gap-y-5 sm:grid-cols-[auto_minmax(0,32rem)]">
        <div className="flex items-center gap-x-4 sm:flex-col sm:items-start sm:gap-y-2">
          <span className="text-ui-fg-base text-5xl font-medium tabular-nums leading-none">
            {number(average)}
          </span>
          <div className="flex flex-col gap-y-1">
            <Stars value={average} isBig />
            <Text size="small" className="text-ui-fg-subtle">
              {t("reviews.summary.ratings", { count, n: number(count) })}
            </Text>
            <Followers count={followers} />
          </div>
        </div>
        <Histogram summary={summary} />
      </div>
    </Section>
  )
}

function Followers({ count }: { count: number }) {
  const { t, number } = useText()
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {t("reviews.summary.followers", { count, n: number(count) })}
    </Text>
  )
}

function Histogram({ summary }: { summary: Summary }) {
  const { t, number, percent } = useText()
  return (
    <ul aria-label={t("reviews.summary.spread")} className="flex min-w-0 flex-col gap-y-1.5">
      {barsOf(summary).map(({ stars, count, share, size }) => (
        <li
          key={stars}
          aria-label={t("reviews.summary.row", { stars, n: number(count), percent: percent(share) })}
          className="grid grid-cols-[1rem_1fr_6rem] items-center gap-x-3"
        >
          <span aria-hidden className="txt-small text-ui-fg-subtle text-end tabular-nums">
            {stars}
          </span>
          <span aria-hidden className="bg-ui-bg-subtle-pressed h-3 overflow-hidden rounded-full">
            <span className="bg-ui-tag-orange-icon block h-full rounded-full" style={{ width: `${size}%` }} />
          </span>
          <span aria-hidden className="txt-small text-ui-fg-subtle text-end tabular-nums">
            {`${number(count)} · ${percent(share)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
