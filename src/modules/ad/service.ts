import { ChargeService } from "./charge-service"

/** A chain, one file per subject: what shoppers meet, pictures and places, what is shown, campaigns, review, charges. */
class AdModuleService extends ChargeService {}

export default AdModuleService
