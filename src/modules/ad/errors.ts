import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED, INVALID_DATA } = MedusaError.Types

/** Every refusal of the room of ads. */
export const AdErrors = {
  statusWrong: (act: string, status: string) =>
    catalogueError(NOT_ALLOWED, "AD_STATUS_WRONG", `An ad that is ${status} cannot be put to this: ${act}`),
  nothingWaits: () =>
    catalogueError(NOT_ALLOWED, "AD_NOTHING_WAITS", "Nothing of this ad waits for a decision"),
  revisionChanged: (revision: number) =>
    catalogueError(
      NOT_ALLOWED,
      "AD_REVISION_CHANGED",
      `The company has changed it meanwhile; look at revision ${revision} and decide on that`
    ),
  pausedByOperator: () =>
    catalogueError(
      NOT_ALLOWED,
      "AD_PAUSED_BY_OPERATOR",
      "The market has stopped this ad; ask its operators to let it go on"
    ),
  companyPrivate: () =>
    catalogueError(
      NOT_ALLOWED,
      "AD_COMPANY_PRIVATE",
      "A private company cannot advertise to everybody; open the company first"
    ),
  companyInactive: () =>
    catalogueError(NOT_ALLOWED, "AD_COMPANY_INACTIVE", "Only a company that may sell can advertise"),
  adsFull: (most: number) =>
    catalogueError(NOT_ALLOWED, "AD_ADS_FULL", `A company has at most ${most} ads that have not ended`),
  placementUnknown: (code: string) =>
    catalogueError(INVALID_DATA, "AD_PLACEMENT_UNKNOWN", `There is no place for ads called ${code}`),
  placementInactive: () =>
    catalogueError(NOT_ALLOWED, "AD_PLACEMENT_INACTIVE", "This place takes no ads at present"),
  placementUnfit: (kind: string) =>
    catalogueError(INVALID_DATA, "AD_PLACEMENT_UNFIT", `This place is not for ads of kind ${kind}`),
  placementFixed: () =>
    catalogueError(
      NOT_ALLOWED,
      "AD_PLACEMENT_FIXED",
      "An ad that has been submitted keeps its kind and place; make another one"
    ),
  sizeWrong: () =>
    catalogueError(
      INVALID_DATA,
      "AD_PLACEMENT_SIZE_WRONG",
      "Width and height belong to places of banners, positions to places in lists"
    ),
  priceTooLow: (minimum: number) =>
    catalogueError(
      INVALID_DATA,
      "AD_PRICE_TOO_LOW",
      `The price is below this place's minimum of ${minimum} so'm`
    ),
  budgetMissing: () =>
    catalogueError(INVALID_DATA, "AD_BUDGET_MISSING", "Say how much the ad may cost in all (total_budget)"),
  budgetTooSmall: () =>
    catalogueError(
      INVALID_DATA,
      "AD_BUDGET_TOO_SMALL",
      "The budget does not pay for one click or one thousandth of a thousand impressions"
    ),
  dailyAboveTotal: () =>
    catalogueError(INVALID_DATA, "AD_DAILY_ABOVE_TOTAL", "The daily budget is above the total budget"),
  budgetBelowSpent: () =>
    catalogueError(INVALID_DATA, "AD_BUDGET_BELOW_SPENT", "The budget is below what has been spent already"),
  datesWrong: () =>
    catalogueError(
      INVALID_DATA,
      "AD_DATES_WRONG",
      "An ad ends after it starts, and within two years from now"
    ),
  endMissing: () => catalogueError(INVALID_DATA, "AD_END_MISSING", "Say when the ad ends (ends_at)"),
  endInPast: () =>
    catalogueError(
      INVALID_DATA,
      "AD_END_IN_PAST",
      "The end lies in the past; to end the ad at once send now"
    ),
  contentMissing: (what: string) =>
    catalogueError(INVALID_DATA, "AD_CONTENT_MISSING", `The ad lacks ${what}`),
  contentUnfit: () =>
    catalogueError(
      INVALID_DATA,
      "AD_CONTENT_UNFIT",
      "Goods in a list show their own picture and lead to their own page; leave image and link out"
    ),
  textWrong: (field: string) =>
    catalogueError(INVALID_DATA, "AD_TEXT_WRONG", `${field} has control characters in it`),
  linkWrong: () =>
    catalogueError(
      INVALID_DATA,
      "AD_LINK_WRONG",
      "A link is a whole address that begins with http:// or https://, without a user name"
    ),
  listingMissing: () =>
    catalogueError(INVALID_DATA, "AD_LISTING_MISSING", "Choose the goods that the ad is for (listing_id)"),
  listingUnfit: () =>
    catalogueError(
      INVALID_DATA,
      "AD_LISTING_UNFIT",
      "Only goods of one's own that shoppers see can be advertised"
    ),
  categoryUnknown: (id: string) =>
    catalogueError(INVALID_DATA, "AD_CATEGORY_UNKNOWN", `There is no category with id: ${id}`),
  imageMissing: () =>
    catalogueError(
      INVALID_DATA,
      "AD_IMAGE_MISSING",
      "Send one picture in the field file of a multipart form"
    ),
  imageTooBig: () => catalogueError(INVALID_DATA, "AD_IMAGE_TOO_BIG", "A picture may have 10 MB at most"),
  imageUnreadable: () =>
    catalogueError(
      INVALID_DATA,
      "AD_IMAGE_UNREADABLE",
      "This is not a whole JPEG, PNG or WebP picture; export it again"
    ),
  imageTooSmall: (width: number, height: number) =>
    catalogueError(
      INVALID_DATA,
      "AD_IMAGE_TOO_SMALL",
      `The picture is smaller than its place: at least ${width} × ${height} pixels`
    ),
  imageUnknown: () =>
    catalogueError(INVALID_DATA, "AD_IMAGE_UNKNOWN", "Upload the picture first; only one's own can be used"),
  imageUnfit: (width: number, height: number) =>
    catalogueError(
      INVALID_DATA,
      "AD_IMAGE_UNFIT",
      `The picture was made for another place; this one takes ${width} × ${height} pixels`
    ),
  imagesFull: (most: number) =>
    catalogueError(
      NOT_ALLOWED,
      "AD_IMAGES_FULL",
      `At most ${most} pictures may wait unused; use them or wait a day`
    ),
  needsEnd: () =>
    catalogueError(NOT_ALLOWED, "AD_NEEDS_END_DATE", "Give the ad an end (ends_at) before it goes on"),
  notHouseAd: () =>
    catalogueError(NOT_ALLOWED, "AD_NOT_HOUSE_AD", "Only the market's own ads are changed by its operators"),
  periodTooLong: (days: number) =>
    catalogueError(
      INVALID_DATA,
      "AD_PERIOD_WRONG",
      `Ask for a period of at most ${days} days, from before to`
    ),
  tokenInvalid: () =>
    catalogueError(
      INVALID_DATA,
      "AD_TOKEN_INVALID",
      "This token is not for this ad and this visitor, or has ended; ask for ads anew"
    ),
} as const
