import { IncomingMessage, ServerResponse } from "node:http"

/**
 * What every emulator's page looks like: one card, large letters, and a banner that nobody can miss. No scripts and nothing
 * from elsewhere, so that it looks the same without a network.
 */

export type Language = "uz" | "ru" | "en"

const LANGUAGES: readonly string[] = ["uz", "ru", "en"] satisfies Language[]

const NAMES: Record<Language, string> = { uz: "O‘zbekcha", ru: "Русский", en: "English" }

const BANNER: Record<Language, string> = {
  uz: "EMULYATOR – haqiqiy pul emas",
  ru: "ЭМУЛЯТОР – деньги не настоящие",
  en: "EMULATOR – no real money",
}

const TEXTS = {
  uz: {
    order: "Buyurtma",
    to_pay: "To‘lov summasi",
    sum_to_pay: "Summa, so‘m",
    pay: "To‘lash",
    refuse: "Bekor qilish",
    no_money: "Kartada pul yetarli emas",
    bank_asks: "Bank tasdiqlashni so‘raydi (3-D Secure)",
    bank_waits: "Bank to‘lovni tasdiqlashingizni kutmoqda.",
    pay_and_refund: "To‘lash, keyin kabinetdan qaytarish",
    refund: "Pulni qaytarish",
    paid: "To‘landi",
    not_paid: "To‘lanmadi",
    refunded: "Pul qaytarildi",
    back: "Do‘konga qaytish",
    answers: "Do‘konning javoblari",
    wrong_link: "Bu havola noto‘g‘ri",
    time_over: "Bu sahifaning vaqti tugagan",
    nothing: "Bu yerda hech narsa yo‘q",
    cabinet: "Do‘kon kabineti",
    no_payments: "Hali to‘lov yo‘q",
    declined: "Karta rad etildi, boshqa usulni tanlang",
  },
  ru: {
    order: "Заказ",
    to_pay: "Сумма к оплате",
    sum_to_pay: "Сумма, сум",
    pay: "Оплатить",
    refuse: "Отменить",
    no_money: "На карте не хватает денег",
    bank_asks: "Банк просит подтверждение (3-D Secure)",
    bank_waits: "Банк ждёт, что вы подтвердите оплату.",
    pay_and_refund: "Оплатить, потом вернуть из кабинета",
    refund: "Вернуть деньги",
    paid: "Оплачено",
    not_paid: "Не оплачено",
    refunded: "Деньги возвращены",
    back: "Вернуться в магазин",
    answers: "Что ответил магазин",
    wrong_link: "Эта ссылка неверна",
    time_over: "Время этой страницы истекло",
    nothing: "Здесь ничего нет",
    cabinet: "Кабинет магазина",
    no_payments: "Оплат ещё нет",
    declined: "Карта отклонена, выберите другой способ",
  },
  en: {
    order: "Order",
    to_pay: "To pay",
    sum_to_pay: "Amount, so‘m",
    pay: "Pay",
    refuse: "Cancel",
    no_money: "Not enough money on the card",
    bank_asks: "The bank asks for a confirmation (3-D Secure)",
    bank_waits: "The bank waits for you to confirm the payment.",
    pay_and_refund: "Pay, then refund from the cabinet",
    refund: "Refund",
    paid: "Paid",
    not_paid: "Not paid",
    refunded: "Refunded",
    back: "Back to the shop",
    answers: "What the shop answered",
    wrong_link: "This link is wrong",
    time_over: "This page’s time is over",
    nothing: "There is nothing here",
    cabinet: "Shop’s cabinet",
    no_payments: "No payments yet",
    declined: "The card was declined, choose another way",
  },
} satisfies Record<Language, Record<string, string>>

export type Word = keyof (typeof TEXTS)["en"]

/** The language that is asked for, or else the browser's; Uzbek when it is none of ours. */
export function languageOf(req: IncomingMessage, asked?: string | null): Language {
  const wanted = [asked, ...(req.headers["accept-language"] ?? "").split(",")]
  const short = wanted.map((each) => (each ?? "").trim().slice(0, 2).toLowerCase())
  return (short.find((each) => LANGUAGES.includes(each)) as Language | undefined) ?? "uz"
}

export const word = (lang: Language, name: Word): string => TEXTS[lang][name]

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** `1234567.5` as `1 234 567,50 so‘m`. */
export function money(amount: number, currency = "UZS"): string {
  const fraction = Number.isInteger(amount) ? 0 : 2
  const digits = amount.toLocaleString("ru-RU", {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  })
  return `${digits} ${currency.toUpperCase() === "UZS" ? "so‘m" : currency.toUpperCase()}`
}

export type Button = { name?: string; value: string; label: Word; kind?: "main" | "plain" }

type Page = {
  /** Whose side this is, e.g. "Payme". */
  provider: string
  lang: Language
  status?: number
  title?: Word
  /** What is to be paid, ready to be read. */
  amount?: string
  /** Who and what for: label and value. */
  facts?: Array<[string, string]>
  /** Said in a box of its own. */
  note?: Word
  /** The market's own words, in such a box. */
  said?: string
  mood?: "good" | "bad"
  /** Visible and hidden fields, as HTML. */
  fields?: string
  buttons?: Button[]
  /** What the market answered, call by call. */
  answers?: Array<[string, unknown]>
  /** Where the shop is; with `wait_seconds` the browser goes there by itself. */
  back?: string | null
  wait_seconds?: number
  /** Anything else, as HTML. */
  more?: string
}

const STYLE = `*{box-sizing:border-box}body{margin:0;background:#eef1f4;color:#17212b;font:18px/1.45 system-ui,sans-serif}
.banner{background:repeating-linear-gradient(-45deg,#fde047 0 22px,#facc15 22px 44px);border-bottom:3px solid #17212b;
padding:.7rem 1rem;text-align:center;font-weight:700;font-size:1.05rem;line-height:1.4}
.banner span{display:inline-block;margin:0 .7rem}
main{max-width:30rem;margin:1.5rem auto;padding:1.75rem;background:#fff;border-radius:1rem;box-shadow:0 2px 14px #17212b1f}
h1{font-size:1.6rem;margin:0 0 1rem}.sum{margin:1rem 0;font-size:2.3rem;font-weight:700;line-height:1.15;overflow-wrap:anywhere}
.sum small,dt,label{display:block;font-size:1rem;font-weight:400;color:#52606d}dl{margin:0}
dd{margin:0 0 .75rem;font-size:1.15rem;font-weight:600;overflow-wrap:anywhere}
form{margin:0}input{width:100%;margin:.25rem 0 1rem;padding:.8rem 1rem;border:2px solid #9aa5b1;border-radius:.7rem;font:inherit;font-size:1.4rem}
button,.button{display:block;width:100%;min-height:3.5rem;margin:.75rem 0 0;padding:.8rem 1rem;border:2px solid #9aa5b1;
border-radius:.7rem;background:#fff;color:inherit;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
.main{background:#0f766e;border-color:#0f766e;color:#fff;font-size:1.3rem}
button:focus-visible,.button:focus-visible,input:focus-visible{outline:4px solid #facc15;outline-offset:2px}
.note{margin:0 0 1rem;padding:.8rem 1rem;border-radius:.7rem;background:#eef1f4}.good h1{color:#0f766e}.bad h1,.bad .note{color:#b42318}
.bad .note{background:#fdecea}details{margin:1.25rem 0 0;font-size:.9rem}summary{cursor:pointer;color:#52606d}
pre{margin:.5rem 0;padding:.75rem;border-radius:.5rem;background:#f5f7fa;font-size:.8rem;white-space:pre-wrap;overflow-wrap:anywhere}
.row{padding:.9rem 0;border-top:1px solid #d9dee3}
nav{display:flex;justify-content:flex-end;gap:.25rem;margin:-.75rem -.5rem .25rem}nav a{padding:.5rem;color:#52606d}nav a[aria-current]{font-weight:700;color:inherit;text-decoration:none}
@media(max-width:32rem){body{background:#fff}.banner{font-size:.9rem}.banner span{display:block}main{margin:0;border-radius:0;box-shadow:none;padding:1.25rem}}`

function answersOf(lang: Language, answers: Array<[string, unknown]>): string {
  const lines = answers.map(([call, answer]) => {
    const text = typeof answer === "string" ? answer : JSON.stringify(answer)
    return `<b>${escapeHtml(call)}</b><pre>${escapeHtml(text)}</pre>`
  })
  return `<details open><summary>${word(lang, "answers")}</summary>${lines.join("")}</details>`
}

function buttonOf(lang: Language, { name = "press", value, label, kind = "plain" }: Button): string {
  return `<button name="${name}" value="${value}" class="${kind}">${word(lang, label)}</button>`
}

/** Only a web address may be gone back to. */
export function safeBack(address: string | null | undefined): string | null {
  return address && /^https?:\/\//i.test(address) ? address : null
}

function bodyOf(page: Page): string {
  const { lang, provider, title, amount, facts = [], note, fields = "", buttons = [], answers = [] } = page
  const back = safeBack(page.back)
  const heading = title ? `${escapeHtml(provider)}: ${word(lang, title)}` : escapeHtml(provider)
  const rows = facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`)
  const label = buttons.length > 0 ? `<small>${word(lang, "to_pay")}</small>` : ""
  const form = buttons.map((button) => buttonOf(lang, button)).join("\n")
  return [
    `<h1>${heading}</h1>`,
    note && `<p class="note">${word(lang, note)}</p>`,
    page.said && `<p class="note">${escapeHtml(page.said)}</p>`,
    amount && `<p class="sum">${label}${escapeHtml(amount)}</p>`,
    rows.length > 0 && `<dl>${rows.join("")}</dl>`,
    form && `<form method="post">${fields}${form}</form>`,
    back && `<a class="button main" href="${escapeHtml(back)}">${word(lang, "back")}</a>`,
    page.more,
    answers.length > 0 && answersOf(lang, answers),
  ]
    .filter(Boolean)
    .join("\n")
}

/** The same page in the other languages; what came of a press is not shown again. */
function languagesOf({ method, url = "/" }: IncomingMessage, lang: Language): string {
  const links = Object.entries(NAMES).map(([code, name]) => {
    const address = new URL(url, "http://emulator")
    address.searchParams.set("lang", code)
    const current = code === lang ? ' aria-current="true"' : ""
    const href = escapeHtml(address.pathname + address.search)
    return `<a href="${href}" lang="${code}"${current}>${name}</a>`
  })
  return method === "GET" ? `<nav>${links.join("")}</nav>` : ""
}

/** Answers with a page. */
export function sendPage(res: ServerResponse, page: Page): void {
  const back = safeBack(page.back)
  const refresh =
    back && page.wait_seconds !== undefined
      ? `<meta http-equiv="refresh" content="${page.wait_seconds};url=${escapeHtml(back)}">`
      : ""
  const banner = Object.values(BANNER).map((text) => `<span>${text}</span>`)
  res.writeHead(page.status ?? 200, { "content-type": "text/html; charset=utf-8" }).end(
    `<!doctype html><html lang="${page.lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">${refresh}
<title>EMULATOR: ${escapeHtml(page.provider)}</title><style>${STYLE}</style></head>
<body><div class="banner" role="note">${banner.join(" ")}</div>
<main class="${page.mood ?? ""}">${languagesOf(res.req, page.lang)}
${bodyOf(page)}</main></body></html>`
  )
}

/** Sends the browser on. */
export function redirect(res: ServerResponse, address: string): void {
  res.writeHead(303, { location: address }).end()
}

/** The body of a request, as text. */
export async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString("utf8")
}
