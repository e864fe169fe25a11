/** By the code of the answer; what is not here is told in the server's own words. */
export const errors = {
  unknown: "Something went wrong. Please try again.",
  OFFLINE: "The server cannot be reached. Check the connection and try again.",
  PERMISSION_REQUIRED: "You may not do this. Ask the owner of the company.",
  OPERATOR_REQUIRED: "Only the operator of the market may do this.",
  COMPANY_MEMBERSHIP_REQUIRED: "You do not belong to a company.",
  COMPANY_LAST_OWNER: "The last owner has to stay; make somebody else an owner first.",
  COMPANY_MEMBER_EXISTS: "This person is in the team or invited already.",
  COMPANY_MEMBER_NOT_INVITED: "This person has accepted the invitation already.",
  COMPANY_ROLE_NAME_TAKEN: "There is a role of this name already.",
  COMPANY_ROLE_IN_USE: "Somebody has this role; give them another one first.",
  COMPANY_ROLE_BEYOND_YOURS: "You cannot give what you are not allowed yourself.",
  COMPANY_ROLES_FULL: "There are too many roles; delete some.",
  COMPANY_DELIVERY_LAST: "At least one way of delivery has to be on.",
  COMPANY_DELIVERY_NOT_READY: "The operator has to approve the shop first.",
  COMPANY_DELIVERY_FULL: "There are too many ways of delivery.",
}
