-- To begin with. They belong to the staff from then on, so no release brings them up to date.
insert into complaint.answer_template (id, agency, purpose, name, text, text_en, changed_by, changed_at, version) values
('c0a10000-0000-4000-8000-000000000001', null, 'ANSWER', 'Laporan sedang kami tangani',
'Terima kasih atas laporan Anda.

Kami sudah menerima laporan {nomor} pada {tanggal-masuk}. Petugas {instansi} sedang menanganinya. Kami berusaha menyelesaikannya paling lambat {batas}.

Kami akan mengabari Anda begitu ada perkembangan.',
'Thank you for your report.

We received report {nomor} on {tanggal-masuk}. Staff of {instansi} are working on it. We aim to finish by {batas}.

We will tell you as soon as there is news.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000002', null, 'ANSWER', 'Petugas akan datang ke lokasi',
'Terima kasih atas laporan Anda.

Petugas {instansi} akan memeriksa lokasi pada [tanggal]. Anda tidak perlu menunggu di tempat. Hasilnya akan kami sampaikan di sini.',
'Thank you for your report.

Staff of {instansi} will look at the place on [date]. You need not wait there. We will post the result here.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000003', null, 'ANSWER', 'Perlu waktu lebih lama',
'Kami belum dapat menyelesaikan laporan {nomor} sesuai rencana karena [alasan].

Kami memperkirakan pekerjaan selesai pada [tanggal]. Kami mohon maaf atas keterlambatan ini dan akan mengabari Anda lagi.',
'We could not finish report {nomor} as planned because [reason].

We expect to finish on [date]. We are sorry for the delay and will write again.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000004', null, 'ANSWER', 'Jawaban atas permintaan informasi',
'Terima kasih atas pertanyaan Anda.

[Isi jawaban.]

Bila jawaban ini belum cukup, Anda dapat membalas laporan {nomor} di halaman ini.',
'Thank you for your question.

[Your answer.]

If this does not answer it, you can reply to report {nomor} on this page.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000005', null, 'QUESTION', 'Minta lokasi yang lebih jelas',
'Kami ingin segera menangani laporan Anda, tetapi lokasinya belum jelas.

Mohon sebutkan nama jalan, nomor rumah terdekat, atau patokan yang mudah dilihat. Anda juga dapat mengirim foto.',
'We want to act on your report, but we cannot tell where it is.

Please give us the street, the nearest house number, or a landmark. You can also send a photo.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000006', null, 'QUESTION', 'Minta penjelasan tambahan',
'Kami sudah membaca laporan Anda. Agar dapat menindaklanjutinya, kami perlu tahu:

1. [pertanyaan]

Balas di halaman ini. Hitungan waktu kami berhenti sampai Anda menjawab.',
'We have read your report. To act on it we need to know:

1. [question]

Reply on this page. Our clock stands still until you do.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000007', null, 'QUESTION', 'Minta tangkapan layar',
'Kami sudah mencoba membuka layanan tersebut dan belum menemukan masalahnya.

Mohon kirim tangkapan layar, jam kejadian, dan jenis perangkat yang Anda pakai. Jangan kirim kata sandi atau foto KTP.',
'We tried the service and could not find the problem.

Please send a screenshot, the time it happened and the kind of device. Do not send passwords or your ID card.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000008', null, 'RESOLUTION', 'Pekerjaan selesai',
'Laporan {nomor} sudah kami selesaikan.

Yang kami lakukan: [uraian singkat]. Foto sebelum dan sesudah ada di bawah.

Bila masalahnya belum beres, Anda dapat membuka kembali laporan ini.',
'We have finished report {nomor}.

What we did: [short description]. Photos from before and after are below.

If it is not solved, you can reopen this report.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000009', null, 'RESOLUTION', 'Layanan daring sudah pulih',
'Layanan yang Anda laporkan sudah dapat dibuka kembali sejak [waktu].

Penyebabnya: [penyebab]. Mohon coba lagi. Bila masih bermasalah, Anda dapat membuka kembali laporan {nomor}.',
'The service you reported works again since [time].

The cause: [cause]. Please try again. If it still fails, you can reopen report {nomor}.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000010', null, 'RESOLUTION', 'Informasi sudah diberikan',
'Kami sudah menjawab permintaan informasi {nomor}.

[Ringkasan jawaban dan tempat informasinya dapat dibaca.]',
'We have answered request {nomor}.

[Summary of the answer and where to read more.]', null, now(), 1),
('c0a10000-0000-4000-8000-000000000011', null, 'REJECTION', 'Bukan wewenang kota',
'Kami sudah mempelajari laporan {nomor}. Hal ini menjadi wewenang [nama instansi], bukan Pemerintah Kota Tangerang.

Anda dapat menyampaikannya melalui [saluran]. Bila Anda tidak setuju, Anda dapat membuka kembali laporan ini atau menghubungi Ombudsman RI.',
'We have looked into report {nomor}. The matter is for [agency], not for the city of Tangerang.

You can turn to them through [channel]. If you disagree, you can reopen this report or turn to the Ombudsman.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000012', null, 'REJECTION', 'Belum cukup jelas',
'Kami belum dapat menindaklanjuti laporan {nomor} karena keterangannya belum cukup jelas, dan kami belum menerima jawaban Anda.

Anda dapat membuka kembali laporan ini dengan keterangan tambahan.',
'We cannot act on report {nomor}: it is not clear enough, and we have not received your answer.

You can reopen it with more details.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000013', null, 'REJECTION', 'Sudah pernah dijawab',
'Hal yang sama sudah kami jawab pada laporan [nomor laporan], dan belum ada keterangan baru.

Bila ada hal baru, Anda dapat membuka kembali laporan {nomor} dan menjelaskannya.',
'We have answered the same in report [number], and nothing is new.

If there is something new, you can reopen report {nomor} and tell us.', null, now(), 1),
('c0a10000-0000-4000-8000-000000000014', null, 'OUTAGE_ENDED', 'Gangguan layanan berakhir',
'Gangguan pada layanan ini sudah berakhir. Layanan tidak dapat dibuka dari {mulai} sampai {selesai}.

Mohon coba lagi. Apakah layanannya sudah dapat Anda buka?',
'The outage of this service is over. It could not be opened from {mulai} to {selesai}.

Please try again. Can you open it now?', null, now(), 1);
