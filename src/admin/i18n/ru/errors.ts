/** By the code of the answer; what is not here is told in the server's own words. */
export const errors = {
  unknown: "Что-то пошло не так. Попробуйте ещё раз.",
  OFFLINE: "Сервер недоступен. Проверьте связь и попробуйте ещё раз.",
  PERMISSION_REQUIRED: "У вас нет на это прав. Попросите владельца компании.",
  OPERATOR_REQUIRED: "Это действие доступно только оператору рынка.",
  COMPANY_MEMBERSHIP_REQUIRED: "Вы не состоите ни в одной компании.",
}
