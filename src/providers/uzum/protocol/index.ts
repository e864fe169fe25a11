export {
  answerText,
  checkAnswer,
  confirmAnswer,
  createAnswer,
  errorAnswer,
  reverseAnswer,
  statusAnswer,
  type UzumFields,
} from "./answers"
export { parseBasic, servicesOf, type UzumCredentials } from "./auth"
export { UZUM_ERROR, UzumError, type UzumErrorCode } from "./errors"
export { ExactNumber, parseExactObject, type ExactJson, type ExactObject } from "./json"
export { openServiceUrl, type ServiceLink } from "./link"
export { TIME_FIELD, UZUM_METHODS, type UzumMethod } from "./methods"
export {
  accountReference,
  readUzumBody,
  storableAccount,
  uzumRequest,
  type Echo,
  type UzumBody,
  type UzumRequest,
} from "./request"
export {
  applyTransition,
  decideCheck,
  decideConfirm,
  decideCreate,
  decideReverse,
  decideStatus,
  isExpired,
  TRANSACTION_LIFETIME_MS,
  type Answer,
  type Refusal,
  type Transition,
  type UzumOrder,
  type UzumRecord,
  type UzumState,
} from "./transitions"
