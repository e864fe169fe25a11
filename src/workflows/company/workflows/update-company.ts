import { createWorkflow, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { updateCompanyStep } from "../steps/update-company"

type Input = Parameters<typeof updateCompanyStep>[0]

/** Changes a company's profile and requisites; never its status. */
export const updateCompanyWorkflow = createWorkflow(
  "update-company-workflow",
  (input: WorkflowData<Input>) => {
    const company = updateCompanyStep(input as never)
    return new WorkflowResponse(company)
  }
)
