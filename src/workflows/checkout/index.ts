export { completeCheckout } from "./complete"
export { completeCheckoutWorkflow } from "./workflows/complete-checkout"
