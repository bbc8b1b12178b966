-- As all texts that are looked up.
alter table articles alter column url_key type text collate "C";
