import { useRef, useState } from "react"
import { api, ApiError } from "../../lib/api"
import { useText } from "../../lib/text"
import { MAX_PICTURES, sortFiles } from "./lib/pictures"
import type { Image } from "./types"

type Uploaded = Image & { id: string; width: number; height: number }
type Trouble = { name: string; text: string }

/**
 * Sends pictures one by one, so that each can fail alone and the person sees how far it is.
 * @param onDone hears what arrived, in the order in which it was chosen
 */
export function useUploads(have: number, onDone: (images: Image[]) => void) {
  const { t, explain } = useText()
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  const [troubles, setTroubles] = useState<Trouble[]>([])
  const isBusy = useRef(false)
  // The pictures may have been put in another order while these were on their way.
  const latest = useRef(onDone)
  latest.current = onDone

  const upload = async (files: File[]) => {
    if (isBusy.current || files.length === 0) {
      return
    }
    isBusy.current = true
    const { fit, refused } = sortFiles(files, have)
    const met: Trouble[] = refused.map(({ name, why }) => ({
      name,
      text: t(`warehouse.pictures.${why}`, { max: MAX_PICTURES }),
    }))
    const arrived: Image[] = []
    for (const [done, file] of fit.entries()) {
      setProgress({ done, of: fit.length })
      const form = new FormData()
      form.append("files", file)
      try {
        const answer = await api.upload<{ files: Uploaded[] }>("/merchant/uploads", form)
        arrived.push(...answer.files.map(({ url, thumbnail_url }) => ({ url, thumbnail_url })))
      } catch (error) {
        met.push({ name: file.name, text: explain(error as ApiError) })
      }
    }
    isBusy.current = false
    setProgress(null)
    setTroubles(met)
    if (arrived.length > 0) {
      latest.current(arrived)
    }
  }
  return { upload, progress, troubles }
}
