import { Button, Text } from "@medusajs/ui"
import { useText } from "../lib/text"

/** Previous, next, and where one is; nothing when all rows are on the page. */
export function Pager({
  count,
  offset,
  limit,
  onMove,
}: {
  count: number
  offset: number
  limit: number
  onMove: (offset: number) => void
}) {
  const { t, number } = useText()
  if (count <= limit && offset === 0) {
    return null
  }
  const last = Math.min(offset + limit, count)
  return (
    <nav className="flex items-center justify-between gap-2 px-4 py-3 md:px-6">
      <Text size="small" className="text-ui-fg-subtle">
        {t("words.range", { from: number(offset + 1), to: number(last), count: number(count) })}
      </Text>
      <div className="flex gap-2">
        <Button
          size="small"
          variant="secondary"
          disabled={offset === 0}
          onClick={() => onMove(Math.max(0, offset - limit))}
        >
          {t("words.previous")}
        </Button>
        <Button
          size="small"
          variant="secondary"
          disabled={last >= count}
          onClick={() => onMove(offset + limit)}
        >
          {t("words.next")}
        </Button>
      </div>
    </nav>
  )
}
