import { ReactNode } from "react"
import { Button, Heading, Skeleton, Text } from "@medusajs/ui"
import { ExclamationCircle } from "@medusajs/icons"
import { useText } from "../lib/text"

/** Grey bars where rows will be. */
export function Loading({ rows = 5 }: { rows?: number }) {
  const { t } = useText()
  return (
    <div className="flex flex-col gap-y-3 p-6" role="status" aria-label={t("words.loading")}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} className="h-8 w-full rounded-md" />
      ))}
    </div>
  )
}

/** Nothing here, and what to do about it. */
export function Empty({ text, hint, children }: { text?: string; hint?: string; children?: ReactNode }) {
  const { t } = useText()
  return (
    <div className="flex flex-col items-center gap-y-3 px-6 py-12 text-center">
      <Text weight="plus" className="text-ui-fg-base">
        {text ?? t("words.empty")}
      </Text>
      {hint && (
        <Text size="small" className="text-ui-fg-subtle max-w-md">
          {hint}
        </Text>
      )}
      {children}
    </div>
  )
}

/** A read that failed, in plain words, with a way to try again. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t, explain } = useText()
  return (
    <div className="flex flex-col items-center gap-y-3 px-6 py-12 text-center" role="alert">
      <ExclamationCircle className="text-ui-fg-error" />
      <Text weight="plus">{t("words.failed")}</Text>
      <Text size="small" className="text-ui-fg-subtle max-w-md">
        {explain(error)}
      </Text>
      {onRetry && (
        <Button size="small" variant="secondary" onClick={onRetry}>
          {t("words.retry")}
        </Button>
      )}
    </div>
  )
}

/** A whole page that only says something. */
export function Notice({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-y-4 py-24 text-center">
      <Heading level="h1">{title}</Heading>
      <Text className="text-ui-fg-subtle">{text}</Text>
      {children}
    </div>
  )
}

type Read<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown }

/** The three states of a read around what it shows. */
export function Shown<T>({
  read,
  rows,
  children,
}: {
  read: Read<T>
  rows?: number
  children: (data: T) => ReactNode
}) {
  if (read.data !== undefined) {
    return <>{children(read.data)}</>
  }
  return read.error ? (
    <Failed error={read.error} onRetry={() => void read.refetch()} />
  ) : (
    <Loading rows={rows} />
  )
}
