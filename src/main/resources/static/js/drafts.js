/* Reports kept on this phone until they are sent: for its pages and for the worker behind them. Never who reports. */
self.laporan = (() => {
  'use strict';
  const DAYS = 7;
  const STORE = 'konsep';
  const FIELDS = ['kunci', 'jenis', 'tentang', 'layanan', 'kategori', 'kelurahan', 'alamat', 'lintang', 'bujur', 'judul', 'isi', 'formal',
    'identitas', 'anonim', 'rahasia'];

  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const work = async (mode, use) => {
    const opening = indexedDB.open('laporan', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'kunci' });
    const database = await done(opening);
    try {
      return await done(use(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  };

  const remove = (key) => work('readwrite', (store) => store.delete(key));
  const put = (draft) => work('readwrite', (store) => store.put({ ...draft, sampai: draft.sampai ?? Date.now() + DAYS * 86400000 }));
  const read = (key) => work('readonly', (store) => store.get(key));
  const get = async (key) => {
    const kept = await read(key);
    return kept?.tandaTerima ? undefined : kept;
  };
  const fresh = async () => {
    const kept = await work('readonly', (store) => store.getAll());
    const old = kept.filter((one) => one.sampai < Date.now());
    for (const one of old) await remove(one.kunci);
    return kept.filter((one) => !old.includes(one));
  };
  const all = async () => (await fresh()).filter((one) => !one.tandaTerima);
  // Of what was sent only where its receipt is, until that was opened: it may be sent while no page is there to show it
  const receipts = async () => (await fresh()).filter((one) => one.tandaTerima);

  const ask = (path, draft, body) => fetch(path + (draft.bahasa === 'en' ? (path.includes('?') ? '&' : '?') + 'lang=en' : ''),
      { method: body ? 'POST' : 'GET', body, credentials: 'same-origin', headers: { Accept: 'application/json' } });

  // Sent once however often it is tried: the key makes sure of that. Fails where there is no network
  const deliver = async (draft, asked) => {
    const response = await ask('/pengaduan/baru/token?kunci=' + draft.kunci, draft);
    if (!response.ok) throw new Error('no token');
    const token = await response.json();
    // Not under another account than it was written with, nor without it, unless whoever holds the phone says so
    if (!asked && token.penulis !== (draft.penulis ?? '')) return { tanya: token.penulis ? 'lain' : 'tamu', pesan: [] };
    const pesan = [];
    for (const photo of draft.foto ?? []) {
      const form = new FormData();
      form.append(token.nama, token.nilai);
      form.append('kunci', draft.kunci);
      form.append('foto', photo, 'foto.jpg');
      const answer = await ask('/pengaduan/baru/foto', draft, form);
      // It came through before, and only the answer was lost: photos and all
      if (answer.status === 409) break;
      // Too large, or not taken now: it stays away, and the report goes without it
      if (answer.status === 413) pesan.push('');
      else if (answer.status === 422) pesan.push((await answer.json()).pesan);
      else if (!answer.ok) pesan.push(null);
    }
    const form = new URLSearchParams({ [token.nama]: token.nilai });
    for (const name of FIELDS) if (draft[name]) form.append(name, draft[name]);
    const answer = await ask('/pengaduan/baru/kirim', draft, form);
    if (![200, 422, 429].includes(answer.status)) throw new Error('not taken');
    const result = { ...await answer.json(), pesan };
    if (result.tandaTerima) await put({ kunci: draft.kunci, judul: draft.judul, tandaTerima: result.tandaTerima, pesan });
    return result;
  };

  const one = (work) => (self.navigator.locks ? navigator.locks.request('laporan', work) : work());
  const send = (key, asked) => one(async () => {
    const kept = await read(key);
    return kept && !kept.tandaTerima ? deliver(kept, asked) : kept ?? null;
  });
  // Those that were finished; what somebody is still writing waits for them. One that fails does not hold up those behind it
  const sendAll = async () => {
    const sent = [];
    const failed = [];
    for (const draft of (await all()).filter((one) => one.siap)) {
      try {
        const result = await send(draft.kunci);
        // Too many at once: the browser is to come back for it
        if (result && !result.tandaTerima && !result.lanjut && !result.tanya) throw new Error('later');
        sent.push([draft.kunci, result]);
      } catch (error) {
        failed.push(error);
      }
    }
    if (failed.length) throw failed[0];
    return sent;
  };

  return { all, receipts, get, put, remove, send, sendAll, TAG: 'laporan' };
})();
