import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { changeVisibilityStep } from "../steps/change-visibility"
import { updateCompanyStep } from "../steps/update-company"

type Input = Parameters<typeof updateCompanyStep>[0]

/**
 * Changes a company's profile and requisites; never its status. Whether it is private goes with its goods, which move to
 * another channel then.
 */
export const updateCompanyWorkflow = createWorkflow(
  "update-company-workflow",
  (input: WorkflowData<Input>) => {
    when("visibility-given", input, ({ update }) => typeof update.is_private === "boolean").then(() => {
      changeVisibilityStep(
        transform(input, ({ id, update }) => ({ company_id: id, is_private: update.is_private! }))
      )
    })
    const company = updateCompanyStep(
      transform(input, ({ id, update: { is_private: _, ...update } }) => ({ id, update })) as never
    )
    return new WorkflowResponse(company)
  }
)
