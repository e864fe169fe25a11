export { approveCompanyWorkflow } from "./workflows/approve-company"
export { createCompanyWorkflow } from "./workflows/create-company"
export { setCompanySellingWorkflow } from "./workflows/set-company-selling"
export { updateCompanyWorkflow } from "./workflows/update-company"
