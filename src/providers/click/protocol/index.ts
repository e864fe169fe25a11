export { amountText, isAmount, tiyinOfAmount } from "./amount"
export { answerText } from "./answers"
export { clickCall, isClickId, type ClickAction, type ClickCall } from "./call"
export {
  decideComplete,
  decidePrepare,
  prepareIdOf,
  type ClickAlertKind,
  type CompleteDecision,
  type OrderFacts,
  type OrderStanding,
  type PrepareDecision,
  type PrepareRecord,
} from "./decisions"
export { CLICK_ERROR, CLICK_NOTES, ClickError, type ClickErrorCode } from "./errors"
export { readFields, type ClickFields } from "./fields"
export {
  clickFiscal,
  vatInside,
  type ClickFiscal,
  type ClickFiscalBody,
  type ClickFiscalItem,
  type ClickFiscalLine,
} from "./fiscal"
export { payLink, type ClickLinkInput } from "./link"
export { merchantAuth } from "./merchant-auth"
export { refuseReversal, type ReversalFacts, type ReversalRefusal } from "./reversal"
export { advancedShopSign, completeSign, isSigned, prepareSign } from "./sign"
export { tashkentDate, tashkentDay } from "./tashkent"
