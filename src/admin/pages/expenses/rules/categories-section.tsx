import { useState } from "react"
import { Badge, Button, Text } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { Section } from "../../../components/page"
import { Shown } from "../../../components/states"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Category } from "../lib/types"
import { useCategories } from "../lib/use-categories"
import { CategoryDrawer } from "./category-drawer"

/** The common categories, and the company's own, which it adds, renames and archives. */
export function CategoriesSection() {
  const { t } = useText()
  const { read } = useCategories()
  const [editing, setEditing] = useState<Category | "new" | null>(null)
  return (
    <Section
      title={t("expenses.categories.title")}
      hint={t("expenses.categories.hint")}
      padded={false}
      actions={
        <Button size="small" variant="secondary" onClick={() => setEditing("new")}>
          {t("expenses.categories.add")}
        </Button>
      }
    >
      <Shown read={read}>
        {({ expense_categories: categories }) => (
          <ul className="divide-y" aria-label={t("expenses.categories.title")}>
            {categories.map((category) => (
              <Line key={category.id} category={category} onEdit={() => setEditing(category)} />
            ))}
          </ul>
        )}
      </Shown>
      {editing && (
        <CategoryDrawer category={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  )
}

function Line({ category, onEdit }: { category: Category; onEdit: () => void }) {
  const { t, lang } = useText()
  const name = category.name[lang]
  const archive = useAct(
    (is_archived: boolean) => api.post(`/merchant/expense-categories/${category.id}`, { is_archived }),
    t("words.saved")
  )
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 md:px-6" aria-label={name}>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        <Text size="small" weight="plus" className={category.is_archived ? "text-ui-fg-muted" : ""}>
          {name}
        </Text>
        {!category.is_standard && (
          <Badge size="2xsmall" color="blue">
            {t("expenses.categories.own")}
          </Badge>
        )}
        {category.is_purchase && !category.is_standard && (
          <Badge size="2xsmall">{t("expenses.categories.purchase")}</Badge>
        )}
        {category.is_archived && (
          <Badge size="2xsmall" color="orange">
            {t("expenses.categories.archived")}
          </Badge>
        )}
      </div>
      {category.is_standard ? (
        <Text size="small" className="text-ui-fg-muted">
          {t("expenses.categories.common")}
        </Text>
      ) : (
        <div className="flex gap-1">
          {category.is_archived ? (
            <Button
              size="small"
              variant="transparent"
              isLoading={archive.isPending}
              onClick={() => archive.mutate(false)}
            >
              {t("expenses.categories.restore")}
            </Button>
          ) : (
            <>
              <Button size="small" variant="transparent" onClick={onEdit}>
                {t("words.edit")}
              </Button>
              <ConfirmButton
                label={t("expenses.categories.archive")}
                question={t("expenses.categories.archiveQuestion", { name })}
                variant="transparent"
                isLoading={archive.isPending}
                onConfirm={() => archive.mutate(true)}
              />
            </>
          )}
        </div>
      )}
    </li>
  )
}
