import { MedusaService } from "@medusajs/framework/utils"
import { CompanyOrder } from "./models/company-order"
import { CompanyOrderLine } from "./models/company-order-line"
import { OrderGroup } from "./models/order-group"

class OrderGroupModuleService extends MedusaService({ OrderGroup, CompanyOrder, CompanyOrderLine }) {}

export default OrderGroupModuleService
