import { en } from "./en"
import { ru } from "./ru"
import { uz } from "./uz"
import { dashboardUz } from "./uz/dashboard"

/** Merged into the dashboard's own texts. It has no Uzbek: what its shell says to everybody is translated here. */
export default {
  uz: { bozor: uz, translation: dashboardUz },
  ru: { bozor: ru },
  en: { bozor: en },
}
