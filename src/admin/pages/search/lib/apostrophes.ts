/**
 * The server keeps searches and synonyms with one kind of apostrophe, `'`; people read "o‘yin" (U+2018 after o and g) and
 * "ma’no" (U+2019).
 */
export const withApostrophes = (text: string): string => text.replace(/([og])'/gi, "$1‘").replace(/'/g, "’")
