import { reviews as en } from "../../../../i18n/en/reviews"
import { reviews as ru } from "../../../../i18n/ru/reviews"
import { reviews as uz } from "../../../../i18n/uz/reviews"

/** Reasons that are ready to be given, in the order of their keys 1 to 6. */
export const QUICK = ["rude", "spam", "offTopic", "personal", "photo", "senseless"] as const
export type Quick = (typeof QUICK)[number]

const TEXTS = { uz, ru, en }

/** A ready reason in the language of the review: its author reads it. */
export const reasonIn = (locale: string, name: Quick): string =>
  TEXTS[locale in TEXTS ? (locale as keyof typeof TEXTS) : "uz"].desk.quick[name]
