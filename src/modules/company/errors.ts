import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"
import { CompanyStatus, CompanyTransition } from "./lib/status"

const { NOT_ALLOWED, INVALID_DATA, FORBIDDEN, NOT_FOUND } = MedusaError.Types

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
  notInvited: () =>
    catalogueError(
      NOT_ALLOWED,
      "COMPANY_MEMBER_NOT_INVITED",
      "Only an open invitation can be renewed; this person has accepted it"
    ),
  roleNameTaken: (name: string) =>
    catalogueError(INVALID_DATA, "COMPANY_ROLE_NAME_TAKEN", `The company has a role called ${name} already`),
  rolesFull: (most: number) =>
    catalogueError(NOT_ALLOWED, "COMPANY_ROLES_FULL", `A company has at most ${most} roles of its own`),
  roleInUse: (count: number) =>
    catalogueError(
      NOT_ALLOWED,
      "COMPANY_ROLE_IN_USE",
      `${count} of the company's people have this role; give them another one first`
    ),
  permissionUnknown: (name: string) =>
    catalogueError(
      INVALID_DATA,
      "COMPANY_ROLE_UNKNOWN_PERMISSION",
      `There is no permission called ${name.slice(0, 60)}`
    ),
  permissionBuiltIn: (permission: string) =>
    catalogueError(
      NOT_ALLOWED,
      "COMPANY_ROLE_FORBIDDEN_PERMISSION",
      `Only a built-in role gives ${permission}`
    ),
  permissionBeyond: (permission: string) =>
    catalogueError(
      FORBIDDEN,
      "COMPANY_ROLE_BEYOND_YOURS",
      `You cannot give what you are not allowed yourself (${permission})`
    ),
  deliveryNotReady: () =>
    catalogueError(
      NOT_ALLOWED,
      "COMPANY_DELIVERY_NOT_READY",
      "Ways of delivery come with the operator's approval of the company"
    ),
  deliveryFull: (most: number) =>
    catalogueError(NOT_ALLOWED, "COMPANY_DELIVERY_FULL", `A company has at most ${most} ways of delivery`),
  deliveryLast: () =>
    catalogueError(
      NOT_ALLOWED,
      "COMPANY_DELIVERY_LAST",
      "Shoppers need at least one way of delivery; switch another one on first"
    ),
  /** One answer for a wrong code, a wrong or missing key, and a company that cannot be entered. */
  joinRefused: () =>
    catalogueError(
      NOT_FOUND,
      "COMPANY_JOIN_REFUSED",
      "There is no company that this code and access key lead into"
    ),
  /** Answered with 429, which Medusa's errors have no name for. */
  joinLimited: () =>
    catalogueError(NOT_ALLOWED, "COMPANY_JOIN_LIMITED", "Too many tries; wait a little before the next one"),
  codeTaken: () =>
    catalogueError(INVALID_DATA, "COMPANY_CODE_TAKEN", "Another company has this code; choose another"),
  codeLimited: () =>
    catalogueError(
      NOT_ALLOWED,
      "COMPANY_CODE_LIMITED",
      "Too many codes were chosen; wait a little before the next one"
    ),
  notPrivate: () =>
    catalogueError(
      NOT_ALLOWED,
      "COMPANY_NOT_PRIVATE",
      "Only an approved private company has a key of its own"
    ),
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
