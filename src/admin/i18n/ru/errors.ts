/** By the code of the answer; what is not here is told in the server's own words. */
export const errors = {
  unknown: "Что-то пошло не так. Попробуйте ещё раз.",
  OFFLINE: "Сервер недоступен. Проверьте связь и попробуйте ещё раз.",
  PERMISSION_REQUIRED: "У вас нет на это прав. Попросите владельца компании.",
  OPERATOR_REQUIRED: "Это действие доступно только оператору рынка.",
  COMPANY_MEMBERSHIP_REQUIRED: "Вы не состоите ни в одной компании.",
  COMPANY_LAST_OWNER: "Последнего владельца убрать нельзя: сначала назначьте другого.",
  COMPANY_MEMBER_EXISTS: "Этот человек уже в команде или приглашён.",
  COMPANY_MEMBER_NOT_INVITED: "Этот человек уже принял приглашение.",
  COMPANY_ROLE_NAME_TAKEN: "Должность с таким названием уже есть.",
  COMPANY_ROLE_IN_USE: "Эта должность у кого-то есть: сначала дайте этим людям другую.",
  COMPANY_ROLE_BEYOND_YOURS: "Нельзя дать то, чего нельзя вам самим.",
  COMPANY_ROLES_FULL: "Должностей слишком много: удалите лишние.",
  COMPANY_DELIVERY_LAST: "Хотя бы один способ доставки должен быть включён.",
  COMPANY_DELIVERY_NOT_READY: "Сначала оператор должен одобрить магазин.",
  COMPANY_DELIVERY_FULL: "Способов доставки слишком много.",
}
