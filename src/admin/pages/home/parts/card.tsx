import { ReactNode } from "react"
import { clx, Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

/** A figure with its name; a link when it leads somewhere. */
export function Card({
  label,
  value,
  note,
  to,
  isCalling,
}: {
  label: string
  value: ReactNode
  note?: ReactNode
  to?: string
  /** Something waits here for the reader. */
  isCalling?: boolean
}) {
  const inside = (
    <Container
      className={clx("grid h-full grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1 p-4 sm:grid-cols-1", {
        "hover:bg-ui-bg-base-hover transition-colors": !!to,
      })}
    >
      <Text size="small" className="text-ui-fg-subtle">
        {label}
      </Text>
      <div
        className={clx("txt-xlarge-plus row-span-2 text-end tabular-nums sm:row-span-1 sm:text-start", {
          "text-ui-tag-orange-text": isCalling,
          "text-ui-fg-base": !isCalling,
        })}
      >
        {value}
      </div>
      {note && (
        <Text size="small" className="text-ui-fg-muted">
          {note}
        </Text>
      )}
    </Container>
  )
  return to ? (
    <Link to={to} className="focus-visible:shadow-borders-interactive-with-focus rounded-lg outline-none">
      {inside}
    </Link>
  ) : (
    inside
  )
}
