import { MedusaService } from "@medusajs/framework/utils"
import { LegacyImportMap } from "./models/legacy-import-map"
import { LegacyImportRun } from "./models/legacy-import-run"

class LegacyModuleService extends MedusaService({ LegacyImportMap, LegacyImportRun }) {}

export default LegacyModuleService
