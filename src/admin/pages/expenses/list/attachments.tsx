import { useEffect, useState } from "react"
import { Skeleton, Text, toast } from "@medusajs/ui"
import { DocumentText, Trash } from "@medusajs/icons"
import { useQuery } from "@tanstack/react-query"
import { ConfirmButton } from "../../../components/confirm"
import { api, openBlob } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { FilePicker } from "../entry/file-picker"
import { formOf, MAX_FILES, sizeOf, takeFiles } from "../lib/files"
import { Attachment } from "../lib/types"

type Props = { path: string; attachments: Attachment[]; isChangeable: boolean }

/** Photos and papers of an expense: seen, opened, added, taken away. */
export function Attachments({ path, attachments, isChangeable }: Props) {
  const { t } = useText()
  const add = useAct((files: File[]) => api.upload(`${path}/attachments`, formOf(files)), t("words.saved"))
  const take = (chosen: File[]) => {
    const { taken, problem } = takeFiles(attachments.length, chosen)
    if (problem) {
      toast.error(t(`expenses.fileProblem.${problem}`))
    }
    if (taken.length > 0) {
      add.mutate(taken)
    }
  }
  return (
    <section className="flex flex-col gap-y-3 border-t pt-4" aria-label={t("expenses.one.files")}>
      <Text size="small" weight="plus">
        {t("expenses.one.files")}
      </Text>
      {attachments.length === 0 ? (
        <Text size="small" className="text-ui-fg-muted">
          {t("expenses.one.noFiles")}
        </Text>
      ) : (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {attachments.map((attachment) => (
            <Tile key={attachment.id} attachment={attachment} isChangeable={isChangeable} />
          ))}
        </ul>
      )}
      {isChangeable && attachments.length < MAX_FILES && (
        <div className="flex flex-wrap gap-2">
          <FilePicker isBusy={add.isPending} onFiles={take} />
        </div>
      )}
    </section>
  )
}

function Tile({ attachment, isChangeable }: { attachment: Attachment; isChangeable: boolean }) {
  const { t, number } = useText()
  const { file_name: name, url } = attachment
  const { value, unit } = sizeOf(attachment.size)
  const open = useAct(async () => openBlob(await api.blob(url)))
  const remove = useAct(() => api.delete(url))
  return (
    <li className="border-ui-border-base relative flex min-w-0 flex-col overflow-hidden rounded-lg border">
      <button
        type="button"
        aria-label={t("expenses.one.openFile", { name })}
        className="bg-ui-bg-subtle hover:bg-ui-bg-subtle-hover focus-visible:shadow-borders-interactive-with-focus flex h-28 items-center justify-center outline-none"
        onClick={() => open.mutate()}
      >
        {attachment.mime_type === "application/pdf" ? (
          <DocumentText className="text-ui-fg-subtle size-8" />
        ) : (
          <Picture url={url} />
        )}
      </button>
      <div className="flex items-center gap-x-1 px-2 py-1">
        <div className="min-w-0 flex-1">
          <Text size="xsmall" className="truncate">
            {name}
          </Text>
          <Text size="xsmall" className="text-ui-fg-muted">
            {t(`expenses.one.${unit}`, { size: number(value) })}
          </Text>
        </div>
        {isChangeable && (
          <ConfirmButton
            label={t("words.delete")}
            question={t("expenses.one.deleteFileQuestion", { name })}
            isDanger
            variant="transparent"
            aria-label={t("expenses.one.deleteFile", { name })}
            disabled={remove.isPending}
            onConfirm={() => remove.mutate()}
          >
            <Trash />
          </ConfirmButton>
        )}
      </div>
    </li>
  )
}

/** Files are private: they are fetched with the session and never have an address of their own. */
function Picture({ url }: { url: string }) {
  const { data, isError } = useQuery({
    // Of a key of its own: a file never changes, so a write need not fetch it again.
    queryKey: ["bozor-file", url],
    queryFn: () => api.blob(url),
    staleTime: Infinity,
  })
  const [source, setSource] = useState<string>()
  useEffect(() => {
    if (!data) {
      return
    }
    const made = URL.createObjectURL(data)
    setSource(made)
    return () => URL.revokeObjectURL(made)
  }, [data])
  if (isError) {
    return <DocumentText className="text-ui-fg-muted size-8" />
  }
  return source ? (
    <img src={source} alt="" className="size-full object-cover" />
  ) : (
    <Skeleton className="size-full" />
  )
}
