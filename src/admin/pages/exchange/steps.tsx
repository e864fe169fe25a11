import { clx, Text } from "@medusajs/ui"
import { CheckCircleSolid } from "@medusajs/icons"
import { useText } from "../../lib/text"
import { Import } from "./lib/types"

const STEPS = ["file", "columns", "applying", "result"] as const

/** Which step of the way an import is at, from 0. */
const AT: Record<Import["status"], number> = {
  uploaded: 1,
  checked: 1,
  applying: 2,
  done: 4,
  failed: 3,
  canceled: 3,
}

/** The way of an import and how far it is. */
export function Steps({ status }: { status: Import["status"] }) {
  const { t } = useText()
  const at = AT[status]
  return (
    <ol className="grid grid-cols-4 gap-2 px-1" aria-label={t("exchange.steps")}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? "step" : undefined}
          className={clx(
            "flex min-w-0 items-center gap-x-1 border-t-2 pt-2",
            index <= at ? "border-ui-border-interactive" : "border-ui-border-base"
          )}
        >
          {index < at && <CheckCircleSolid className="text-ui-fg-interactive hidden shrink-0 sm:block" />}
          <Text
            size="small"
            weight={index === at ? "plus" : "regular"}
            className={clx("truncate", { "text-ui-fg-muted": index > at })}
          >
            {t(`exchange.step.${step}`)}
          </Text>
        </li>
      ))}
    </ol>
  )
}
