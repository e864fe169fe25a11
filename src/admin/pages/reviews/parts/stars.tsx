import { clx } from "@medusajs/ui"
import { StarSolid } from "@medusajs/icons"
import { useText } from "../../../lib/text"
import { fills } from "../lib/rating"

/** Five stars, filled as far as the value goes; said in words to those who listen. */
export function Stars({ value, isBig }: { value: number; isBig?: boolean }) {
  const { t, number } = useText()
  return (
    <span
      role="img"
      aria-label={t("reviews.stars", { n: number(value), count: value })}
      className="inline-flex shrink-0 gap-x-0.5"
    >
      {fills(value).map((fill, index) => (
        <span key={index} className={clx("relative inline-block", isBig ? "size-6" : "size-4")}>
          <StarSolid className="text-ui-fg-disabled absolute inset-0 size-full" />
          <span className="absolute inset-y-0 start-0 overflow-hidden" style={{ width: `${fill}%` }}>
            <StarSolid className={clx("text-ui-tag-orange-icon", isBig ? "size-6" : "size-4")} />
          </span>
        </span>
      ))}
    </span>
  )
}
