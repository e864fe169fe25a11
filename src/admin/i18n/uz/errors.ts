/** By the code of the answer; what is not here is told in the server's own words. */
export const errors = {
  unknown: "Nimadir noto‘g‘ri ketdi. Qayta urinib ko‘ring.",
  OFFLINE: "Serverga ulanib bo‘lmadi. Internetni tekshiring va qayta urinib ko‘ring.",
  PERMISSION_REQUIRED: "Bunga ruxsatingiz yo‘q. Kompaniya egasidan so‘rang.",
  OPERATOR_REQUIRED: "Bu amal faqat bozor operatori uchun.",
  COMPANY_MEMBERSHIP_REQUIRED: "Siz hech bir kompaniyada emassiz.",
}
