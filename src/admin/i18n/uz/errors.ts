/** By the code of the answer; what is not here is told in the server's own words. */
export const errors = {
  unknown: "Nimadir noto‘g‘ri ketdi. Qayta urinib ko‘ring.",
  OFFLINE: "Serverga ulanib bo‘lmadi. Internetni tekshiring va qayta urinib ko‘ring.",
  PERMISSION_REQUIRED: "Bunga ruxsatingiz yo‘q. Kompaniya egasidan so‘rang.",
  OPERATOR_REQUIRED: "Bu amal faqat bozor operatori uchun.",
  COMPANY_MEMBERSHIP_REQUIRED: "Siz hech bir kompaniyada emassiz.",
  COMPANY_LAST_OWNER: "Oxirgi egani olib bo‘lmaydi: avval boshqa odamni ega qiling.",
  COMPANY_MEMBER_EXISTS: "Bu odam jamoada bor yoki taklif qilingan.",
  COMPANY_MEMBER_NOT_INVITED: "Bu odam taklifni qabul qilib bo‘lgan.",
  COMPANY_ROLE_NAME_TAKEN: "Bunday nomli lavozim bor.",
  COMPANY_ROLE_IN_USE: "Bu lavozimda odamlar bor: avval ularga boshqasini bering.",
  COMPANY_ROLE_BEYOND_YOURS: "O‘zingizda yo‘q ruxsatni bera olmaysiz.",
  COMPANY_ROLES_FULL: "Lavozimlar juda ko‘p: keraksizini o‘chiring.",
  COMPANY_DELIVERY_LAST: "Kamida bitta yetkazib berish usuli yoqilgan bo‘lishi kerak.",
  COMPANY_DELIVERY_NOT_READY: "Avval operator do‘konni tasdiqlashi kerak.",
  COMPANY_DELIVERY_FULL: "Yetkazib berish usullari juda ko‘p.",
}
