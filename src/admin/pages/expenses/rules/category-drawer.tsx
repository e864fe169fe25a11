import { FormEvent, useState } from "react"
import { Button, Drawer, Hint, Label, Switch } from "@medusajs/ui"
import { TextField } from "../../../components/field"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Category } from "../lib/types"

/** Makes or changes a category of the company's own; it is called the same in every language. */
export function CategoryDrawer({ category, onClose }: { category: Category | null; onClose: () => void }) {
  const { t } = useText()
  const [name, setName] = useState(category?.name.uz ?? "")
  const [is_purchase, setPurchase] = useState(category?.is_purchase ?? false)
  const path = category ? `/merchant/expense-categories/${category.id}` : "/merchant/expense-categories"
  const save = useAct(() => api.post(path, { name: name.trim(), is_purchase }), t("words.saved"), {
    onSuccess: onClose,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content asChild>
        <form onSubmit={send}>
          <Drawer.Header>
            <Drawer.Title>
              {t(category ? "expenses.categories.edit" : "expenses.categories.add")}
            </Drawer.Title>
          </Drawer.Header>
          <Drawer.Body className="flex flex-col gap-y-4">
            <TextField
              autoFocus
              label={t("expenses.categories.name")}
              maxLength={60}
              value={name}
              onText={setName}
            />
            <div className="flex flex-col gap-y-1">
              <div className="flex items-center gap-x-3">
                <Switch id="is-purchase" checked={is_purchase} onCheckedChange={setPurchase} />
                <Label htmlFor="is-purchase" size="small">
                  {t("expenses.categories.isPurchase")}
                </Label>
              </div>
              <Hint>{t("expenses.categories.isPurchaseHint")}</Hint>
            </div>
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" variant="secondary" size="small" onClick={onClose}>
              {t("words.cancel")}
            </Button>
            <Button type="submit" size="small" disabled={!name.trim()} isLoading={save.isPending}>
              {t("words.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
