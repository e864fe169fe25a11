import { flaggedWords, skeletonOf } from "../../../../../modules/rating/lib/words"

/** A piece of a text; one that is marked has a word of the list in it. */
export type Piece = { text: string; isMarked: boolean }

/** Letters that somebody writes apart to get a word past the filter: "с у к а". */
const APART = /(?:(?<=^|\s)\S{1,2}(?:\s+|$)){3,}/gu

const merged = (pieces: Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((sum, piece) => {
    const last = sum.at(-1)
    if (last && last.isMarked === piece.isMarked) {
      last.text += piece.text
    } else if (piece.text) {
      sum.push({ ...piece })
    }
    return sum
  }, [])

/**
 * A text cut at its suspicious words, as the server's filter reads them, however they are spelled.
 * @param words those that the filter found in the review, as they are listed
 * @returns pieces that are the text when they are joined
 */
export function marked(text: string, words: string[]): Piece[] {
  if (words.length === 0) {
    return [{ text, isMarked: false }]
  }
  const listed = words.map((word) => ({ word, skeleton: skeletonOf(word) }))
  const has = (part: string) => flaggedWords(part, listed).length > 0
  const byWord = (part: string) =>
    part.split(/(\s+)/).map((word) => ({ text: word, isMarked: /\S/.test(word) && has(word) }))
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: run, index } of text.matchAll(APART)) {
    if (has(run)) {
      const letters = run.trimEnd()
      pieces.push(...byWord(text.slice(from, index)), { text: letters, isMarked: true })
      from = index + letters.length
    }
  }
  return merged([...pieces, ...byWord(text.slice(from))])
}
