import { ReactNode } from "react"
import { Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { ASPECTS, Photo, Words } from "../lib/types"
import { Photos } from "./photos"
import { Stars } from "./stars"

/** Draws a text of the review; the operator's page marks suspicious words in it. */
export type Draw = (text: string) => ReactNode

/** What the shopper gave and wrote: stars, words, points, photos. */
export function ReviewBody({
  words,
  photos,
  draw = (text) => text,
}: {
  words: Words
  photos: Photo[]
  draw?: Draw
}) {
  const { t } = useText()
  const { title, text, pros, cons } = words
  const isSilent = ![title, text, pros, cons].some(Boolean)
  return (
    <div className="flex min-w-0 flex-col gap-y-2 break-words">
      {title && (
        <Text weight="plus" className="text-ui-fg-base">
          {draw(title)}
        </Text>
      )}
      {text && <Text className="text-ui-fg-base whitespace-pre-line">{draw(text)}</Text>}
      {isSilent && (
        <Text size="small" className="text-ui-fg-muted">
          {t("reviews.noText")}
        </Text>
      )}
      {pros && <Point name={t("reviews.pros")}>{draw(pros)}</Point>}
      {cons && <Point name={t("reviews.cons")}>{draw(cons)}</Point>}
      <Aspects aspects={words.aspects} />
      <Photos photos={photos} />
    </div>
  )
}

function Point({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Text size="small" className="text-ui-fg-subtle whitespace-pre-line">
      <span className="text-ui-fg-base txt-small-plus">{`${name}: `}</span>
      {children}
    </Text>
  )
}

function Aspects({ aspects }: Pick<Words, "aspects">) {
  const { t } = useText()
  const given = ASPECTS.flatMap((name) => {
    const value = aspects[name]
    return value ? [{ name, value }] : []
  })
  return given.length === 0 ? null : (
    <ul aria-label={t("reviews.aspect.name")} className="flex flex-wrap gap-x-5 gap-y-1">
      {given.map(({ name, value }) => (
        <li key={name} className="txt-small text-ui-fg-subtle flex items-center gap-x-2">
          {t(`reviews.aspect.${name}`)}
          <Stars value={value} />
        </li>
      ))}
    </ul>
  )
}
