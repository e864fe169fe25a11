/** A code for a private company that had none. */
export { drawCode as drawCompanyCode } from "../../../../modules/company/lib/codes"
