/** What `GET /merchant/home` answers; what the reader may not see is not there. */
export type Day = { date: string; orders: number; total: number; profit?: number }
export type LowItem = {
  listing_id: string
  variant_id: string
  name: { uz: string; ru: string | null; en: string | null }
  title: string
  available: number
  threshold: number
}
export type Home = {
  today?: Day
  yesterday?: Day
  waiting?: { to_confirm: number; to_ship: number }
  unread_orders?: number
  series?: Day[]
  low_stock?: { count: number; urgent: number; items: LowItem[] }
}
