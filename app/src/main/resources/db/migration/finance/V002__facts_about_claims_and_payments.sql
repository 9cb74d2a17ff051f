create schema if not exists fact;

create view fact.expense_claim as
select
    c.case_id,
    c.initiator,
    c.unit,
    c.legal_entity,
    c.title,
    c.total,
    c.currency,
    c.authority_limit,
    (select count(*) from finance.expense_line l where l.case_id = c.case_id) as line_count,
    (select count(*) from finance.claim_voucher v where v.case_id = c.case_id) as voucher_count,
    c.filed_at,
    c.ending,
    c.ended_at
from finance.expense_claim c;
comment on view fact.expense_claim is 'Expense claims 费用报销单, each by its case.';
comment on column fact.expense_claim.case_id is 'the case that the claim is; see fact.case';
comment on column fact.expense_claim.initiator is 'person who claims';
comment on column fact.expense_claim.unit is 'unit of the initiator when the claim was started';
comment on column fact.expense_claim.legal_entity is 'company in law that bears the expense';
comment on column fact.expense_claim.title is 'what it was for';
comment on column fact.expense_claim.total is 'sum of the lines';
comment on column fact.expense_claim.currency is 'ISO 4217 code of the total and of all lines';
comment on column fact.expense_claim.authority_limit is 'what the head of the unit may decide alone, as it was when the claim was filed';
comment on column fact.expense_claim.line_count is 'number of expenses';
comment on column fact.expense_claim.voucher_count is 'number of vouchers attached';
comment on column fact.expense_claim.filed_at is 'when it was last handed in';
comment on column fact.expense_claim.ending is 'completed, rejected, cancelled or failed; null while it runs';
comment on column fact.expense_claim.ended_at is 'when the case ended';

create view fact.expense_line as
select l.case_id, l.position, l.spent_on, l.category, l.description, l.amount, c.currency, l.invoice_number
from finance.expense_line l
join finance.expense_claim c on c.case_id = l.case_id;
comment on view fact.expense_line is 'Lines of expense claims 费用明细.';
comment on column fact.expense_line.case_id is 'the claim; see fact.expense_claim';
comment on column fact.expense_line.position is 'place in the claim, from 0';
comment on column fact.expense_line.spent_on is 'day of the expense';
comment on column fact.expense_line.category is 'kind of expense, as typed or chosen';
comment on column fact.expense_line.description is 'what it was, in the initiator''s words';
comment on column fact.expense_line.amount is 'amount claimed';
comment on column fact.expense_line.currency is 'ISO 4217 code of the amount';
comment on column fact.expense_line.invoice_number is 'number of the invoice as typed';

create view fact.payment as
select p.case_id, p.amount, p.currency, p.payee, p.paid_by, p.paid_at
from finance.payment p;
comment on view fact.payment is 'Payments recorded by a cashier 付款记录.';
comment on column fact.payment.case_id is 'the case that was paid';
comment on column fact.payment.amount is 'amount paid';
comment on column fact.payment.currency is 'ISO 4217 code of the amount';
comment on column fact.payment.payee is 'person who was paid';
comment on column fact.payment.paid_by is 'cashier who recorded the payment';
comment on column fact.payment.paid_at is 'when it was recorded';
