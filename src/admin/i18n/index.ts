import { en } from "./en/texts"
import { ru } from "./ru/texts"
import { uz } from "./uz/texts"
import { dashboardUz } from "./uz/dashboard"

/** Merged into the dashboard's own texts. It has no Uzbek: what its shell says to everybody is translated here. */
export default {
  uz: { bozor: uz, translation: dashboardUz },
  ru: { bozor: ru },
  en: { bozor: en },
}
