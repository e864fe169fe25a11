import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED, INVALID_DATA } = MedusaError.Types

/** Every refusal of the expenses' room. */
export const ExpenseErrors = {
  dayInFuture: () =>
    catalogueError(
      INVALID_DATA,
      "EXPENSE_DAY_IN_FUTURE",
      "An expense is written down on the day it was paid or later; for what comes again use a recurring expense"
    ),
  clientIdReused: () =>
    catalogueError(
      NOT_ALLOWED,
      "EXPENSE_CLIENT_ID_REUSED",
      "This client_id has been used for another expense; draw a new one for each"
    ),
  categoryUnknown: (id: string) =>
    catalogueError(
      INVALID_DATA,
      "EXPENSE_CATEGORY_UNKNOWN",
      `The company has no category of expenses with id: ${id}`
    ),
  categoryArchived: () =>
    catalogueError(NOT_ALLOWED, "EXPENSE_CATEGORY_ARCHIVED", "This category is archived; choose another one"),
  categoryNameTaken: (name: string) =>
    catalogueError(
      INVALID_DATA,
      "EXPENSE_CATEGORY_NAME_TAKEN",
      `The company has a category called ${name} already`
    ),
  categoryStandard: () =>
    catalogueError(NOT_ALLOWED, "EXPENSE_CATEGORY_STANDARD", "A standard category cannot be changed"),
  categoriesFull: (most: number) =>
    catalogueError(
      NOT_ALLOWED,
      "EXPENSE_CATEGORIES_FULL",
      `A company has at most ${most} categories of its own`
    ),
  notYours: () =>
    catalogueError(
      NOT_ALLOWED,
      "EXPENSE_NOT_YOURS",
      "Only its author, or who manages expenses, changes this"
    ),
  approvedByOther: () =>
    catalogueError(
      NOT_ALLOWED,
      "EXPENSE_APPROVED_BY_OTHER",
      "Somebody has approved this; ask who manages the company's expenses to change it"
    ),
  alreadyDecided: (status: string) =>
    catalogueError(NOT_ALLOWED, "EXPENSE_ALREADY_DECIDED", `This has been decided already: ${status}`),
  ownAboveLimit: () =>
    catalogueError(
      NOT_ALLOWED,
      "EXPENSE_OWN_ABOVE_LIMIT",
      "This is your own and above your limit; somebody else has to decide"
    ),
  aboveLimit: () =>
    catalogueError(
      NOT_ALLOWED,
      "EXPENSE_ABOVE_LIMIT",
      "This is above the limit of your role; somebody with a higher one has to decide"
    ),
  sanctionedTooMuch: () =>
    catalogueError(INVALID_DATA, "EXPENSE_SANCTIONED_TOO_MUCH", "No more can be approved than was claimed"),
  roleUnknown: (role: string) =>
    catalogueError(
      INVALID_DATA,
      "EXPENSE_ROLE_UNKNOWN",
      `The company has no role ${role.slice(0, 60)} that writes or decides expenses`
    ),
  attachmentMissing: () =>
    catalogueError(
      INVALID_DATA,
      "EXPENSE_ATTACHMENT_MISSING",
      "Send one to six files in the field files of a multipart form"
    ),
  attachmentTooBig: () =>
    catalogueError(INVALID_DATA, "EXPENSE_ATTACHMENT_TOO_BIG", "A file may have 10 MB at most"),
  attachmentsTooMany: () =>
    catalogueError(INVALID_DATA, "EXPENSE_ATTACHMENTS_TOO_MANY", "Six files at most in one upload"),
  attachmentsFull: (most: number) =>
    catalogueError(NOT_ALLOWED, "EXPENSE_ATTACHMENTS_FULL", `An expense has at most ${most} files`),
  attachmentUnreadable: (name: string) =>
    catalogueError(
      INVALID_DATA,
      "EXPENSE_ATTACHMENT_UNREADABLE",
      `${name} is not a whole JPEG, PNG, WebP or PDF; photograph or export it again`
    ),
  storeNotPrivate: () =>
    catalogueError(
      NOT_ALLOWED,
      "EXPENSE_STORE_NOT_PRIVATE",
      "This server's file store would show the file to everybody; give it a private_upload_dir"
    ),
  /** The text ends in the id of the expense that has the file, for those who may see it. */
  attachmentDuplicate: (name: string, expenseId?: string) =>
    catalogueError(
      NOT_ALLOWED,
      "EXPENSE_ATTACHMENT_DUPLICATE",
      `${name} proves another expense already${expenseId ? `: ${expenseId}` : ""}`
    ),
  recurringDaysWrong: () =>
    catalogueError(INVALID_DATA, "EXPENSE_RECURRING_DAYS_WRONG", "The last day lies before the first one"),
  recurringDayOutside: (day: string) =>
    catalogueError(
      INVALID_DATA,
      "EXPENSE_RECURRING_DAY_OUTSIDE",
      `This expense has no day in the period of ${day}`
    ),
  recurringHasChanges: () =>
    catalogueError(
      NOT_ALLOWED,
      "EXPENSE_RECURRING_HAS_CHANGES",
      "A period of this expense is changed or skipped; take that back before it comes more or less often"
    ),
  recurringFull: (most: number) =>
    catalogueError(
      NOT_ALLOWED,
      "EXPENSE_RECURRING_FULL",
      `At most ${most} recurring expenses at a time, and as many changed periods of one; end what is no longer paid`
    ),
  importColumnsMissing: (names: string) =>
    catalogueError(INVALID_DATA, "EXPENSE_IMPORT_COLUMNS_MISSING", `The file has no column for: ${names}`),
}
