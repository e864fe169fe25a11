import { Messages } from "../../documents"
import { FIGURES } from "../../lib/finance-figures"
import { Figures } from "./lib/figures"
import { DIMENSIONS } from "./queries/breakdown"

/** What the workbook shows: every figure. */
export const SHOWN = FIGURES satisfies ReadonlyArray<keyof Figures>

type Shown = (typeof SHOWN)[number]
type Sheet = "summary" | "series" | "expense_sheet" | "goods" | "breakdowns"
type Column =
  | "from"
  | "to"
  | "figure"
  | "period"
  | "compared"
  | "category"
  | "amount"
  | "purchase"
  | "title"
  | "returned"
  | "profit"
  | "share"
  | "by"
  | "name"
  | "stock_value"
  | "yes"
  | "no"
type Text = Shown | Sheet | Column | (typeof DIMENSIONS)[number] | "company"

/** Words of the finance workbook. */
export const TEXTS: Messages<Text> = {
  uz: {
    revenue: "Tushum (qaytarilganlar ayrilgan)",
    sales: "Sotuvlar",
    refunds: "Qaytarilgan pul",
    delivery: "Shundan yetkazish",
    discounts: "Chegirmalar",
    orders: "Sotuvlar soni",
    refunds_count: "Qaytarishlar soni",
    quantity: "Sotilgan dona",
    average_receipt: "O‘rtacha chek",
    cost: "Sotilgan tovar tannarxi",
    markup_profit: "Ustama foyda",
    expenses: "Xarajatlar",
    commission: "Bozor komissiyasi",
    ad_spend: "Reklama",
    net_profit: "Sof foyda",
    new_buyers: "Yangi xaridorlar",
    returning_orders: "Qayta kelganlar xaridi",
    known_orders: "Xaridori ma’lum sotuvlar",
    lines_without_cost: "Tannarxsiz sotilgan qatorlar",
    summary: "Hisobot",
    series: "Davrlar",
    expense_sheet: "Xarajatlar",
    goods: "Tovarlar",
    breakdowns: "Kesimlar",
    from: "Boshlanishi",
    to: "Oxiri",
    figure: "Ko‘rsatkich",
    period: "Davr",
    compared: "Solishtirilgan davr",
    category: "Toifa",
    amount: "Summa",
    purchase: "Tovar xaridi",
    title: "Nomi",
    returned: "Qaytarilgan dona",
    profit: "Foyda",
    share: "Ulushi, %",
    by: "Kesim",
    name: "Nomi",
    stock_value: "Ombordagi tovar (tannarxda)",
    yes: "ha",
    no: "yo‘q",
    channel: "Qayerda sotilgan",
    payment: "To‘lov turi",
    cashier: "Kassir",
    hour: "Soat",
    weekday: "Hafta kuni",
    company: "Do‘kon",
  },
  ru: {
    revenue: "Выручка (за вычетом возвратов)",
    sales: "Продажи",
    refunds: "Возвращено денег",
    delivery: "В том числе доставка",
    discounts: "Скидки",
    orders: "Число продаж",
    refunds_count: "Число возвратов",
    quantity: "Продано штук",
    average_receipt: "Средний чек",
    cost: "Себестоимость проданного",
    markup_profit: "Прибыль с наценки",
    expenses: "Расходы",
    commission: "Комиссия площадки",
    ad_spend: "Реклама",
    net_profit: "Чистая прибыль",
    new_buyers: "Новые покупатели",
    returning_orders: "Покупки вернувшихся",
    known_orders: "Продажи с известным покупателем",
    lines_without_cost: "Строки без себестоимости",
    summary: "Отчёт",
    series: "По периодам",
    expense_sheet: "Расходы",
    goods: "Товары",
    breakdowns: "Разрезы",
    from: "С",
    to: "По",
    figure: "Показатель",
    period: "Период",
    compared: "Период для сравнения",
    category: "Раздел",
    amount: "Сумма",
    purchase: "Закупка товара",
    title: "Название",
    returned: "Возвращено штук",
    profit: "Прибыль",
    share: "Доля, %",
    by: "Разрез",
    name: "Название",
    stock_value: "Товар на складе (по себестоимости)",
    yes: "да",
    no: "нет",
    channel: "Где продано",
    payment: "Способ оплаты",
    cashier: "Кассир",
    hour: "Час",
    weekday: "День недели",
    company: "Магазин",
  },
  en: {
    revenue: "Revenue (less refunds)",
    sales: "Sales",
    refunds: "Money given back",
    delivery: "Of that, delivery",
    discounts: "Discounts",
    orders: "Number of sales",
    refunds_count: "Number of refunds",
    quantity: "Pieces sold",
    average_receipt: "Average receipt",
    cost: "Cost of goods sold",
    markup_profit: "Markup profit",
    expenses: "Expenses",
    commission: "Market commission",
    ad_spend: "Advertising",
    net_profit: "Net profit",
    new_buyers: "New buyers",
    returning_orders: "Purchases of returning buyers",
    known_orders: "Sales with a known buyer",
    lines_without_cost: "Lines without a cost",
    summary: "Report",
    series: "Periods",
    expense_sheet: "Expenses",
    goods: "Goods",
    breakdowns: "Breakdowns",
    from: "From",
    to: "To",
    figure: "Figure",
    period: "Period",
    compared: "Compared period",
    category: "Category",
    amount: "Amount",
    purchase: "Purchase of goods",
    title: "Title",
    returned: "Pieces returned",
    profit: "Profit",
    share: "Share, %",
    by: "Breakdown",
    name: "Name",
    stock_value: "Stock at cost",
    yes: "yes",
    no: "no",
    channel: "Where sold",
    payment: "Way of paying",
    cashier: "Cashier",
    hour: "Hour",
    weekday: "Day of the week",
    company: "Shop",
  },
}
