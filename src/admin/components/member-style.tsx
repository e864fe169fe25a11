/** What the dashboard's shell offers in fixed places and a company's people have no use for. Cosmetics, not security. */
const HIDDEN = [
  'aside a[href$="/settings"]:not([href*="/shop/"])',
  '[role="menuitem"][href$="/settings/profile"]',
  '[role="menuitem"][href$="/settings/store"]',
]

export function MemberStyle() {
  return <style>{`${HIDDEN.join(", ")} { display: none !important }`}</style>
}
