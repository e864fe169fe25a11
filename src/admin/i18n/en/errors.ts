/** By the code of the answer; what is not here is told in the server's own words. */
export const errors = {
  unknown: "Something went wrong. Please try again.",
  OFFLINE: "The server cannot be reached. Check the connection and try again.",
  PERMISSION_REQUIRED: "You may not do this. Ask the owner of the company.",
  OPERATOR_REQUIRED: "Only the operator of the market may do this.",
  COMPANY_MEMBERSHIP_REQUIRED: "You do not belong to a company.",
}
