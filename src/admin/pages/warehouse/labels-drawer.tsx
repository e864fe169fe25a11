import { useEffect, useState } from "react"
import { Button, Drawer, Input, Text } from "@medusajs/ui"
import { Choice } from "../../components/field"
import { api, openBlob } from "../../lib/api"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import {
  asStocked,
  Copies,
  copiesOf,
  itemsOf,
  MAX_LABELS,
  oneEach,
  Paper,
  PAPERS,
  totalOf,
} from "./lib/labels"
import { kindOf, nameIn } from "./lib/names"
import type { Listing } from "./types"
import { LISTINGS } from "./use-change"

const PAPER_KEY = "bozor.label-paper"

/** The paper that this browser printed on last: a shop has one printer. */
function rememberedPaper(): Paper {
  const last = localStorage.getItem(PAPER_KEY)
  return PAPERS.find((paper) => paper === last) ?? PAPERS[0]
}

/** Price labels with bars: on which paper and how many of each; opens the PDF. */
export function LabelsDrawer({ listings, onClose }: { listings: Listing[] | null; onClose: () => void }) {
  const { t, lang, number } = useText()
  const [paper, setPaper] = useState<Paper>(rememberedPaper)
  const [copies, setCopies] = useState<Copies>({})
  useEffect(() => setCopies(oneEach(listings ?? [])), [listings])
  const total = totalOf(copies)
  const print = useAct(
    () => api.postForBlob(`${LISTINGS}/labels`, { items: itemsOf(copies), paper, lang }),
    undefined,
    {
      onSuccess: (pdf) => {
        localStorage.setItem(PAPER_KEY, paper)
        openBlob(pdf)
        onClose()
      },
    }
  )
  return (
    <Drawer open={!!listings} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("warehouse.labels.title")}</Drawer.Title>
          <Drawer.Description>{t("warehouse.labels.hint")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <Choice
            label={t("warehouse.labels.paper")}
            value={paper}
            options={PAPERS.map((value) => ({ value, label: t(`warehouse.labels.papers.${value}`) }))}
            onChoose={(value) => setPaper(value as Paper)}
          />
          <div className="flex flex-wrap gap-2">
            <Button size="small" variant="secondary" onClick={() => setCopies(oneEach(listings ?? []))}>
              {t("warehouse.labels.one")}
            </Button>
            <Button size="small" variant="secondary" onClick={() => setCopies(asStocked(listings ?? []))}>
              {t("warehouse.labels.stocked")}
            </Button>
          </div>
          <ul className="divide-y">
            {(listings ?? []).flatMap((listing) =>
              listing.variants.map((variant) => {
                const kind = listing.variants.length > 1 ? kindOf(variant) : ""
                const name = nameIn(lang, listing.name)
                return (
                  <li key={variant.id} className="flex items-center justify-between gap-x-3 py-2">
                    <div className="min-w-0">
                      <Text size="small" className="text-ui-fg-base break-words">
                        {kind ? `${name}, ${kind}` : name}
                      </Text>
                      <Text size="xsmall" className="text-ui-fg-muted">
                        {variant.barcode ?? variant.shop_code ?? t("warehouse.labels.noCode")}
                      </Text>
                    </div>
                    <div className="w-20 shrink-0">
                      <Input
                        size="small"
                        inputMode="numeric"
                        className="text-end tabular-nums"
                        aria-label={`${name} ${kind}: ${t("warehouse.labels.copies")}`}
                        value={String(copies[variant.id] ?? 0)}
                        onChange={(event) =>
                          setCopies({ ...copies, [variant.id]: copiesOf(event.target.value) })
                        }
                      />
                    </div>
                  </li>
                )
              })
            )}
          </ul>
        </Drawer.Body>
        <Drawer.Footer className="flex-wrap">
          <Text
            size="small"
            className={total > MAX_LABELS ? "text-ui-fg-error me-auto" : "text-ui-fg-subtle me-auto"}
          >
            {t("warehouse.labels.total", { count: number(total), max: number(MAX_LABELS) })}
          </Text>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("words.cancel")}
            </Button>
          </Drawer.Close>
          <Button
            size="small"
            disabled={total === 0 || total > MAX_LABELS}
            isLoading={print.isPending}
            onClick={() => print.mutate()}
          >
            {t("words.print")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
