import { Text } from "@medusajs/ui"
import { useText } from "../../lib/text"
import type { Image } from "./types"

/** Pictures for those who only look. */
export function PictureRow({ images }: { images: Image[] }) {
  const { t } = useText()
  if (images.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-muted">
        {t("warehouse.pictures.none")}
      </Text>
    )
  }
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {images.map(({ url, thumbnail_url }, index) => (
        <li key={url} className="border-ui-border-base overflow-hidden rounded-lg border">
          <img
            src={thumbnail_url ?? url}
            alt={t("warehouse.pictures.one", { number: index + 1 })}
            className="aspect-square w-full object-contain"
          />
        </li>
      ))}
    </ul>
  )
}
