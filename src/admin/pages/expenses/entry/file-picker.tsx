import { ChangeEvent, useRef } from "react"
import { Button, IconButton, Text } from "@medusajs/ui"
import { Camera, PaperClip, XMarkMini } from "@medusajs/icons"
import { useText } from "../../../lib/text"
import { ACCEPT } from "../lib/files"

type Props = { isBusy?: boolean; onFiles: (files: File[]) => void }

/** Files by a button, and on a telephone straight from the camera. */
export function FilePicker({ isBusy, onFiles }: Props) {
  const { t } = useText()
  return (
    <>
      <Pick label={t("expenses.entry.attach")} isBusy={isBusy} onFiles={onFiles} icon={<PaperClip />} />
      <span className="md:hidden">
        <Pick
          label={t("expenses.entry.camera")}
          isBusy={isBusy}
          onFiles={onFiles}
          icon={<Camera />}
          isCamera
        />
      </span>
    </>
  )
}

function Pick({
  label,
  icon,
  isCamera,
  isBusy,
  onFiles,
}: Props & { label: string; icon: React.ReactNode; isCamera?: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    // The same file can be chosen again after it was taken away.
    event.target.value = ""
  }
  return (
    <>
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={isBusy}
        isLoading={isBusy && !isCamera}
        onClick={() => input.current?.click()}
      >
        {icon}
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!isCamera}
        accept={isCamera ? "image/*" : ACCEPT}
        capture={isCamera ? "environment" : undefined}
        aria-label={label}
        onChange={take}
      />
    </>
  )
}

/** Files that were chosen and not sent yet. */
export function PickedFiles({ files, onRemove }: { files: File[]; onRemove: (index: number) => void }) {
  const { t } = useText()
  return files.map((file, index) => (
    <span
      key={`${file.name}${index}`}
      className="bg-ui-bg-component border-ui-border-base flex max-w-full items-center gap-x-1 rounded-md border py-0.5 pe-0.5 ps-2"
    >
      <Text size="small" className="max-w-48 truncate">
        {file.name}
      </Text>
      <IconButton
        type="button"
        size="2xsmall"
        variant="transparent"
        aria-label={t("expenses.entry.remove", { name: file.name })}
        onClick={() => onRemove(index)}
      >
        <XMarkMini />
      </IconButton>
    </span>
  ))
}
