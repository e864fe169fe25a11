/** The check digit that belongs to the first 7 or 12 digits of an EAN (GS1: weights 3 and 1 from the right). */
export function eanCheckDigit(body: string): number {
  const sum = [...body]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

/** Whether a text is an EAN-8 or EAN-13 with a right check digit. */
export function isEan(text: string): boolean {
  return /^(\d{8}|\d{13})$/.test(text) && eanCheckDigit(text.slice(0, -1)) === Number(text.at(-1))
}
