import type { AdTarget } from "../../../../modules/ad/lib/target"
import type { AdPlacement } from "./types"

/** Which questions of "whom" a place can answer: categories where one is looked at, words where somebody searches. */
export function questionsOf(place: Pick<AdPlacement, "code"> | undefined) {
  const code = place?.code ?? ""
  return {
    category_ids: code.startsWith("category"),
    query_words: code.startsWith("search"),
    regions: true,
    languages: true,
    hours: true,
  } as const satisfies Record<keyof AdTarget, boolean>
}

export const PARTS_OF_DAY = {
  morning: [6, 7, 8, 9, 10, 11],
  day: [12, 13, 14, 15, 16, 17],
  evening: [18, 19, 20, 21, 22, 23],
  night: [0, 1, 2, 3, 4, 5],
} as const
export type PartOfDay = keyof typeof PARTS_OF_DAY

/** Adds a part of the day, or takes it away when it was whole. */
export function toggledHours(hours: number[], part: PartOfDay): number[] {
  const all: readonly number[] = PARTS_OF_DAY[part]
  const rest = hours.filter((hour) => !all.includes(hour))
  return all.every((hour) => hours.includes(hour)) ? rest : [...rest, ...all].sort((a, b) => a - b)
}

/** [9, 10, 11, 18] → "9–12, 18–19". */
export function hoursText(hours: number[]): string {
  const runs: Array<[number, number]> = []
  for (const hour of [...hours].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1]
    if (last && last[1] === hour) {
      last[1] = hour + 1
    } else {
      runs.push([hour, hour + 1])
    }
  }
  return runs.map(([from, to]) => `${from}–${to}`).join(", ")
}

/** What somebody typed, "televizor, tv", as words without repetitions. */
export function addedWords(words: string[], typed: string): string[] {
  const fresh = typed
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean)
  return [...new Set([...words, ...fresh])]
}
