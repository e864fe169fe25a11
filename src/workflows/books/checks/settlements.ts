import { Check } from "../types"

/** Statements against the ledger: lines, figures, the chain of balances, and payouts. */
export const SETTLEMENT_CHECKS: Check[] = [
  {
    name: "settlement_lines",
    sql: `select l.id, l.settlement_id as about, -sum(e.amount_tiyin) as expected, l.amount_tiyin as actual
        from settlement_line l
        left join ledger_entry e on e.transaction_id = l.ledger_transaction_id and e.company_id = l.company_id
       group by l.id having l.amount_tiyin is distinct from -sum(e.amount_tiyin)`,
    advice: "the statement's line is not what its ledger transaction moved",
  },
  {
    name: "settlement_counted_twice",
    sql: `select ledger_transaction_id as id, string_agg(settlement_id, ', ') as about, 1 as expected, count(*) as actual
        from settlement_line group by ledger_transaction_id having count(*) > 1`,
    advice: "a ledger transaction is counted in two statements: its unique index is gone",
  },
  {
    name: "settlement_figures",
    sql: `select s.id, s.company_id as about, s.closing_tiyin as expected,
             s.opening_tiyin + coalesce(l.amount, 0) as actual
        from settlement s
        left join (select settlement_id, sum(amount_tiyin) as amount from settlement_line group by 1) l on l.settlement_id = s.id
       where s.closing_tiyin <> s.opening_tiyin + coalesce(l.amount, 0)`,
    advice: "the statement's figures are not the sum of its lines",
  },
  {
    name: "settlement_opening",
    sql: `select id, company_id as about, before as expected, opening_tiyin as actual from (
          select id, company_id, opening_tiyin, coalesce(lag(closing_tiyin) over (
            partition by company_id, currency_code order by period_to), 0) as before from settlement) s
       where opening_tiyin <> before`,
    advice: "the statement does not begin where the one before it ended",
  },
  {
    name: "settlement_payouts",
    sql: `select coalesce(s.id, t.subject_id) as id, coalesce(s.company_id, t.company_id) as about,
             s.payout_tiyin as expected, t.amount as actual
        from (select * from settlement where status = 'paid') s
        full join (select t.subject_id, t.company_id, sum(e.amount_tiyin) as amount from ledger_transaction t
                     join ledger_entry e on e.transaction_id = t.id and e.company_id = t.company_id
                    where t.kind = 'payout' group by t.id) t on t.subject_id = s.id
       where s.payout_tiyin is distinct from t.amount`,
    advice: "the statement is marked as paid without a payout in the ledger, or the other way round",
  },
]
