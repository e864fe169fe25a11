export { leaveCompany, revokeAccess } from "./end"
export { joinCompany } from "./join"
export { changeVisibility, renewPublishableKey } from "./visibility"
