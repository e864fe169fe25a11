import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED, INVALID_DATA } = MedusaError.Types

/** Every refusal of the cash desk. */
export const PosErrors = {
  shiftAlreadyOpen: () =>
    catalogueError(NOT_ALLOWED, "POS_SHIFT_ALREADY_OPEN", "You have an open shift already; close it first"),
  shiftClosed: () => catalogueError(NOT_ALLOWED, "POS_SHIFT_CLOSED", "This shift is closed"),
  shiftRequired: () =>
    catalogueError(
      NOT_ALLOWED,
      "POS_SHIFT_REQUIRED",
      "Open a shift first; a sale made offline belongs to the shift that was open at its time"
    ),
  soldAtWrong: () =>
    catalogueError(
      INVALID_DATA,
      "POS_SOLD_AT_WRONG",
      "The time of the sale is in the future or more than 30 days ago; set the clock of the cash desk"
    ),
  notSelling: () =>
    catalogueError(NOT_ALLOWED, "POS_COMPANY_NOT_SELLING", "The company may not sell at the moment"),
  goodsUnknown: (ids: string[]) =>
    catalogueError(INVALID_DATA, "POS_GOODS_UNKNOWN", `The company has no goods with id: ${ids.join(", ")}`),
  goodsGone: (titles: string[]) =>
    catalogueError(NOT_ALLOWED, "POS_GOODS_GONE", `These goods are archived: ${titles.join(", ")}`),
  shortStock: (titles: string[]) =>
    catalogueError(NOT_ALLOWED, "POS_SHORT_STOCK", `Not enough in stock: ${titles.join(", ")}`),
  priceChanged: (titles: string[]) =>
    catalogueError(NOT_ALLOWED, "POS_PRICE_CHANGED", `The price has changed: ${titles.join(", ")}`),
  discountForbidden: () =>
    catalogueError(NOT_ALLOWED, "POS_DISCOUNT_FORBIDDEN", "You may not give a discount"),
  discountTooBig: () =>
    catalogueError(INVALID_DATA, "POS_DISCOUNT_TOO_BIG", "The discount is more than the goods cost"),
  paymentWrong: (total: number) =>
    catalogueError(
      INVALID_DATA,
      "POS_PAYMENT_WRONG",
      `Cash and card together have to be exactly ${total}, each named once, and the cash handed over at least the cash part`
    ),
  phoneWrong: () =>
    catalogueError(INVALID_DATA, "POS_PHONE_WRONG", "The customer's telephone is no Uzbek number"),
  clientIdReused: () =>
    catalogueError(
      NOT_ALLOWED,
      "POS_CLIENT_ID_REUSED",
      "This client_id has been used for something else; draw a new one for each sale and return"
    ),
  saleBusy: () =>
    catalogueError(NOT_ALLOWED, "POS_SALE_BUSY", "This is being worked on at the moment; send it again"),
  tryAgain: () =>
    catalogueError(NOT_ALLOWED, "POS_TRY_AGAIN", "Something went wrong here; nothing is lost, send it again"),
  notInReview: () =>
    catalogueError(NOT_ALLOWED, "POS_SALE_NOT_IN_REVIEW", "This sale does not wait for anybody's decision"),
  saleNotDone: () =>
    catalogueError(
      NOT_ALLOWED,
      "POS_SALE_NOT_DONE",
      "Goods of a sale that is not settled cannot be returned"
    ),
  lineUnknown: (id: string) =>
    catalogueError(INVALID_DATA, "POS_LINE_UNKNOWN", `This sale has no line "${id}"`),
}
