import { providerKind } from "../../lib/payment-providers"
import { RefundView } from "../../modules/order-group/lib/refund-rows"

type Text = { uz: string; ru: string; en: string }

/** What a person has to do for a refund that no machine can make. */
const INSTRUCTIONS: Record<string, Text> = {
  payme: {
    uz: "Payme Business kabinetida to‘lovni toping va «Qaytarish» tugmasini bosing; bu yerda o‘zi yopiladi. Kabinet faqat butun to‘lovni qaytaradi: bir qismi yoki bir necha do‘kondan biri qaytarilsa, pulni boshqa yo‘l bilan bering va isbotini kiriting.",
    ru: "Найдите платёж в кабинете Payme Business и нажмите «Вернуть»; здесь возврат закроется сам. Кабинет возвращает только весь платёж: если возвращается часть или один магазин из нескольких, верните деньги другим способом и укажите подтверждение.",
    en: "Find the payment in the Payme Business cabinet and press “Refund”; it closes here by itself. The cabinet refunds whole payments only: for a part, or one shop of several, give the money back in another way and enter the proof.",
  },
  uzum: {
    uz: "Uzum Bank menejeriga to‘lovni qaytarishni yozing; bank uni bekor qilganda bu yerda o‘zi yopiladi. Bir qismini qaytarish uchun pulni boshqa yo‘l bilan bering va isbotini kiriting.",
    ru: "Напишите менеджеру Uzum Bank о возврате платежа; когда банк его отменит, возврат закроется здесь сам. Часть платежа верните другим способом и укажите подтверждение.",
    en: "Ask your manager at Uzum Bank to take the payment back; when the bank does, it closes here by itself. Give a part back in another way and enter the proof.",
  },
  click: {
    uz: "Click faqat butun to‘lovni, faqat shu oy ichida qaytaradi. Pulni boshqa yo‘l bilan bering va isbotini kiriting.",
    ru: "Click возвращает только весь платёж и только в текущем месяце. Верните деньги другим способом и укажите подтверждение.",
    en: "Click takes back whole payments only, and only within the month. Give the money back in another way and enter the proof.",
  },
}

const OTHERWISE: Text = {
  uz: "Pulni xaridorga bering va isbotini kiriting.",
  ru: "Верните деньги покупателю и укажите подтверждение.",
  en: "Give the money back to the buyer and enter the proof.",
}

/** A refund as the APIs answer it. */
export function presentRefund({ request_key: _, ...refund }: RefundView) {
  return {
    ...refund,
    amount: Number(refund.amount),
    shipping_amount: Number(refund.shipping_amount),
    lines: refund.lines.map((line) => ({ ...line, amount: Number(line.amount) })),
    instructions:
      refund.status === "due" ? (INSTRUCTIONS[providerKind(refund.provider_id)] ?? OTHERWISE) : null,
  }
}
