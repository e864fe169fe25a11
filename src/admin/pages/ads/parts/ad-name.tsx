import { Photo } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { LANGUAGES } from "../../../i18n/languages"
import { newestLook } from "../lib/state"
import type { Ad } from "../lib/types"
import { Picture } from "./picture"

const pictureOf = (ad: Ad): string | null => {
  const content = newestLook(ad)?.content ?? {}
  return LANGUAGES.map((lang) => content[lang]?.image_url).find(Boolean) ?? ad.product?.thumbnail ?? null
}

/** An ad by its picture and name. */
export function AdName({ ad, note }: { ad: Ad; note?: string }) {
  const picture = pictureOf(ad)
  return (
    <div className="flex min-w-0 items-center gap-3 py-1">
      <span className="bg-ui-bg-component border-ui-border-base flex h-9 w-14 shrink-0 items-center justify-center overflow-hidden rounded border">
        <Picture url={picture} alt="" className="size-full object-cover">
          <Photo className="text-ui-fg-muted" aria-hidden />
        </Picture>
      </span>
      <span className="min-w-0">
        <span className="text-ui-fg-base block break-words">{ad.name}</span>
        {note && (
          <Text size="xsmall" className="text-ui-fg-muted">
            {note}
          </Text>
        )}
      </span>
    </div>
  )
}
