import { Language, Messages } from "../../../../documents"
import { HEADERS } from "./fields"
import { RowError } from "./read-row"

/** Why a row can't be taken, as a merchant reads it; `{name}` and the like are filled in. Listed in docs/expenses.md. */
const TEXTS = {
  uz: {
    required: "To‘ldirilishi shart",
    not_a_day: "Sanani 21.11.2026 yoki 2026-11-21 deb yozing",
    day_in_future: "Bu kun hali kelmagan",
    not_a_number: "Bu son emas",
    rounded_by_sheet: "Jadval bu sonni yaxlitlab yuborgan: qaytadan yozing",
    out_of_range: "Summa {min} dan {max} gacha bo‘lishi kerak",
    too_many_decimals: "Verguldan keyin ko‘pi bilan ikki raqam bo‘ladi",
    unknown_category: "Bunday toifa yo‘q: {name}",
    category_archived: "Bu toifa arxivda: {name}",
    unknown_method: "To‘lov usuli: naqd, karta, o‘tkazma yoki boshqa",
    too_long: "Ko‘pi bilan {max} belgi",
  },
  ru: {
    required: "Нужно заполнить",
    not_a_day: "Напишите дату как 21.11.2026 или 2026-11-21",
    day_in_future: "Этот день ещё не наступил",
    not_a_number: "Это не число",
    rounded_by_sheet: "Таблица округлила это число: впишите его заново",
    out_of_range: "Сумма должна быть от {min} до {max}",
    too_many_decimals: "После запятой не больше двух цифр",
    unknown_category: "Нет такой категории: {name}",
    category_archived: "Эта категория в архиве: {name}",
    unknown_method: "Способ оплаты: наличные, карта, перечисление или другое",
    too_long: "Не больше {max} знаков",
  },
  en: {
    required: "Fill this in",
    not_a_day: "Write the date like 21.11.2026 or 2026-11-21",
    day_in_future: "This day has not come yet",
    not_a_number: "This is not a number",
    rounded_by_sheet: "The sheet has rounded this number: type it again",
    out_of_range: "The amount has to be from {min} to {max}",
    too_many_decimals: "Two decimals at most",
    unknown_category: "There is no category called {name}",
    category_archived: "This category is archived: {name}",
    unknown_method: "Payment method: cash, card, transfer or other",
    too_long: "{max} characters at most",
  },
} satisfies Messages<string>

/** An error of a row with its text. */
export function presentError({ field, code, params = {} }: RowError, language: Language) {
  const text = TEXTS[language][code as keyof (typeof TEXTS)["en"]] ?? code
  const message = text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""))
  return { field, code, message: `${HEADERS[language][field]}: ${message}` }
}
