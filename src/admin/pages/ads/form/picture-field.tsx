import { DragEvent, useRef, useState } from "react"
import { Button, clx, Hint, Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import type { ContentDraft } from "../lib/draft"
import { ACCEPT } from "../lib/picture"
import type { AdPlacement, Side } from "../lib/types"
import { usePicture } from "./use-picture"

/** The picture of a banner: chosen or dropped; how large it has to be is said before, not after. */
export function PictureField({
  side,
  place,
  image,
  onChange,
}: {
  side: Side
  place: AdPlacement | undefined
  image: ContentDraft["image"]
  onChange: (image: ContentDraft["image"]) => void
}) {
  const { t, number } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const { upload, isBusy, trouble } = usePicture(side, place, onChange)
  const take = (files: FileList | null) => files?.[0] && void upload(files[0])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="small" weight="plus">
        {t("ads.content.picture")}
      </Text>
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={clx(
          "flex flex-wrap items-center gap-2 rounded-lg border border-dashed px-3 py-4",
          isOver
            ? "border-ui-border-interactive bg-ui-bg-highlight"
            : "border-ui-border-strong bg-ui-bg-component"
        )}
      >
        <Button
          type="button"
          size="small"
          variant={image ? "secondary" : "primary"}
          isLoading={isBusy}
          disabled={!place}
          onClick={() => input.current?.click()}
        >
          {t(image ? "ads.content.replace" : "ads.content.choose")}
        </Button>
        {image && (
          <Button type="button" size="small" variant="transparent" onClick={() => onChange(null)}>
            {t("ads.content.remove")}
          </Button>
        )}
        {!image && (
          <Text size="small" className="text-ui-fg-muted hidden md:block">
            {t(place ? "ads.content.drop" : "ads.wrong.placement")}
          </Text>
        )}
        <input
          ref={input}
          type="file"
          accept={ACCEPT}
          className="sr-only"
          tabIndex={-1}
          aria-label={t("ads.content.choose")}
          onChange={(event) => {
            take(event.target.files)
            // The same file can be chosen again after it was mended.
            event.target.value = ""
          }}
        />
      </div>
      {trouble && (
        <div role="alert">
          <Hint variant="error">{trouble}</Hint>
        </div>
      )}
      {place?.width && place.height && (
        <Hint>
          {t("ads.content.pictureHint", { width: number(place.width), height: number(place.height) })}
        </Hint>
      )}
    </div>
  )
}
