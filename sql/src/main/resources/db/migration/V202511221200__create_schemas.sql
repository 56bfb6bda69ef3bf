-- One schema per audience. The tables of batch are created by the jobs module, which knows its Spring Batch version.

create schema batch;
comment on schema batch is 'Spring Batch: jobs, steps and where to restart them.';

create schema staging;
comment on schema staging is 'Curated and mart rows of a release that is being published. Empty otherwise.';

create schema warehouse;
comment on schema warehouse is 'History across nights, for researchers: dimensions, facts, and the results of every release.';

create schema ops;
comment on schema ops is 'What was run, checked and published.';

create schema mart;
comment on schema mart is 'What readers see: views of the published release with stable names.';
