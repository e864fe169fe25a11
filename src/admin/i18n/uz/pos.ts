export const pos = {}
