export { archiveListingWorkflow } from "./workflows/archive-listing"
export { createListingWorkflow } from "./workflows/create-listing"
export { updateListingWorkflow } from "./workflows/update-listing"
