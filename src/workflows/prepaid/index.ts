export { finishPlacing } from "./recover"
export { refundPrepaid, type RefundOutcome } from "./refund"
export { finishPrepaid, settlePrepaid } from "./settle"
