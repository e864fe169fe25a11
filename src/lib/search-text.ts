/** One lower-case text of several parts, with one kind of apostrophe, for `like` searches inside a company. */
export function toSearchText(...parts: Array<string | null | undefined>): string {
  return parts
    .filter((part): part is string => !!part)
    .join(" ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ʻʼ‘’`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
}

/** Escapes what `like` would read as a pattern. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (match) => `\\${match}`)}%`
}
