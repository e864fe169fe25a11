import { useState } from "react"
import { Alert, Button, Text, toast } from "@medusajs/ui"
import { useNavigate, useParams } from "react-router-dom"
import { ConfirmButton } from "../../components/confirm"
import { Page, Section } from "../../components/page"
import { Shown } from "../../components/states"
import { api } from "../../lib/api"
import { useCompany } from "../../lib/company"
import { useAct, useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Visibility } from "./bits"
import { FiscalSection, TextsSection } from "./facts-section"
import { LabelsDrawer } from "./labels-drawer"
import { nameIn } from "./lib/names"
import { Pictures } from "./pictures"
import { PictureRow } from "./picture-row"
import type { Image, ListingDetail } from "./types"
import { LISTINGS, useChange } from "./use-change"
import { VariantsSection } from "./variants-section"

/** Goods with everything about them. */
export default function DetailPage() {
  const { id = "" } = useParams()
  const read = useApi<{ listing: ListingDetail }>(`${LISTINGS}/${id}`)
  return <Shown read={read}>{({ listing }) => <Goods key={listing.id} listing={listing} />}</Shown>
}

function Goods({ listing }: { listing: ListingDetail }) {
  const { t, lang } = useText()
  const { can } = useCompany()
  const [isPrinting, setPrinting] = useState(false)
  const isReadOnly = !can("listing:write") || listing.status === "archived"
  return (
    <Page
      title={nameIn(lang, listing.name)}
      hint={listing.category_name ?? undefined}
      actions={
        <>
          <BackButton />
          <Button size="small" variant="secondary" onClick={() => setPrinting(true)}>
            {t("warehouse.labels.title")}
          </Button>
          {!isReadOnly && <ArchiveButton listing={listing} />}
        </>
      }
    >
      {listing.status === "archived" && <Alert variant="warning">{t("warehouse.archive.is")}</Alert>}
      <VariantsSection listing={listing} isReadOnly={isReadOnly} />
      <div className="grid gap-3 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-y-3">
          <TextsSection listing={listing} isReadOnly={isReadOnly} />
        </div>
        <div className="flex min-w-0 flex-col gap-y-3">
          <Section title={t("warehouse.fields.visibility")}>
            <div className="flex items-center justify-between gap-x-3">
              <Text size="small" className="text-ui-fg-subtle">
                {t("warehouse.isVisible")}
              </Text>
              <Visibility listing={listing} isEditor={can("listing:write")} />
            </div>
          </Section>
          <PicturesSection listing={listing} isReadOnly={isReadOnly} />
          <FiscalSection listing={listing} isReadOnly={isReadOnly} />
        </div>
      </div>
      <LabelsDrawer listings={isPrinting ? [listing] : null} onClose={() => setPrinting(false)} />
    </Page>
  )
}

function BackButton() {
  const { t } = useText()
  const navigate = useNavigate()
  // Back in the browser's own history, where the list stands with its filters; or to the list, when this was the first page.
  const back = () => (window.history.state?.idx > 0 ? navigate(-1) : navigate("/shop/warehouse"))
  return (
    <Button size="small" variant="transparent" onClick={() => void back()}>
      {t("words.back")}
    </Button>
  )
}

function PicturesSection({ listing, isReadOnly }: { listing: ListingDetail; isReadOnly: boolean }) {
  const { t } = useText()
  const change = useChange()
  // What the person has just done is shown before the server has answered.
  const [coming, setComing] = useState<Image[] | null>(null)
  const urls = (images: Image[]) => images.map(({ url }) => url)
  const save = async (images: Image[]) => {
    setComing(images)
    await change({
      id: listing.id,
      patch: { images: urls(images) },
      back: { images: urls(listing.images) },
      said: t("words.saved"),
    })
    setComing(null)
  }
  return (
    <Section title={t("warehouse.pictures.title")}>
      {isReadOnly ? (
        <PictureRow images={listing.images} />
      ) : (
        <Pictures images={coming ?? listing.images} onChange={(images) => void save(images)} />
      )}
    </Section>
  )
}

function ArchiveButton({ listing }: { listing: ListingDetail }) {
  const { t, lang } = useText()
  const navigate = useNavigate()
  const name = nameIn(lang, listing.name)
  const archive = useAct(() => api.delete(`${LISTINGS}/${listing.id}`), undefined, {
    onSuccess: () => {
      toast.success(t("warehouse.archive.done", { name }))
      navigate("/shop/warehouse")
    },
  })
  return (
    <ConfirmButton
      label={t("warehouse.archive.do")}
      question={t("warehouse.archive.question", { name })}
      isDanger
      variant="secondary"
      isLoading={archive.isPending}
      onConfirm={() => archive.mutate()}
    />
  )
}
