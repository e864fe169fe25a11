/** A company's code: one format, compared without case (business rule 4). */

const CODE = /^[A-Z0-9]{5,12}$/

/** As it is kept: what is typed in small letters or with spaces is meant so. */
export const asCode = (text: string): string => text.replace(/\s/g, "").toUpperCase()

export const isCode = (text: string): boolean => CODE.test(text)
