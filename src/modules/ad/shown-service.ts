import { Context } from "@medusajs/framework/types"
import { ImageService } from "./image-service"
import { AdChanges } from "./lib/change"
import { AdContent, contentOf, Image, imagesNamed } from "./lib/content"
import { Creatives, dropCreative, insertCreative, rewriteCreative } from "./lib/creative-rows"
import { claimImages, settleImages } from "./lib/image-rows"
import { AdKind } from "./lib/placements"
import { isSameShown, Shown } from "./lib/revision"
import { AdRow } from "./lib/rows"
import { AD_LANGUAGES, readTarget } from "./lib/target"

const NOTHING: AdContent = { uz: null, ru: null, en: null }

/** What ads show: revisions, and the pictures that they hold. Steps of the services above, inside their transactions. */
export class ShownService extends ImageService {
  /**
   * What an ad is to show after a change: what is not said stays as it was in the latest creative.
   * @throws {MedusaError} AD_TEXT_WRONG, AD_LINK_WRONG, AD_IMAGE_UNKNOWN
   */
  protected async shownWith_(
    input: {
      company_id: string | null
      kind: AdKind
      what: Pick<AdChanges, "content" | "target" | "listing">
      creatives?: Creatives
    },
    context: Context
  ): Promise<Shown> {
    const { company_id, kind, what, creatives } = input
    const before = creatives?.next ?? creatives?.live
    const listing = what.listing === undefined ? (before ?? null) : what.listing
    const isAboutGoods = kind === "listing" && listing !== null
    return {
      content: what.content
        ? contentOf(what.content, [
            ...(await claimImages(context, company_id, imagesNamed(what.content))),
            ...imagesIn(creatives),
          ])
        : (before?.content ?? NOTHING),
      target: readTarget(what.target ?? before?.target),
      listing_id: isAboutGoods ? listing.listing_id : null,
      product_id: isAboutGoods ? listing.product_id : null,
    }
  }

  /**
   * Writes what an ad is to show where it belongs: into a draft, or into the queue of what is to be read.
   * @returns whether something waits now that did not
   */
  protected async writeNext_(
    input: { ad: AdRow; creatives: Creatives; shown: Shown },
    context: Context
  ): Promise<boolean> {
    const { ad, creatives, shown } = input
    const { live, next } = creatives
    if (next && isSameShown(shown, next)) {
      return false
    }
    if (live && isSameShown(shown, live)) {
      if (next) {
        await dropCreative(context, next)
      }
      return false
    }
    const status = ad.status === "draft" || ad.status === "rejected" ? ad.status : "pending"
    if (next) {
      await rewriteCreative(context, next, shown, status)
    } else {
      await insertCreative(context, ad.id, shown, status)
    }
    return status === "pending"
  }

  /** Notes pictures that an ad shows no more. @param before its creatives as they were */
  protected async settle_({ company_id }: AdRow, before: Creatives, context: Context): Promise<void> {
    const urls = imagesIn(before).map(({ url }) => url)
    await settleImages(context, company_id, urls)
  }
}

/** Pictures that an ad has already: an older system's were never uploaded here, and may stay where they are. */
function imagesIn(creatives: Creatives | undefined): Image[] {
  const contents = [creatives?.next?.content, creatives?.live?.content]
  return contents.flatMap((content) =>
    AD_LANGUAGES.flatMap((language) => {
      const { image_url: url, image_key: key, width, height } = content?.[language] ?? {}
      return url ? [{ url, key: key ?? url, width: width ?? 0, height: height ?? 0 }] : []
    })
  )
}
