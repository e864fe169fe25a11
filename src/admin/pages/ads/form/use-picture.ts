import { useState } from "react"
import { api } from "../../../lib/api"
import { useText } from "../../../lib/text"
import { refusedFile } from "../lib/picture"
import type { AdImage, AdPlacement, Side } from "../lib/types"

/** Size of a picture file; null when the browser cannot read it, so that the server decides. */
async function sizeOf(file: File): Promise<{ width: number; height: number } | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  const size = bitmap && { width: bitmap.width, height: bitmap.height }
  bitmap?.close()
  return size
}

/** Sends one picture for a place, after a look at what would be refused anyway. */
export function usePicture(side: Side, place: AdPlacement | undefined, onDone: (image: AdImage) => void) {
  const { t, explain, number } = useText()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  const refusalOf = async (file: File): Promise<string | null> => {
    const refused = refusedFile(file)
    if (refused) {
      return t(`ads.content.${refused}`)
    }
    const size = await sizeOf(file)
    const isSmall = size && (size.width < (place?.width ?? 0) || size.height < (place?.height ?? 0))
    return isSmall
      ? t("ads.content.tooSmall", {
          width: number(size.width),
          height: number(size.height),
          minWidth: number(place?.width ?? 0),
          minHeight: number(place?.height ?? 0),
        })
      : null
  }
  const upload = async (file: File) => {
    if (isBusy || !place) {
      return
    }
    setBusy(true)
    const refusal = await refusalOf(file)
    setTrouble(refusal)
    if (!refusal) {
      const form = new FormData()
      form.append("placement", place.code)
      form.append("file", file)
      await api
        .upload<{ image: AdImage }>(`${side}/ads/images`, form)
        .then(({ image }) => onDone(image))
        .catch((error: unknown) => setTrouble(explain(error)))
    }
    setBusy(false)
  }
  return { upload, isBusy, trouble }
}
