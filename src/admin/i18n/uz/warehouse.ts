export const warehouse = {}
