/** Photos and papers that prove an expense: what the server takes, checked before anything is sent. */

export const ACCEPT = "image/jpeg,image/png,image/webp,application/pdf"
export const MAX_FILES = 6
const MAX_BYTES = 10 * 1024 * 1024

export type FileProblem = "tooMany" | "tooLarge" | "wrongKind"

/** The files that may be added to those that are there already, and what is wrong with the others. */
export function takeFiles(there: number, files: File[]): { taken: File[]; problem: FileProblem | null } {
  const taken: File[] = []
  let problem: FileProblem | null = null
  for (const file of files) {
    if (!ACCEPT.split(",").includes(file.type)) {
      problem = "wrongKind"
    } else if (file.size > MAX_BYTES) {
      problem = "tooLarge"
    } else if (there + taken.length >= MAX_FILES) {
      problem = "tooMany"
    } else {
      taken.push(file)
    }
  }
  return { taken, problem }
}

/** Files as the routes of attachments take them. */
export function formOf(files: File[]): FormData {
  const form = new FormData()
  files.forEach((file) => form.append("files", file, file.name || "photo"))
  return form
}

/** 1536 → "1.5 KB": number, and the unit that the reader's language names. */
export function sizeOf(bytes: number): { value: number; unit: "kb" | "mb" } {
  return bytes >= 1024 * 1024
    ? { value: Math.round((bytes / 1024 / 1024) * 10) / 10, unit: "mb" }
    : { value: Math.max(1, Math.round(bytes / 1024)), unit: "kb" }
}
