export const settlements = {}
