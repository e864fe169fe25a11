import { ReactNode } from "react"
import { Drawer } from "@medusajs/ui"
import { useText } from "../../lib/text"

/** One row of a list, opened at the side; whole width on a telephone. */
export function DetailDrawer({
  title,
  hint,
  isOpen,
  onClose,
  footer,
  children,
}: {
  title: string
  hint?: string
  isOpen: boolean
  onClose: () => void
  footer?: ReactNode
  children: ReactNode
}) {
  const { t } = useText()
  return (
    <Drawer open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content className="max-md:inset-x-2 max-md:w-auto max-md:max-w-none md:!max-w-2xl">
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.Description className={hint ? "" : "sr-only"}>{hint ?? t("words.more")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex min-w-0 flex-col gap-y-4 overflow-y-auto">{children}</Drawer.Body>
        {footer && <Drawer.Footer className="flex-wrap">{footer}</Drawer.Footer>}
      </Drawer.Content>
    </Drawer>
  )
}

/** Something as it came, for whoever wants to see it all. */
export function Raw({ title, hint, value }: { title: string; hint?: string; value: unknown }) {
  if (value === null || value === undefined) {
    return null
  }
  return (
    <details className="border-ui-border-base rounded-lg border">
      <summary className="txt-compact-small-plus cursor-pointer px-3 py-2">
        {title}
        {hint && <span className="text-ui-fg-muted txt-small"> · {hint}</span>}
      </summary>
      <pre className="txt-small bg-ui-bg-subtle overflow-x-auto whitespace-pre-wrap break-all rounded-b-lg px-3 py-2">
        {JSON.stringify(value, null, 2)}
      </pre>
    </details>
  )
}
