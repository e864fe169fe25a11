import { MiddlewareRoute } from "@medusajs/framework/http"
import { adminGuard } from "../access/admin-guard"
import { recordWrite, watchAnswer } from "../access/audit"
import { refuseNul } from "../access/refuse-nul"
import { adminAdMiddlewares } from "./ads/middlewares"
import { adminAuditMiddlewares } from "./audit-log/middlewares"
import { adminCompanyMiddlewares } from "./companies/middlewares"
import { adminLedgerMiddlewares } from "./ledger/middlewares"
import { adminFinanceMiddlewares } from "./finance/middlewares"
import { adminOperatorMiddlewares } from "./operators/middlewares"
import { adminFulfillmentMiddlewares } from "./fulfillments/middlewares"
import { adminGatewayMiddlewares } from "./gateway-transactions/middlewares"
import { adminOrderMiddlewares } from "./orders/middlewares"
import { adminPaymentMiddlewares } from "./payments/middlewares"
import { adminRefundMiddlewares } from "./refunds/middlewares"
import { adminReconciliationMiddlewares } from "./reconciliations/middlewares"
import { adminSettlementMiddlewares } from "./settlements/middlewares"
import { adminReceiptMiddlewares } from "./receipts/middlewares"
import { adminReviewMiddlewares } from "./reviews/middlewares"
import { adminSearchMiddlewares } from "./search/middlewares"

export const adminMiddlewares: MiddlewareRoute[] = [
  // A write that the guard let through is written down before anything else happens.
  { matcher: "/admin", middlewares: [watchAnswer, adminGuard, recordWrite] },
  { matcher: "/admin/companies", middlewares: [refuseNul] },
  { matcher: "/admin/operators", middlewares: [refuseNul] },
  ...adminOrderMiddlewares,
  ...adminPaymentMiddlewares,
  ...adminRefundMiddlewares,
  ...adminFulfillmentMiddlewares,
  ...adminGatewayMiddlewares,
  ...adminCompanyMiddlewares,
  ...adminOperatorMiddlewares,
  ...adminLedgerMiddlewares,
  ...adminReconciliationMiddlewares,
  ...adminSettlementMiddlewares,
  ...adminFinanceMiddlewares,
  ...adminReceiptMiddlewares,
  ...adminAuditMiddlewares,
  ...adminAdMiddlewares,
  ...adminReviewMiddlewares,
  ...adminSearchMiddlewares,
]
