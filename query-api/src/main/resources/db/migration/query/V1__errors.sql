create table errors (id uuid primary key);
