import { Link, useParams } from "react-router-dom"
import { Button, Text } from "@medusajs/ui"
import { DataList } from "../../components/data-list"
import { Fact, Page, Section } from "../../components/page"
import { StatePill } from "../../components/state-pill"
import { Empty, Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { CompanyActions } from "./company-actions"
import { CommissionForm } from "./commission-form"
import { Company, Member } from "./lib/types"

type Detailed = Company & { members: Member[] }

const ROLES = ["owner", "manager", "cashier", "warehouse", "accountant", "marketer"] as const
type Role = (typeof ROLES)[number]
const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role)

function Profile({ company }: { company: Company }) {
  const { t, date } = useText()
  return (
    <Section title={t("market.companies.profile")}>
      <div className="divide-y">
        <Fact label={t("words.status")}>
          <StatePill state={company.status} label={t(`market.companies.status.${company.status}`)} />
        </Fact>
        {company.status_reason && (
          <Fact label={t("market.companies.statusReason")}>{company.status_reason}</Fact>
        )}
        <Fact label={t("market.companies.phone")}>{company.phone}</Fact>
        <Fact label={t("market.companies.email")}>{company.email ?? "—"}</Fact>
        <Fact label={t("market.companies.address")}>{company.address ?? "—"}</Fact>
        <Fact label={t("market.companies.since")}>{date(company.created_at)}</Fact>
        <Fact label={t("market.companies.approvedAt")}>
          {company.approved_at ? date(company.approved_at) : "—"}
        </Fact>
      </div>
      {company.is_private && (
        <Text size="small" className="text-ui-fg-subtle pt-2">
          {t("market.companies.private")}
        </Text>
      )}
    </Section>
  )
}

function Requisites({ company }: { company: Company }) {
  const { t } = useText()
  return (
    <Section title={t("market.companies.requisites")}>
      <div className="divide-y">
        <Fact label={t("market.companies.legalName")}>{company.legal_name ?? "—"}</Fact>
        <Fact label={t("market.companies.taxId")}>{company.tax_id ?? "—"}</Fact>
        <Fact label={t("market.companies.vatPayer")}>
          {t(company.is_vat_payer ? "words.yes" : "words.no")}
        </Fact>
        <Fact label={t("market.companies.bankAccount")}>{company.bank_account ?? "—"}</Fact>
        <Fact label={t("market.companies.bankMfo")}>{company.bank_mfo ?? "—"}</Fact>
      </div>
    </Section>
  )
}

function People({ members }: { members: Member[] }) {
  const { t } = useText()
  const living = members.filter(({ status }) => status !== "removed")
  return (
    <Section title={`${t("market.companies.people")} · ${living.length}`} padded={false}>
      <DataList
        label={t("market.companies.people")}
        rows={living}
        idOf={({ id }) => id}
        columns={[
          { key: "email", title: t("market.companies.email"), value: ({ email }) => email },
          {
            key: "role",
            title: t("market.companies.role"),
            value: ({ role }) => (isRole(role) ? t(`shell.roles.${role}`) : role),
          },
          {
            key: "status",
            title: t("words.status"),
            value: ({ status }) => (
              <StatePill state={status} label={t(`market.companies.memberStatus.${status}`)} />
            ),
          },
        ]}
        empty={<Empty text={t("market.companies.peopleNone")} />}
      />
    </Section>
  )
}

function CompanyDetail({ company }: { company: Detailed }) {
  const { t } = useText()
  return (
    <Page
      title={company.name}
      hint={company.legal_name ?? company.handle}
      actions={
        <>
          <Button asChild size="small" variant="transparent">
            <Link to={`/market/settlements?company_id=${company.id}`}>
              {t("market.companies.seeSettlements")}
            </Link>
          </Button>
          <Button asChild size="small" variant="transparent">
            <Link to={`/market/audit?company_id=${company.id}`}>{t("market.companies.seeAudit")}</Link>
          </Button>
          <CompanyActions company={company} />
        </>
      }
    >
      <div className="grid gap-3 lg:grid-cols-2">
        <Profile company={company} />
        <Requisites company={company} />
      </div>
      <CommissionForm key={String(company.commission_percent)} company={company} />
      <People members={company.members} />
    </Page>
  )
}

export default function CompanyPage() {
  const { id } = useParams()
  const { t } = useText()
  const read = useApi<{ company: Detailed }>(`/admin/companies/${id}`)
  return (
    <div className="flex flex-col gap-y-2">
      <Link to="/market/companies" className="txt-compact-small text-ui-fg-interactive px-1">
        {`← ${t("shell.nav.companies")}`}
      </Link>
      <Shown read={read}>{({ company }) => <CompanyDetail company={company} />}</Shown>
    </div>
  )
}
