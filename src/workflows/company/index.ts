export { approveCompanyWorkflow } from "./workflows/approve-company"
export {
  addDeliveryOptionWorkflow,
  changeDeliveryOptionWorkflow,
  removeDeliveryOptionWorkflow,
} from "./workflows/change-delivery"
export { createCompanyWorkflow } from "./workflows/create-company"
export { setCompanySellingWorkflow } from "./workflows/set-company-selling"
export { updateCompanyWorkflow } from "./workflows/update-company"
