create index attachment_original_idx on attachment.attachment (redacted_at) where original_tag is not null;
