import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../../modules/company"
import CompanyModuleService from "../../../../modules/company/service"
import { setCompanySellingWorkflow } from "../../../../workflows/company"

/** Handler of the three routes that stop a company's selling or let it go on. */
export function changeSelling(transition: "suspend" | "reinstate" | "archive") {
  return async (req: AuthenticatedMedusaRequest<{ reason?: string }>, res: MedusaResponse) => {
    await setCompanySellingWorkflow(req.scope).run({
      input: { company_id: req.params.id, transition, reason: req.validatedBody.reason ?? null },
    })
    const company = await req.scope
      .resolve<CompanyModuleService>(COMPANY_MODULE)
      .retrieveCompany(req.params.id)
    res.json({ company })
  }
}
