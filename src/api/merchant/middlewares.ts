import {
  authenticate,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, parseCorsOrigins } from "@medusajs/framework/utils"
import cors from "cors"
import { companyScope, loadStanding } from "../access/company-scope"
import { refuseNul } from "../access/refuse-nul"
import { merchantCompanyMiddlewares } from "./company/middlewares"
import { merchantLedgerMiddlewares } from "./ledger/middlewares"
import { merchantListingMiddlewares } from "./listings/middlewares"
import { merchantMeMiddlewares } from "./me/middlewares"
import { merchantMemberMiddlewares } from "./members/middlewares"
import { merchantOrderMiddlewares } from "./orders/middlewares"
import { merchantSettlementMiddlewares } from "./settlements/middlewares"
import { merchantReceiptMiddlewares } from "./receipts/middlewares"

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
      refuseNul,
      authenticate("user", ["bearer", "session"]),
      loadStanding,
      companyScopeUnlessMe,
    ],
  },
  ...merchantMeMiddlewares,
  ...merchantCompanyMiddlewares,
  ...merchantMemberMiddlewares,
  ...merchantListingMiddlewares,
  ...merchantOrderMiddlewares,
  ...merchantLedgerMiddlewares,
  ...merchantSettlementMiddlewares,
  ...merchantReceiptMiddlewares,
]
