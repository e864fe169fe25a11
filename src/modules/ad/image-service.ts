import { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { AdErrors } from "./errors"
import { Image } from "./lib/content"
import { countUnusedImages, insertImage, UNUSED_MAX } from "./lib/image-rows"
import { Placement, placementsWith } from "./lib/placements"
import { PlacementChange, selectPlacements, writePlacement } from "./lib/placement-rows"
import { ServingService } from "./serving-service"

/** Places for ads, and the pictures that are made for them. */
export class ImageService extends ServingService {
  /** Every place as it is now: one statement. */
  @InjectManager()
  async placements(@MedusaContext() context: Context = {}): Promise<Placement[]> {
    return placementsWith(await selectPlacements(context))
  }

  /**
   * @throws {MedusaError} AD_PLACEMENT_UNKNOWN
   */
  @InjectManager()
  async placement(code: string, @MedusaContext() context: Context = {}): Promise<Placement> {
    const placement = (await this.placements(context)).find((one) => one.code === code)
    if (!placement) {
      throw AdErrors.placementUnknown(code)
    }
    return placement
  }

  /**
   * Changes a place; null brings back what it was without an operator. Ads that run go on as they were approved.
   * @throws {MedusaError} AD_PLACEMENT_UNKNOWN, AD_PLACEMENT_SIZE_WRONG
   */
  @InjectTransactionManager()
  async changePlacement(
    input: { code: string; changes: PlacementChange },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const { kind } = await this.placement(input.code, context)
    const { width, height, positions } = input.changes
    const isUnfit = kind === "listing" ? Boolean(width || height) : Boolean(positions)
    if (isUnfit) {
      throw AdErrors.sizeWrong()
    }
    await writePlacement(context, input.code, input.changes)
  }

  /**
   * Refuses a further picture to whoever lets too many lie about.
   * @throws {MedusaError} AD_IMAGES_FULL
   */
  @InjectManager()
  async refuseManyImages(companyId: string | null, @MedusaContext() context: Context = {}): Promise<void> {
    if ((await countUnusedImages(context, companyId)) >= UNUSED_MAX) {
      throw AdErrors.imagesFull(UNUSED_MAX)
    }
  }

  /** Notes whose a stored picture is. */
  @InjectTransactionManager()
  async noteImage(
    image: Image & { company_id: string | null; sha256: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await insertImage(context, image)
  }
}
