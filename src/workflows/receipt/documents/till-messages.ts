import { Messages } from "../../../documents"

/** Texts that only a receipt on the roll of a till has. */
export const TILL_TEXTS = {
  uz: {
    cashier: "Kassir",
    register: "Kassa",
    cash: "Naqd pul",
    card: "Karta",
    tendered: "Berildi",
    change: "Qaytim",
    thanks: "Xaridingiz uchun rahmat!",
  },
  ru: {
    cashier: "Кассир",
    register: "Касса",
    cash: "Наличными",
    card: "Картой",
    tendered: "Получено",
    change: "Сдача",
    thanks: "Спасибо за покупку!",
  },
  en: {
    cashier: "Cashier",
    register: "Register",
    cash: "Cash",
    card: "Card",
    tendered: "Received",
    change: "Change",
    thanks: "Thank you!",
  },
} satisfies Messages<string>
