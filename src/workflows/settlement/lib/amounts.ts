/** So'm of whole tiyin as decimal text: `-1234.05`. */
export function toSum(tiyin: number): string {
  const whole = Math.abs(tiyin)
  const text = `${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, "0")}`
  return tiyin < 0 ? `-${text}` : text
}
