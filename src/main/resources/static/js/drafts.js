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
  const get = (key) => work('readonly', (store) => store.get(key));
  const all = async () => {
    const drafts = await work('readonly', (store) => store.getAll());
    const old = drafts.filter((draft) => draft.sampai < Date.now());
    for (const draft of old) await remove(draft.kunci);
    return drafts.filter((draft) => !old.includes(draft));
  };

  const ask = (path, draft, body) => fetch(path + (draft.bahasa === 'en' ? '?lang=en' : ''),
      { method: body ? 'POST' : 'GET', body, credentials: 'same-origin', headers: { Accept: 'application/json' } });

  // Sent once however often it is tried: the key makes sure of that. Fails where there is no network
  const deliver = async (draft) => {
    const response = await ask('/pengaduan/baru/token', draft);
    if (!response.ok) throw new Error('no token');
    const token = await response.json();
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
    if (result.tandaTerima) await remove(draft.kunci);
    return result;
  };

  const one = (work) => (self.navigator.locks ? navigator.locks.request('laporan', work) : work());
  const send = (key) => one(async () => {
    const draft = await get(key);
    return draft ? deliver(draft) : null;
  });
  // Those that were finished; what somebody is still writing waits for them. One that fails does not hold up those behind it
  const sendAll = async () => {
    const sent = [];
    const failed = [];
    for (const draft of (await all()).filter((one) => one.siap)) {
      try {
        sent.push([draft.kunci, await send(draft.kunci)]);
      } catch (error) {
        failed.push(error);
      }
    }
    if (failed.length) throw failed[0];
    return sent;
  };

  return { all, get, put, remove, send, sendAll, TAG: 'laporan' };
})();
