create schema finance;

-- Facts about a claim. Where it stands is the case's business alone.
create table finance.expense_claim (
    case_id uuid primary key,
    initiator uuid not null,
    unit uuid not null,
    legal_entity text not null,
    title text not null,
    total numeric(14, 2) not null check (total > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    authority_limit numeric(18, 2) not null,
    filed_at timestamptz not null,
    ending text check (ending in ('completed', 'rejected', 'cancelled', 'failed')),
    ended_at timestamptz,
    check ((ending is null) = (ended_at is null))
);
create index expense_claim_initiator on finance.expense_claim (initiator, case_id desc);
create index expense_claim_unit on finance.expense_claim (unit, case_id desc);
create index expense_claim_filed_at on finance.expense_claim (filed_at);

create table finance.expense_line (
    case_id uuid not null references finance.expense_claim,
    position int not null,
    spent_on date not null,
    category text not null,
    description text,
    amount numeric(14, 2) not null check (amount > 0),
    invoice_number text,
    primary key (case_id, position)
);

-- What was read from a voucher's file, once for each content; all null where nothing could be read.
create table finance.voucher (
    sha256 text primary key,
    invoice_code text,
    invoice_number text,
    issued_on date,
    buyer text,
    buyer_tax_number text,
    seller text,
    total numeric(14, 2)
);

create table finance.claim_voucher (
    case_id uuid not null references finance.expense_claim,
    position int not null,
    file uuid not null,
    sha256 text not null references finance.voucher,
    primary key (case_id, position)
);
create index claim_voucher_sha256 on finance.claim_voucher (sha256);

-- Which claim in force uses a voucher, by its content or its invoice number; the row goes when the claim is rejected or cancelled.
create table finance.voucher_use (
    kind text not null check (kind in ('content', 'invoice')),
    mark text not null,
    invoice_number text,
    case_id uuid not null references finance.expense_claim,
    primary key (kind, mark)
);
create index voucher_use_case on finance.voucher_use (case_id);
create index voucher_use_number on finance.voucher_use (invoice_number) where invoice_number is not null;
comment on column finance.voucher_use.mark is 'SHA-256, or the invoice''s number behind its code where it has one';

create table finance.payment (
    case_id uuid primary key references finance.expense_claim,
    amount numeric(14, 2) not null check (amount > 0),
    currency text not null,
    payee uuid not null,
    paid_by uuid not null check (paid_by <> payee),
    paid_at timestamptz not null
);
create index payment_paid_at on finance.payment (paid_at);
