-- Rows that are about nothing that a format reads are passed over, and are no rows of its account.
comment on column ops.source_read.rows_read is 'Rows after the header that are about what the format reads.';
