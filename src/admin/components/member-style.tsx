import { useTranslation } from "react-i18next"

/** What the dashboard's shell offers in fixed places and a company's people have no use for. Cosmetics, not security. */
const HIDDEN = [
  'aside a[href$="/settings"]:not([href*="/shop/"])',
  '[role="menuitem"][href$="/settings/profile"]',
  '[role="menuitem"][href$="/settings/store"]',
]

export function MemberStyle() {
  // The button that rearranges a page has nothing to be known by but its name, which is the dashboard's own text.
  const { t: dashboardText } = useTranslation()
  const customize = `button[aria-label="${dashboardText("layout.customizeLayout")}"]`
  return <style>{`${[...HIDDEN, customize].join(", ")} { display: none !important }`}</style>
}
