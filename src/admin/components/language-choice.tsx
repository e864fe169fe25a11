import { useEffect } from "react"
import { Select } from "@medusajs/ui"
import { LANGUAGE_NAMES, LANGUAGES, Lang } from "../i18n/languages"
import { langOf, useText } from "../lib/text"

/** Where the dashboard itself keeps the language. */
const STORED = "lng"

const hasChosen = () => localStorage.getItem(STORED) !== null || document.cookie.includes(`${STORED}=`)

/** The language of everything; the dashboard remembers it. Whoever has not chosen reads their browser's, or Uzbek. */
export function LanguageChoice() {
  const { t, lang, setLang } = useText()
  useEffect(() => {
    if (!hasChosen()) {
      const known = navigator.languages.find((name) => langOf(name) === name.slice(0, 2))
      setLang(known ? langOf(known) : "uz")
    }
  }, [])
  return (
    <Select size="small" value={lang} onValueChange={(value) => setLang(value as Lang)}>
      <Select.Trigger aria-label={t("shell.language")} className="w-auto min-w-24">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {LANGUAGES.map((name) => (
          <Select.Item key={name} value={name}>
            {LANGUAGE_NAMES[name]}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
