/** What the shell of Medusa's dashboard says to everybody, in Uzbek: keys are the dashboard's own. */
export const dashboardUz = {
  app: {
    search: { label: "Qidirish", title: "Qidirish" },
    menus: {
      user: {
        documentation: "Hujjatlar",
        changelog: "Yangiliklar",
        shortcuts: "Tugmalar",
        profileSettings: "Profil sozlamalari",
        theme: { label: "Ko‘rinish", dark: "Qorong‘i", light: "Yorug‘", system: "Qurilmadagidek" },
      },
      store: { label: "Bozor", storeSettings: "Bozor sozlamalari" },
      actions: { logout: "Chiqish" },
    },
    nav: {
      accessibility: { title: "Menyu", description: "Sahifalar menyusi." },
      common: { extensions: "Qo‘shimchalar" },
      main: { store: "Bozor", storeSettings: "Bozor sozlamalari" },
      settings: { header: "Sozlamalar", general: "Umumiy", developer: "Dasturchi", myAccount: "Hisobim" },
    },
  },
  login: {
    title: "Bozorga xush kelibsiz",
    hint: "Ishlash uchun hisobingizga kiring",
    forgotPassword: "Parolni unutdingizmi? - <0>Tiklash</0>",
  },
  actions: {
    continue: "Davom etish",
    continueWithEmail: "E-pochta bilan davom etish",
    save: "Saqlash",
    cancel: "Bekor qilish",
    delete: "O‘chirish",
    confirm: "Tasdiqlash",
    close: "Yopish",
  },
  fields: { email: "E-pochta", password: "Parol", confirmPassword: "Parolni takrorlang" },
  auth: { login: { authenticationFailed: "E-pochta yoki parol noto‘g‘ri" } },
  general: {
    search: "Qidirish",
    of: "/",
    results: "natija",
    pages: "sahifa",
    next: "Keyingi",
    prev: "Oldingi",
  },
}
