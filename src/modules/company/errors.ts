import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"
import { CompanyStatus, CompanyTransition } from "./lib/status"

const { NOT_ALLOWED, INVALID_DATA, FORBIDDEN } = MedusaError.Types

/** Every refusal of the company room. */
export const CompanyErrors = {
  handleTaken: (handle: string) =>
    catalogueError(
      INVALID_DATA,
      "COMPANY_HANDLE_TAKEN",
      `Another company has the handle ${handle}; choose another`
    ),
  wrongTransition: (transition: CompanyTransition, status: CompanyStatus) =>
    catalogueError(
      NOT_ALLOWED,
      "COMPANY_STATUS_FORBIDS",
      `A company that is ${status} cannot be changed by: ${transition}`
    ),
  lastOwner: () =>
    catalogueError(
      NOT_ALLOWED,
      "COMPANY_LAST_OWNER",
      "The last owner cannot be removed or lose the role; make another owner first"
    ),
  alreadyMember: (email: string) =>
    catalogueError(
      NOT_ALLOWED,
      "COMPANY_MEMBER_EXISTS",
      `${email} is already in this company or invited to it`
    ),
  stillInvited: () =>
    catalogueError(NOT_ALLOWED, "COMPANY_MEMBER_INVITED", "This person has not accepted the invitation yet"),
  noMembership: () =>
    catalogueError(FORBIDDEN, "COMPANY_MEMBERSHIP_REQUIRED", "You are not an active member of a company"),
  chooseCompany: () =>
    catalogueError(
      INVALID_DATA,
      "COMPANY_REQUIRED",
      "You belong to several companies; name one in the x-company-id header"
    ),
  permission: (permission: string) =>
    catalogueError(FORBIDDEN, "PERMISSION_REQUIRED", `Your role does not allow this (${permission})`),
  operatorRequired: () =>
    catalogueError(FORBIDDEN, "OPERATOR_REQUIRED", "Only an operator of the market may do this"),
  frozen: (status: CompanyStatus) =>
    catalogueError(NOT_ALLOWED, "COMPANY_FROZEN", `The company is ${status}; nothing can be changed in it`),
}
