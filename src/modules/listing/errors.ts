import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED, INVALID_DATA } = MedusaError.Types

/** Every refusal of the listing room. */
export const ListingErrors = {
  codeTaken: (field: "barcode" | "shop_code", value: string) =>
    catalogueError(
      INVALID_DATA,
      field === "barcode" ? "LISTING_BARCODE_TAKEN" : "LISTING_SHOP_CODE_TAKEN",
      `Your company already has goods with the ${field === "barcode" ? "barcode" : "shop code"} ${value}`
    ),
  companyNotApproved: () =>
    catalogueError(
      NOT_ALLOWED,
      "COMPANY_NOT_APPROVED",
      "The company sells nothing until an operator has approved it"
    ),
  unknownCategory: (id: string) =>
    catalogueError(INVALID_DATA, "LISTING_CATEGORY_UNKNOWN", `There is no category with id: ${id}`),
  unknownVariant: (id: string) =>
    catalogueError(INVALID_DATA, "LISTING_VARIANT_UNKNOWN", `The listing has no variant with id: ${id}`),
  priceTooSmall: () =>
    catalogueError(
      INVALID_DATA,
      "LISTING_PRICE_TOO_SMALL",
      "Cost and markup must give a price of at least 1 so‘m"
    ),
  stockBelowReserved: (title: string, reserved: string) =>
    catalogueError(
      NOT_ALLOWED,
      "LISTING_STOCK_RESERVED",
      `${title}: ${reserved} pieces are promised to open orders; the stock cannot be less than that`
    ),
  stockChanged: (title: string, now: string, was: string) =>
    catalogueError(
      NOT_ALLOWED,
      "LISTING_STOCK_CHANGED",
      `${title}: the stock is ${now} now, not ${was}; look again and send what it should be`
    ),
  lastVariant: () =>
    catalogueError(
      NOT_ALLOWED,
      "LISTING_LAST_VARIANT",
      "Goods keep at least one variant; archive the listing instead"
    ),
  imageUnreadable: (name: string) =>
    catalogueError(
      INVALID_DATA,
      "LISTING_IMAGE_UNREADABLE",
      `${name}: is not a whole JPEG, PNG or WebP picture of at most 50 megapixels`
    ),
  imageTooBig: () =>
    catalogueError(INVALID_DATA, "LISTING_IMAGE_TOO_BIG", "A picture may have 5 megabytes at most"),
  imagesTooMany: () =>
    catalogueError(INVALID_DATA, "LISTING_IMAGES_TOO_MANY", "At most six pictures at a time"),
  imageMissing: () =>
    catalogueError(
      INVALID_DATA,
      "LISTING_IMAGE_MISSING",
      "Send one to six pictures in the form field `files`"
    ),
  labelsTooMany: (max: number) =>
    catalogueError(INVALID_DATA, "LISTING_LABELS_TOO_MANY", `At most ${max} labels can be printed at once`),
  archived: () => catalogueError(NOT_ALLOWED, "LISTING_ARCHIVED", "An archived listing cannot be changed"),
  variantOptions: (text: string) => catalogueError(INVALID_DATA, "LISTING_OPTIONS_WRONG", text),
}
