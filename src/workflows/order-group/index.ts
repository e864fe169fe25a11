export { closeOrderGroupWorkflow } from "./workflows/close-order-group"
export { discardCheckoutWorkflow } from "./workflows/discard-checkout"
export { refundOrderGroupWorkflow } from "./workflows/refund-order-group"
export { settleOrderGroupWorkflow } from "./workflows/settle-order-group"
