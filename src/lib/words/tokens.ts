import { foldWord } from "./fold"
import { APOSTROPHES, isDigit } from "./letters"
import { numberForm, unitOf } from "./units"

/** A run of letters or a number, and what stands between it and the one before. */
type Piece = { raw: string; isNumber: boolean; gap: "" | "-" | " " | "," }

/** What a text says at one place: one word, or several forms of one (`Note12` is note12, note and 12). */
export type Token = {
  raw: string
  folded: string
  parts: string[]
  /** Says what the thing is for, not what it is: `Samsung A15` in `Samsung A15 uchun chexol`. */
  isPurpose: boolean
}

type Word = Omit<Token, "isPurpose"> & { opensClause: boolean }

const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, "g")
const LETTER = /[\p{L}\p{M}]/u

/** A text's words in the order they stand, numbers put together with their units. Linear; `most` letters are read. */
export function tokensOf(text: string, most: number): Token[] {
  const clean = text.slice(0, most).replace(APOSTROPHE, "'").normalize("NFKC").replace(/×/g, "x")
  const words = groups(piecesOf(clean))
    .map(wordOf)
    .filter(({ folded }) => folded)
  const purposes = purposesOf(words)
  return words.map(({ raw, folded, parts }, place) => ({
    raw,
    folded,
    parts,
    isPurpose: purposes.has(place),
  }))
}

const AFTER = new Set(["dlia", "for"])

/** The places of what stands before uchun and after для or for, between two commas. */
function purposesOf(words: readonly Word[]): ReadonlySet<number> {
  const purposes = new Set<number>()
  let start = 0
  let isAfter = false
  words.forEach(({ folded, opensClause }, place) => {
    if (opensClause) {
      start = place
      isAfter = false
    }
    const next = words[place + 1]
    if (folded === "uchun" && next && !next.opensClause) {
      words.slice(start, place).forEach((_, offset) => purposes.add(start + offset))
      start = place + 1
    }
    if (isAfter) {
      purposes.add(place)
    }
    isAfter ||= AFTER.has(folded) && place > start
  })
  return purposes
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let gap: Piece["gap"] = " "
  let open: Piece | undefined
  const letters = [...text]
  letters.forEach((letter, index) => {
    const next = letters[index + 1] ?? ""
    const isNumber = isDigit(letter)
    if (isNumber || LETTER.test(letter)) {
      if (open && open.isNumber === isNumber) {
        open.raw += letter
      } else {
        open = { raw: letter, isNumber, gap: open ? "" : gap }
        pieces.push(open)
      }
      gap = " "
    } else if (open && belongsInside(letter, open, next)) {
      open.raw += letter
    } else {
      gap =
        open && /[-‐‑–/_.+]/.test(letter) && next.trim()
          ? "-"
          : gap === "," || /[,;:()—|]/.test(letter)
            ? ","
            : " "
      open = undefined
    }
  })
  return pieces
}

/** The apostrophe of a word, and the comma of a number. */
function belongsInside(letter: string, { raw, isNumber }: Piece, next: string): boolean {
  if (isNumber) {
    return (letter === "." || letter === ",") && isDigit(next) && !/[.,]/.test(raw)
  }
  return letter === "'"
}

/** Pieces that make one token: joined by nothing or a hyphen, and a number with its unit. */
function groups(pieces: Piece[]): Piece[][] {
  const all: Piece[][] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last && last.length < 8 && (piece.gap === "" || piece.gap === "-" || isUnitAfter(last, piece))) {
      last.push(piece)
    } else {
      all.push([piece])
    }
  }
  return all
}

const isUnitAfter = (group: Piece[], piece: Piece): boolean =>
  piece.gap === " " && group.length === 1 && group[0].isNumber && !piece.isNumber && !!unitOf(piece.raw)

function wordOf(group: Piece[]): Word {
  const opensClause = group[0].gap === ","
  const raw = group.map((piece, index) => (index && piece.gap === " " ? " " : "") + piece.raw).join("")
  const [first, second, third] = group
  if (second && first.isNumber && !second.isNumber && (!third || third.gap !== "")) {
    const unit = unitOf(second.raw)
    if (unit) {
      const number = numberForm(first.raw)
      const rest = group.slice(2).map(partOf)
      return {
        opensClause,
        raw,
        folded: [number + unit, ...rest].join(""),
        parts: rest.length ? [number + unit, ...rest] : [number],
      }
    }
  }
  const parts = group.map(partOf).filter(Boolean)
  if (parts.length === 1) {
    return { opensClause, raw, folded: parts[0], parts: [] }
  }
  return { opensClause, raw, folded: foldWord(parts.join("")), parts }
}

const partOf = ({ raw, isNumber }: Piece): string => (isNumber ? numberForm(raw) : foldWord(raw))
