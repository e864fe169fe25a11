import {
  authenticate,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, parseCorsOrigins } from "@medusajs/framework/utils"
import cors from "cors"
import { recordWrite, watchAnswer } from "../access/audit"
import { companyScope, loadStanding } from "../access/company-scope"
import { refuseNul } from "../access/refuse-nul"
import { merchantAccessMiddlewares } from "./access/middlewares"
import { merchantAdMiddlewares } from "./ads/middlewares"
import { merchantCategoryMiddlewares } from "./categories/middlewares"
import { merchantCompanyMiddlewares } from "./company/middlewares"
import { merchantDeliveryMiddlewares } from "./delivery-options/middlewares"
import { merchantExpenseBudgetMiddlewares } from "./expense-budgets/middlewares"
import { merchantExpenseCategoryMiddlewares } from "./expense-categories/middlewares"
import { merchantExpensePolicyMiddlewares } from "./expense-policy/middlewares"
import { merchantExpenseImportMiddlewares } from "./expenses/import/middlewares"
import { merchantExpenseMiddlewares } from "./expenses/middlewares"
import { merchantFinanceMiddlewares } from "./finance/middlewares"
import { merchantImportMiddlewares } from "./imports/middlewares"
import { merchantLedgerMiddlewares } from "./ledger/middlewares"
import { merchantListingMiddlewares } from "./listings/middlewares"
import { merchantMeMiddlewares } from "./me/middlewares"
import { merchantMemberMiddlewares } from "./members/middlewares"
import { merchantOrderMiddlewares } from "./orders/middlewares"
import { merchantPosMiddlewares } from "./pos/middlewares"
import { merchantRecurringExpenseMiddlewares } from "./recurring-expenses/middlewares"
import { merchantRoleMiddlewares } from "./roles/middlewares"
import { merchantSettlementMiddlewares } from "./settlements/middlewares"
import { merchantReceiptMiddlewares } from "./receipts/middlewares"
import { merchantReviewMiddlewares } from "./reviews/middlewares"
import { merchantSalesMiddlewares } from "./sales/middlewares"
import { merchantUploadMiddlewares } from "./uploads/middlewares"

/** The dashboard's origins, as for `/admin`; before authentication, so that a preflight is answered. */
function merchantCors(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { projectConfig } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  cors({ origin: parseCorsOrigins(projectConfig.http.adminCors), credentials: true })(req, res, next)
}

/** `/merchant/me…` answers people of several companies and of none yet; every other path acts for one company. */
function companyScopeUnlessMe(...[req, res, next]: Parameters<typeof companyScope>) {
  return /^\/me(\/|$)/i.test(req.path) ? next() : companyScope(req, res, next)
}

export const merchantMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/merchant",
    middlewares: [
      merchantCors,
      watchAnswer,
      refuseNul,
      authenticate("user", ["bearer", "session"]),
      loadStanding,
      companyScopeUnlessMe,
      recordWrite,
    ],
  },
  ...merchantMeMiddlewares,
  ...merchantCompanyMiddlewares,
  ...merchantAccessMiddlewares,
  ...merchantDeliveryMiddlewares,
  ...merchantMemberMiddlewares,
  ...merchantRoleMiddlewares,
  ...merchantListingMiddlewares,
  ...merchantCategoryMiddlewares,
  ...merchantImportMiddlewares,
  ...merchantUploadMiddlewares,
  ...merchantOrderMiddlewares,
  ...merchantPosMiddlewares,
  ...merchantLedgerMiddlewares,
  ...merchantSettlementMiddlewares,
  ...merchantFinanceMiddlewares,
  ...merchantReceiptMiddlewares,
  ...merchantSalesMiddlewares,
  ...merchantExpenseMiddlewares,
  ...merchantExpenseCategoryMiddlewares,
  ...merchantExpensePolicyMiddlewares,
  ...merchantExpenseImportMiddlewares,
  ...merchantExpenseBudgetMiddlewares,
  ...merchantRecurringExpenseMiddlewares,
  ...merchantAdMiddlewares,
  ...merchantReviewMiddlewares,
]
