/** A text in the three languages of Payme's checkout page. */
export type LocalizedText = { ru: string; uz: string; en: string }

/**
 * Every code the endpoint answers with (Payme Merchant API 1.8, 2.4, 2.9, 2.11). The account range is -31050
 * to -31099; its members name the account field in `data`.
 */
export const PAYME_ERROR = {
  NOT_POST: -32300,
  NOT_JSON: -32700,
  BAD_REQUEST: -32600,
  UNKNOWN_METHOD: -32601,
  NOT_AUTHORIZED: -32504,
  INTERNAL: -32400,
  /** SetFiscalData only. */
  BAD_PARAMETER: -32602,
  /** SetFiscalData only. */
  CHEQUE_NOT_FOUND: -32001,
  WRONG_AMOUNT: -31001,
  TRANSACTION_NOT_FOUND: -31003,
  FULFILLED: -31007,
  NOT_POSSIBLE: -31008,
  ORDER_NOT_FOUND: -31050,
  ORDER_PAID: -31051,
  ORDER_UNAVAILABLE: -31052,
  OUT_OF_STOCK: -31053,
  ORDER_BUSY: -31099,
} as const

export type PaymeErrorCode = (typeof PAYME_ERROR)[keyof typeof PAYME_ERROR]

/**
 * The texts of Payme Merchant API 2.11; -32602 and -32001 are documented there with a plain string instead.
 */
export const PAYME_MESSAGES: Readonly<Record<PaymeErrorCode, LocalizedText>> = {
  [-32300]: {
    ru: "Допустим только POST",
    uz: "Faqat POST so‘rovi qabul qilinadi",
    en: "Only POST is accepted",
  },
  [-32700]: {
    ru: "Тело запроса не является JSON",
    uz: "So‘rov tanasi JSON emas",
    en: "Request body is not JSON",
  },
  [-32600]: { ru: "Неверный формат запроса", uz: "So‘rov formati noto‘g‘ri", en: "Malformed request" },
  [-32601]: { ru: "Метод не найден", uz: "Metod topilmadi", en: "Method not found" },
  [-32504]: {
    ru: "Нет прав на вызов метода",
    uz: "Metodni chaqirishga ruxsat yo‘q",
    en: "Not allowed to call this method",
  },
  [-32400]: {
    ru: "Временная ошибка, повторите позже",
    uz: "Vaqtinchalik xato, keyinroq urinib ko‘ring",
    en: "Temporary failure, try again later",
  },
  [-32602]: { ru: "Неверный параметр", uz: "Parametr noto‘g‘ri", en: "Invalid parameter" },
  [-32001]: { ru: "Чек не найден", uz: "Chek topilmadi", en: "Cheque not found" },
  [-31001]: { ru: "Неверная сумма", uz: "Summa noto‘g‘ri", en: "Wrong amount" },
  [-31003]: { ru: "Транзакция не найдена", uz: "Tranzaksiya topilmadi", en: "Transaction not found" },
  [-31007]: {
    ru: "Заказ выполнен, отмена невозможна",
    uz: "Buyurtma bajarilgan, bekor qilib bo‘lmaydi",
    en: "Order is fulfilled and cannot be cancelled",
  },
  [-31008]: {
    ru: "Операцию выполнить нельзя",
    uz: "Amalni bajarib bo‘lmaydi",
    en: "Operation is not possible",
  },
  [-31050]: { ru: "Заказ не найден", uz: "Buyurtma topilmadi", en: "Order not found" },
  [-31051]: { ru: "Заказ уже оплачен", uz: "Buyurtma allaqachon to‘langan", en: "Order is already paid" },
  [-31052]: {
    ru: "Заказ недоступен для оплаты",
    uz: "Buyurtmani to‘lab bo‘lmaydi",
    en: "Order cannot be paid",
  },
  [-31053]: {
    ru: "Товара больше нет в наличии",
    uz: "Mahsulot qolmagan",
    en: "Goods are no longer available",
  },
  [-31099]: {
    ru: "Заказ ожидает другую оплату",
    uz: "Buyurtma boshqa to‘lovni kutmoqda",
    en: "Order is waiting for another payment",
  },
}

/** The `error` member of an answer (Payme Merchant API 1.7). */
export type RpcError = { code: PaymeErrorCode; message: LocalizedText | string; data?: string }

const PLAIN_TEXT_CODES: ReadonlySet<PaymeErrorCode> = new Set([
  PAYME_ERROR.BAD_PARAMETER,
  PAYME_ERROR.CHEQUE_NOT_FOUND,
])

/** Whether a number is a code of the catalogue, e.g. one read from configuration. */
export function isPaymeErrorCode(code: number): code is PaymeErrorCode {
  return Object.hasOwn(PAYME_MESSAGES, code)
}

/**
 * Whether a code is in the account range, where `data` with the account field is mandatory (Payme Merchant
 * API 1.7).
 */
export function isAccountError(code: number): boolean {
  return code <= -31050 && code >= -31099
}

/** A refusal that Payme understands; anything else thrown is answered as -32400 by the route. */
export class PaymeError extends Error {
  override readonly name = "PaymeError"

  /**
   * @param code one of the catalogue
   * @param data the account field for -31050 to -31099, the method for -32601
   * @param plainMessage replaces the localized object; for errors of SetFiscalData
   */
  constructor(
    readonly code: PaymeErrorCode,
    readonly data?: string,
    readonly plainMessage?: string
  ) {
    super(plainMessage ?? PAYME_MESSAGES[code].en)
  }

  /** The `error` member as it is sent: `{ code, message: { ru, uz, en } | text, data? }`. */
  toRpcError(): RpcError {
    const isPlain = this.plainMessage !== undefined || PLAIN_TEXT_CODES.has(this.code)
    const message = isPlain ? this.message : PAYME_MESSAGES[this.code]
    return this.data === undefined
      ? { code: this.code, message }
      : { code: this.code, message, data: this.data }
  }
}
