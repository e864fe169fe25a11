import { ReactNode, useEffect, useId, useRef } from "react"
import { clx, Heading, IconButton } from "@medusajs/ui"
import { XMark } from "@medusajs/icons"
import { useText } from "../../../lib/text"

/** A window over the cash desk; the browser's own dialog, which keeps the focus inside and hands it back. Esc closes it. */
export function Window({
  title,
  onClose,
  isWide,
  children,
}: {
  title: string
  onClose: () => void
  isWide?: boolean
  children: ReactNode
}) {
  const { t } = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const node = dialog.current!
    if (!node.open) {
      node.showModal()
      node.querySelector<HTMLElement>("[data-first]")?.focus()
    }
    return () => node.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className={clx(
        "bg-ui-bg-base text-ui-fg-base shadow-elevation-modal w-[calc(100vw-1rem)] rounded-xl p-0",
        "max-h-[calc(100dvh-1rem)] overflow-y-auto backdrop:bg-black/50",
        isWide ? "max-w-3xl" : "max-w-lg"
      )}
    >
      <div className="flex items-center justify-between gap-2 border-b px-4 py-3">
        <Heading level="h2" id={id}>
          {title}
        </Heading>
        <IconButton variant="transparent" aria-label={t("words.close")} onClick={onClose}>
          <XMark />
        </IconButton>
      </div>
      <div className="flex flex-col gap-y-4 p-4">{children}</div>
    </dialog>
  )
}
