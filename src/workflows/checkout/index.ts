export { completeCheckoutWorkflow } from "./workflows/complete-checkout"
