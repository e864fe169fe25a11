import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { requirePermission } from "../../access/company-scope"
import { validateQuery } from "../../access/validate-query"
import {
  Catalog,
  CloseShift,
  ListSales,
  ListShifts,
  MoveCash,
  OpenShift,
  Return,
  Sales,
  Scan,
  Settle,
} from "./validators"

const canSell = requirePermission("pos:sell")

export const merchantPosMiddlewares: MiddlewareRoute[] = [
  { matcher: "/merchant/pos/shift", methods: ["GET"], middlewares: [canSell] },
  {
    matcher: "/merchant/pos/shifts",
    methods: ["GET"],
    middlewares: [canSell, validateQuery(ListShifts)],
  },
  {
    matcher: "/merchant/pos/shifts",
    methods: ["POST"],
    middlewares: [canSell, validateAndTransformBody(OpenShift)],
  },
  { matcher: "/merchant/pos/shifts/:id", methods: ["GET"], middlewares: [canSell] },
  {
    matcher: "/merchant/pos/shifts/:id/close",
    methods: ["POST"],
    middlewares: [canSell, validateAndTransformBody(CloseShift)],
  },
  {
    matcher: "/merchant/pos/shifts/:id/cash",
    methods: ["POST"],
    middlewares: [canSell, validateAndTransformBody(MoveCash)],
  },
  { matcher: "/merchant/pos/catalog", methods: ["GET"], middlewares: [canSell, validateQuery(Catalog)] },
  { matcher: "/merchant/pos/scan", methods: ["GET"], middlewares: [canSell, validateQuery(Scan)] },
  { matcher: "/merchant/pos/sales", methods: ["GET"], middlewares: [canSell, validateQuery(ListSales)] },
  {
    matcher: "/merchant/pos/sales",
    methods: ["POST"],
    // A hundred sales of many lines are longer than Medusa's usual 100 kB.
    bodyParser: { sizeLimit: "4mb" },
    middlewares: [canSell, validateAndTransformBody(Sales)],
  },
  { matcher: "/merchant/pos/sales/:id", methods: ["GET"], middlewares: [canSell] },
  {
    matcher: "/merchant/pos/sales/:id/settle",
    methods: ["POST"],
    middlewares: [requirePermission("pos:manage"), validateAndTransformBody(Settle)],
  },
  {
    matcher: "/merchant/pos/sales/:id/return",
    methods: ["POST"],
    middlewares: [requirePermission("pos:return"), validateAndTransformBody(Return)],
  },
]
