/** Rules of pictures before they are sent; the server looks again, at the content. */

export const MAX_PICTURES = 6
const MAX_BYTES = 5 * 1024 * 1024
const KINDS = ["image/jpeg", "image/png", "image/webp"]
export const ACCEPT = KINDS.join(",")

export type Refusal = "kind" | "size" | "many"
type File = { name: string; type: string; size: number }

/** Sorts chosen files into those worth sending and those that the server would refuse anyway, with the reason. */
export function sortFiles<F extends File>(files: F[], have: number) {
  const fit: F[] = []
  const refused: Array<{ name: string; why: Refusal }> = []
  for (const file of files) {
    const why = !KINDS.includes(file.type)
      ? "kind"
      : file.size > MAX_BYTES
        ? "size"
        : have + fit.length >= MAX_PICTURES
          ? "many"
          : null
    if (why) {
      refused.push({ name: file.name, why })
    } else {
      fit.push(file)
    }
  }
  return { fit, refused }
}

/** A list with one of its members moved to another place; out of bounds changes nothing. */
export function moved<T>(list: T[], from: number, to: number): T[] {
  if (from === to || !list[from] || to < 0 || to >= list.length) {
    return list
  }
  const next = [...list]
  const [one] = next.splice(from, 1)
  next.splice(to, 0, one)
  return next
}
