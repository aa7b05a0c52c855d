-- Whoever sends this text need not have attached any photo.
update complaint.answer_template
set text = replace(text, ' Foto sebelum dan sesudah ada di bawah.', ''),
    text_en = replace(text_en, ' Photos from before and after are below.', '')
where id = 'c0a10000-0000-4000-8000-000000000008' and version = 1;
