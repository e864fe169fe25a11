import { Fragment } from "react"
import { marked } from "./lib/marks"

/** A text with its suspicious words marked. */
export function Marked({ text, words }: { text: string; words: string[] }) {
  return (
    <>
      {marked(text, words).map((piece, index) =>
        piece.isMarked ? (
          <mark
            key={index}
            className="bg-ui-tag-red-bg text-ui-tag-red-text border-ui-tag-red-border rounded border px-1 font-medium"
          >
            {piece.text}
          </mark>
        ) : (
          <Fragment key={index}>{piece.text}</Fragment>
        )
      )}
    </>
  )
}
