export { isTiyin, sumToTiyin, tiyinToSum } from "./amount"
export {
  cancelAnswer,
  checkAnswer,
  createAnswer,
  performAnswer,
  selectForStatement,
  statementRow,
  type CancelAnswer,
  type CheckAnswer,
  type CreateAnswer,
  type PerformAnswer,
  type StatementRow,
} from "./answers"
export { authenticateCashbox, parseBasic, type Cashbox, type CashboxSecret } from "./auth"
export {
  isAccountError,
  isPaymeErrorCode,
  PAYME_ERROR,
  PAYME_MESSAGES,
  PaymeError,
  type LocalizedText,
  type PaymeErrorCode,
  type RpcError,
} from "./errors"
export {
  encodeFiscalDetail,
  fiscalDetail,
  type FiscalDetail,
  type FiscalInput,
  type FiscalItem,
  type FiscalLine,
} from "./fiscal"
export { setFiscalDataParams, type SetFiscalDataParams } from "./fiscal-params"
export { ipAllowed, isAllowListEntry } from "./ip"
export {
  checkoutForm,
  checkoutUrl,
  type CheckoutFormInput,
  type CheckoutInput,
  type CheckoutLanguage,
} from "./link"
export { isPaymeMethod, PAYME_METHODS, type PaymeMethod } from "./methods"
export { decideCheckPerform, decideCreate, type OrderFacts } from "./order-check"
export {
  accountReference,
  cancelParams,
  changePasswordParams,
  checkParams,
  checkPerformParams,
  createParams,
  performParams,
  statementParams,
  type Account,
  type CancelParams,
  type ChangePasswordParams,
  type CheckPerformParams,
  type CreateParams,
  type StatementParams,
  type TransactionParams,
} from "./params"
export {
  NULL_ID,
  parseRpc,
  rpcErrorText,
  rpcResultText,
  type JsonScalar,
  type ParsedRpc,
  type RpcCall,
} from "./rpc"
export {
  applyTransition,
  CANCEL_REASON,
  decideCancel,
  decidePerform,
  decideReplayOfCreate,
  expiry,
  isExpired,
  isTimeFresh,
  TRANSACTION_LIFETIME_MS,
  type Answer,
  type Refusal,
  type TransactionRecord,
  type TransactionState,
  type Transition,
} from "./transitions"
