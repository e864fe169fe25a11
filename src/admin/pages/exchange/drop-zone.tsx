import { DragEvent, useRef, useState } from "react"
import { Button, clx, Text } from "@medusajs/ui"
import { ArrowUpTray } from "@medusajs/icons"
import { useText } from "../../lib/text"

/** A place to drop a file on, with a button for those who do not drag. */
export function DropZone({
  isBusy,
  hint,
  onFile,
}: {
  isBusy: boolean
  /** What kinds of files, how large, and what happens then. */
  hint?: string
  onFile: (file: File) => void
}) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    if (files?.[0] && !isBusy) {
      onFile(files[0])
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className={clx(
        "flex flex-col items-center gap-y-3 rounded-lg border border-dashed px-4 py-8 text-center transition-colors",
        isOver
          ? "border-ui-border-interactive bg-ui-bg-highlight"
          : "border-ui-border-strong bg-ui-bg-component"
      )}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <ArrowUpTray className="text-ui-fg-subtle" />
      <Text weight="plus" className={clx({ "hidden md:block": !isBusy })}>
        {t(isBusy ? "exchange.reading" : "exchange.drop")}
      </Text>
      <Button size="small" isLoading={isBusy} onClick={() => input.current?.click()}>
        {t("exchange.choose")}
      </Button>
      <Text size="small" className="text-ui-fg-subtle max-w-md">
        {hint ?? t("exchange.dropHint")}
      </Text>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={t("exchange.choose")}
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          take(event.target.files)
          // The same file can be chosen again after it was mended.
          event.target.value = ""
        }}
      />
    </div>
  )
}
