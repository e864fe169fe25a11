import { DragEvent, useRef, useState } from "react"
import { Badge, Button, clx, IconButton, Text } from "@medusajs/ui"
import { ArrowLongLeft, ArrowLongRight, ArrowUpTray, Trash } from "@medusajs/icons"
import { useText } from "../../lib/text"
import { ACCEPT, MAX_PICTURES, moved } from "./lib/pictures"
import type { Image } from "./types"
import { useUploads } from "./use-uploads"

/** Pictures of goods: put in by hand or by dropping, put in order, taken away. The first is the one that lists show. */
export function Pictures({ images, onChange }: { images: Image[]; onChange: (images: Image[]) => void }) {
  const { t } = useText()
  // A dragged picture moves among the others; files dragged from outside come in.
  const [dragged, setDragged] = useState<number | null>(null)
  const { upload, progress, troubles } = useUploads(images.length, (arrived) =>
    onChange([...images, ...arrived].slice(0, MAX_PICTURES))
  )
  return (
    <div className="flex flex-col gap-y-3">
      {images.length > 0 && (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3" aria-label={t("warehouse.pictures.title")}>
          {images.map((image, index) => (
            <li
              key={image.url}
              draggable
              onDragStart={() => setDragged(index)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => dragged !== null && event.preventDefault()}
              onDrop={() => dragged !== null && onChange(moved(images, dragged, index))}
              className={clx("border-ui-border-base relative overflow-hidden rounded-lg border", {
                "opacity-50": dragged === index,
              })}
            >
              <img
                src={image.thumbnail_url ?? image.url}
                alt={t("warehouse.pictures.one", { number: index + 1 })}
                className="bg-ui-bg-component aspect-square w-full object-contain"
              />
              {index === 0 && (
                <Badge size="2xsmall" className="absolute start-2 top-2">
                  {t("warehouse.pictures.first")}
                </Badge>
              )}
              <div className="flex items-center justify-between gap-x-1 p-1">
                <IconButton
                  size="small"
                  variant="transparent"
                  disabled={index === 0}
                  aria-label={t("warehouse.pictures.earlier", { number: index + 1 })}
                  onClick={() => onChange(moved(images, index, index - 1))}
                >
                  <ArrowLongLeft />
                </IconButton>
                <Text size="xsmall" className="text-ui-fg-muted truncate">
                  {index + 1}
                </Text>
                <IconButton
                  size="small"
                  variant="transparent"
                  disabled={index === images.length - 1}
                  aria-label={t("warehouse.pictures.later", { number: index + 1 })}
                  onClick={() => onChange(moved(images, index, index + 1))}
                >
                  <ArrowLongRight />
                </IconButton>
                <IconButton
                  size="small"
                  variant="transparent"
                  aria-label={t("warehouse.pictures.remove", { number: index + 1 })}
                  onClick={() => onChange(images.filter((_, at) => at !== index))}
                >
                  <Trash />
                </IconButton>
              </div>
            </li>
          ))}
        </ul>
      )}
      {images.length < MAX_PICTURES && (
        <DropZone progress={progress} onFiles={(files) => void upload(files)} />
      )}
      {troubles.length > 0 && (
        <ul role="alert" className="flex flex-col gap-y-1">
          {troubles.map(({ name, text }, index) => (
            <li key={index} className="txt-small text-ui-fg-error break-words">
              {name}: {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function DropZone({
  progress,
  onFiles,
}: {
  progress: { done: number; of: number } | null
  onFiles: (files: File[]) => void
}) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setIsOver(is)
  }
  return (
    <div
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={(event) => {
        over(false)(event)
        onFiles([...event.dataTransfer.files])
      }}
      className={clx(
        "border-ui-border-strong bg-ui-bg-component flex flex-col items-center gap-y-2 rounded-lg border border-dashed p-4 text-center",
        { "border-ui-border-interactive bg-ui-bg-highlight": isOver }
      )}
    >
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPT}
        className="sr-only"
        tabIndex={-1}
        aria-label={t("warehouse.pictures.add")}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same file may be chosen again after something was wrong with it.
          event.target.value = ""
        }}
      />
      <Button
        type="button"
        size="small"
        variant="secondary"
        isLoading={!!progress}
        onClick={() => input.current?.click()}
      >
        <ArrowUpTray />
        {t("warehouse.pictures.add")}
      </Button>
      {progress ? (
        <div className="w-full max-w-60" role="status">
          <progress className="h-1.5 w-full" value={progress.done} max={progress.of} />
          <Text size="xsmall">
            {t("warehouse.pictures.progress", { done: progress.done, of: progress.of })}
          </Text>
        </div>
      ) : (
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("warehouse.pictures.hint", { max: MAX_PICTURES })}
        </Text>
      )}
    </div>
  )
}
