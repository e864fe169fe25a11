import { AdErrors } from "../errors"
import { adLink } from "./link"
import { AdKind, Placement } from "./placements"
import { AD_LANGUAGES, AdLanguage } from "./target"

/** What an ad says in one language. */
export type AdText = {
  title: string
  text: string | null
  image_url: string | null
  image_key: string | null
  width: number | null
  height: number | null
  link: string | null
}
export type AdContent = Record<AdLanguage, AdText | null>

/** The same as it is sent; the picture by its address or its key. */
export type SentText = {
  title?: string | null
  text?: string | null
  image_url?: string | null
  image_key?: string | null
  link?: string | null
}
export type SentContent = Partial<Record<AdLanguage, SentText | null>>

export type Image = { key: string; url: string; width: number; height: number }

const UNREADABLE = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

function plainText(field: string, value: string | null | undefined): string | null {
  const text = value?.trim() || null
  if (text && UNREADABLE.test(text)) {
    throw AdErrors.textWrong(field)
  }
  return text
}

/** Addresses and keys of the pictures that a content names. */
export function imagesNamed(content: SentContent): string[] {
  return AD_LANGUAGES.flatMap((language) => {
    const { image_key, image_url } = content[language] ?? {}
    return image_key ? [image_key] : image_url ? [image_url] : []
  })
}

/**
 * A content as it is kept: texts without invisible characters, links that are safe, and pictures that the ad's owner has
 * uploaded. A language of which nothing is said is null.
 * @param images those of `imagesNamed` that are the owner's
 * @throws {MedusaError} AD_TEXT_WRONG, AD_LINK_WRONG, AD_IMAGE_UNKNOWN
 */
export function contentOf(sent: SentContent, images: Image[]): AdContent {
  const textOf = (language: AdLanguage): AdText | null => {
    const said = sent[language]
    const named = said?.image_key || said?.image_url || null
    const image = named === null ? undefined : images.find(({ key, url }) => named === key || named === url)
    if (named !== null && !image) {
      throw AdErrors.imageUnknown()
    }
    const title = plainText("title", said?.title)
    const text = plainText("text", said?.text)
    const link = said?.link?.trim() ? adLink(said.link) : null
    return title === null && text === null && link === null && !image
      ? null
      : {
          title: title ?? "",
          text,
          image_url: image?.url ?? null,
          image_key: image?.key ?? null,
          width: image?.width ?? null,
          height: image?.height ?? null,
          link,
        }
  }
  return { uz: textOf("uz"), ru: textOf("ru"), en: textOf("en") }
}

/**
 * Lets a content pass that is to be shown: a banner has title, picture of its place's size and link in every language that it
 * has at all, and at least one; goods in a list have at most words.
 * @throws {MedusaError} AD_CONTENT_MISSING, AD_CONTENT_UNFIT, AD_IMAGE_UNFIT
 */
export function checkContent(content: AdContent, kind: AdKind, placement: Placement): void {
  const texts = AD_LANGUAGES.flatMap((language) => {
    const text = content[language]
    return text ? [{ language, ...text }] : []
  })
  if (kind === "listing") {
    if (texts.some(({ image_url, link }) => image_url !== null || link !== null)) {
      throw AdErrors.contentUnfit()
    }
    return
  }
  if (texts.length === 0) {
    throw AdErrors.contentMissing("words and a picture in at least one language")
  }
  for (const { language, title, image_url, width, height, link } of texts) {
    if (!title || !image_url || !link) {
      const what = !title ? "title" : !image_url ? "image" : "link"
      throw AdErrors.contentMissing(`${what} (${language})`)
    }
    if (width !== placement.width || height !== placement.height) {
      throw AdErrors.imageUnfit(placement.width!, placement.height!)
    }
  }
}
