import { ReactNode, useEffect } from "react"
import { clx, Container, Heading, Text } from "@medusajs/ui"

/** The frame of a page: its title, what can be done, and below it sections. Sets the title of the tab too. */
export function Page({
  title,
  hint,
  actions,
  children,
}: {
  title: string
  hint?: string
  actions?: ReactNode
  children: ReactNode
}) {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="flex w-full min-w-0 flex-col gap-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3 px-1 py-2">
        <div className="min-w-0">
          <Heading level="h1">{title}</Heading>
          {hint && (
            <Text size="small" className="text-ui-fg-subtle">
              {hint}
            </Text>
          )}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

/** A white box of a page, with a heading of its own when it has one. */
export function Section({
  title,
  hint,
  actions,
  padded = true,
  children,
}: {
  title?: string
  hint?: string
  actions?: ReactNode
  padded?: boolean
  children: ReactNode
}) {
  return (
    <Container className="divide-y overflow-hidden p-0">
      {(title || actions) && (
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 md:px-6 md:py-4">
          <div>
            {title && <Heading level="h2">{title}</Heading>}
            {hint && (
              <Text size="small" className="text-ui-fg-subtle">
                {hint}
              </Text>
            )}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      )}
      <div className={clx({ "px-4 py-4 md:px-6": padded })}>{children}</div>
    </Container>
  )
}

/** A labelled fact: "Phone: +998…". */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-2 gap-2 py-2">
      <Text size="small" weight="plus" className="text-ui-fg-subtle">
        {label}
      </Text>
      <div className="txt-small text-ui-fg-base min-w-0 break-words text-end md:text-start">{children}</div>
    </div>
  )
}
