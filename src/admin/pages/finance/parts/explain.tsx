import { ReactNode } from "react"
import { IconButton, Popover, Text } from "@medusajs/ui"
import { QuestionMarkCircle } from "@medusajs/icons"
import { useText } from "../../../lib/text"

/** A question mark beside a figure: what it is, and by which rule it is worked out. Opens by finger and by key. */
export function Explain({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useText()
  return (
    <Popover>
      <Popover.Trigger asChild>
        <IconButton
          size="2xsmall"
          variant="transparent"
          aria-label={t("finance.whatIs", { name })}
          className="align-middle print:hidden"
        >
          <QuestionMarkCircle className="text-ui-fg-muted" />
        </IconButton>
      </Popover.Trigger>
      <Popover.Content collisionPadding={12} className="w-80 max-w-[calc(100vw-24px)] p-4">
        <Text size="small" weight="plus">
          {name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle mt-1">
          {children}
        </Text>
      </Popover.Content>
    </Popover>
  )
}
