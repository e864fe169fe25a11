import { useState } from "react"
import { Badge, FocusModal, IconButton, Text } from "@medusajs/ui"
import { ChevronLeft, ChevronRight } from "@medusajs/icons"
import { useText } from "../../../lib/text"
import { Photo } from "../lib/types"

/** Photos of a review in a row; a press shows one large, the arrow keys lead to its neighbours. */
export function Photos({ photos }: { photos: Photo[] }) {
  const { t } = useText()
  const [shown, setShown] = useState<number | null>(null)
  if (photos.length === 0) {
    return null
  }
  return (
    <>
      <ul aria-label={t("reviews.photos")} className="flex flex-wrap gap-2">
        {photos.map((photo, index) => (
          <li key={photo.id} className="relative">
            <button
              type="button"
              aria-label={t("reviews.photo", { n: index + 1, count: photos.length })}
              className="bg-ui-bg-subtle border-ui-border-base focus-visible:shadow-borders-interactive-with-focus block size-16 overflow-hidden rounded-md border outline-none"
              onClick={() => setShown(index)}
            >
              <img src={photo.thumbnail_url} alt="" loading="lazy" className="size-full object-cover" />
            </button>
            {photo.is_approved === false && (
              <Badge size="2xsmall" color="orange" className="absolute -end-1 -top-1">
                {t("reviews.newPhoto")}
              </Badge>
            )}
          </li>
        ))}
      </ul>
      {shown !== null && (
        <Large photos={photos} index={shown} onMove={setShown} onClose={() => setShown(null)} />
      )}
    </>
  )
}

function Large({
  photos,
  index,
  onMove,
  onClose,
}: {
  photos: Photo[]
  index: number
  onMove: (index: number) => void
  onClose: () => void
}) {
  const { t } = useText()
  const move = (step: number) => onMove((index + step + photos.length) % photos.length)
  const name = t("reviews.photo", { n: index + 1, count: photos.length })
  const onKey = ({ key }: { key: string }) => {
    if (key === "ArrowLeft" || key === "ArrowRight") {
      move(key === "ArrowLeft" ? -1 : 1)
    }
  }
  return (
    <FocusModal open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <FocusModal.Content onKeyDown={onKey}>
        <FocusModal.Header>
          <FocusModal.Title className="sr-only">{t("reviews.photos")}</FocusModal.Title>
          <FocusModal.Description className="sr-only">{name}</FocusModal.Description>
          {photos.length > 1 && (
            <div className="ms-auto flex items-center gap-2">
              <Text size="small" className="text-ui-fg-subtle">
                {name}
              </Text>
              <IconButton size="small" aria-label={t("words.previous")} onClick={() => move(-1)}>
                <ChevronLeft />
              </IconButton>
              <IconButton size="small" aria-label={t("words.next")} onClick={() => move(1)}>
                <ChevronRight />
              </IconButton>
            </div>
          )}
        </FocusModal.Header>
        <FocusModal.Body className="bg-ui-bg-subtle flex min-h-0 items-center justify-center p-4">
          <img src={photos[index].url} alt={name} className="max-h-full max-w-full object-contain" />
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
