/* The form: each page works without this file. */
(() => {
  'use strict';
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => document.querySelectorAll(selector);
  const english = document.documentElement.lang === 'en';
  const { laporan } = self;
  const canKeep = 'indexedDB' in window;

  // The worker behind the pages; its address is the only script address ever made here
  if ('serviceWorker' in navigator) {
    const policy = window.trustedTypes?.createPolicy('laporan', { createScriptURL: (url) => url });
    navigator.serviceWorker.register(policy ? policy.createScriptURL('/sw.js') : '/sw.js').catch(() => {});
  }

  // Where I am
  const locate = one('[data-locate]');
  const select = one('#kelurahan');
  const setPoint = (latitude, longitude, metres) => {
    const form = one('#tempat');
    form.elements.lintang.value = latitude.toFixed(6);
    form.elements.bujur.value = longitude.toFixed(6);
    let best = null;
    for (const option of select.querySelectorAll('option[data-at]')) {
      const [y, x] = option.dataset.at.split(',').map(Number);
      const far = (y - latitude) ** 2 + (x - longitude) ** 2;
      if (!best || far < best.far) best = { far, option };
    }
    // Five kilometres from every centre is no place of the city
    if (!best || best.far > 0.045 ** 2) return false;
    select.value = best.option.value;
    return metres;
  };
  if (locate && navigator.geolocation) {
    const status = locate.querySelector('[role=status]');
    locate.hidden = false;
    locate.querySelector('button').addEventListener('click', () => {
      status.textContent = locate.dataset.searching;
      navigator.geolocation.getCurrentPosition((position) => {
        const { latitude, longitude, accuracy } = position.coords;
        const inside = setPoint(latitude, longitude, accuracy);
        if (inside === false) one('#tempat').elements.lintang.value = '';
        status.textContent = inside === false ? locate.dataset.outside : locate.dataset.found + ' (± ' + Math.round(accuracy) + ' m)';
      }, () => { status.textContent = locate.dataset.denied; }, { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 });
    });
  }
  self.tempat = { setPoint };
  for (const link of all('.sketch a[data-sub-district]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      select.value = link.dataset.subDistrict;
      one('.sketch .chosen')?.classList.remove('chosen');
      link.classList.add('chosen');
      select.focus();
    });
  }

  // Photos: smaller before they are sent, and sent again whole after a cut
  const LONGEST_SIDE = 1600;
  const smaller = async (file) => {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 400000) return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', 0.82); });
      return blob && blob.size < file.size ? blob : file;
    } catch {
      return file;
    }
  };
  const upload = one('[data-upload]');
  if (upload) {
    const field = upload.elements.foto;
    const status = upload.querySelector('[role=status]');
    const button = upload.querySelector('button');
    upload.addEventListener('submit', async (event) => {
      const file = field.files[0];
      if (!file) return;
      event.preventDefault();
      button.disabled = true;
      status.className = 'hint';
      status.textContent = upload.dataset.sending;
      const form = new FormData(upload);
      // A smaller picture has forgotten where it was taken
      const sent = upload.elements['pakai-lokasi']?.checked ? file : await smaller(file);
      form.set('foto', sent, 'foto');
      let message = sent.size > upload.dataset.most * 1048576 ? upload.dataset.large : null;
      if (!message) {
        const answer = await fetch(upload.action, { method: 'POST', body: form, headers: { Accept: 'application/json' } }).catch(() => null);
        if (answer?.ok) {
          location.replace(location.href.replace(/#.*/, ''));
          return;
        }
        if (answer?.status === 403) {
          HTMLFormElement.prototype.submit.call(upload);
          return;
        }
        message = answer?.status === 422 ? (await answer.json()).pesan : answer?.status === 413 ? upload.dataset.large : upload.dataset.failed;
      }
      status.className = 'field-error-text';
      status.textContent = message;
      button.disabled = false;
    });
    field.addEventListener('change', () => { if (field.files.length && !upload.elements['pakai-lokasi']) upload.requestSubmit(); });
  }

  if (!canKeep || !laporan) return;

  // What is being written is kept if somebody wants that
  const writing = one('form[data-draft]');
  if (writing) {
    const base = JSON.parse(writing.dataset.draft);
    const box = one('#simpan');
    // One after the other, each with what the form says when its turn comes: an older text never replaces a newer one
    let last = Promise.resolve();
    const inTurn = (work) => (last = last.catch(() => {}).then(work));
    const keep = (ready) => inTurn(async () => {
      const draft = { ...base, bahasa: english ? 'en' : 'id', siap: ready };
      const old = await laporan.get(base.kunci);
      for (const name of ['judul', 'isi']) if (writing.elements[name]) draft[name] = writing.elements[name].value;
      await laporan.put({ ...draft, sampai: old?.sampai });
    });
    // A page that is left finishes nothing, so the form waits for what is kept: a second at most
    const keepBeforeSending = (wanted, work) => writing.addEventListener('submit', (event) => {
      if (event.defaultPrevented || !wanted()) return;
      event.preventDefault();
      Promise.race([work(), new Promise((resolve) => { setTimeout(resolve, 1000); })]).finally(() => HTMLFormElement.prototype.submit.call(writing));
    });
    laporan.get(base.kunci).then((kept) => {
      if (box) {
        one('[data-keep]').hidden = false;
        box.checked = Boolean(kept);
        if (kept && !writing.elements.isi.value) {
          for (const name of ['judul', 'isi']) writing.elements[name].value = kept[name] ?? '';
        }
        const change = () => (box.checked ? keep(false) : inTurn(() => laporan.remove(base.kunci))).catch(() => {});
        box.addEventListener('change', change);
        let timer;
        writing.addEventListener('input', (event) => {
          if (event.target === box || !box.checked) return;
          clearTimeout(timer);
          timer = setTimeout(change, 500);
        });
        keepBeforeSending(() => box.checked, change);
      }
      // Finished: from now on it may be sent without its writer
      else if (kept) keepBeforeSending(() => true, () => keep(true).then(later).catch(() => {}));
    }).catch(() => {});
  }
  const done = one('[data-done]');
  if (done) laporan.remove(done.dataset.done).catch(() => {});

  const later = async () => {
    const registration = await navigator.serviceWorker?.ready;
    await registration?.sync?.register(laporan.TAG);
  };

  // The list of what is kept, with a button for each
  const section = one('[data-drafts]');
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const say = (item, ...parts) => {
    item.querySelector('.draft-state').replaceChildren(...parts);
    section.querySelector('[role=status]').textContent = item.querySelector('.draft-state').textContent;
  };
  const link = (href, text) => {
    const made = element('a', text);
    made.href = href;
    return made;
  };
  const told = (item, result) => {
    const texts = section.dataset;
    const refused = result.pesan.length ? ' ' + texts.photos + ' ' + result.pesan.map((reason) => reason ?? texts.refused).map((reason) => reason || texts.large).join(' ') : '';
    if (result.tandaTerima) {
      say(item, texts.sent + refused + ' ', link(result.tandaTerima, texts.receipt));
      item.querySelectorAll('.btn-secondary, .soft').forEach((old) => old.remove());
    }
    else if (result.tanya) {
      item.dataset.asked = '';
      say(item, result.tanya === 'tamu' ? texts.guest : texts.other);
    }
    else if (result.lanjut) say(item, texts.incomplete + ' ', link(result.lanjut, texts.complete));
    else say(item, texts.later);
  };
  // Nothing is left of one that the worker has sent meanwhile; its receipt stands where its key says
  const receipt = (key) => ({ tandaTerima: '/pengaduan/tanda-terima/' + key + (english ? '?lang=en' : ''), pesan: [] });
  const send = async (key, asked) => {
    const item = document.getElementById('konsep-' + key);
    if (item) say(item, section.dataset.sending);
    try {
      const result = await laporan.send(key, asked);
      if (item) told(item, result ?? receipt(key));
    } catch {
      if (item) say(item, section.dataset.waiting);
      await later().catch(() => {});
    }
  };
  const show = async () => {
    if (!section) return [];
    const drafts = await laporan.all();
    const receipts = await laporan.receipts();
    const list = section.querySelector('ul');
    const kept = [...receipts, ...drafts];
    const sent = [...list.children].filter((item) => !kept.some((one) => item.id === 'konsep-' + one.kunci));
    list.replaceChildren(...sent, ...kept.map((draft) => {
      const item = element('li');
      item.id = 'konsep-' + draft.kunci;
      const date = new Date(draft.sampai).toLocaleDateString(english ? 'en-GB' : 'id-ID', { day: 'numeric', month: 'short', year: 'numeric' });
      const name = draft.judul || draft.isi?.slice(0, 60) || '…';
      const buttons = element('p', null, 'draft-buttons');
      for (const [text, className, act] of [[section.dataset.send, 'btn btn-secondary', () => send(draft.kunci, 'asked' in item.dataset)],
        [section.dataset.delete, 'btn btn-quiet', () => laporan.remove(draft.kunci).then(() => item.remove()).then(show)]]) {
        const button = element('button', text, className);
        button.type = 'button';
        button.append(' ', element('span', name, 'visually-hidden'));
        button.addEventListener('click', act);
        buttons.append(button);
      }
      item.append(element('strong', name), element('p', section.dataset.until.replace('#', date), 'soft'), element('p', null, 'draft-state'), buttons);
      return item;
    }));
    for (const item of sent) if (item.querySelector('.btn-secondary')) told(item, receipt(item.id.replace('konsep-', '')));
    for (const one of receipts) told(document.getElementById('konsep-' + one.kunci), one);
    section.hidden = list.children.length === 0;
    return drafts;
  };
  const sendReady = async () => {
    for (const draft of await show()) if (draft.siap) await send(draft.kunci);
  };
  if (section) {
    (navigator.onLine ? sendReady() : show()).catch(() => {});
    window.addEventListener('online', () => { sendReady().catch(() => {}); });
  }

  // Writing without a network
  const notice = one('[data-no-network]');
  if (notice) {
    const look = () => { notice.hidden = navigator.onLine && location.pathname === '/luring'; };
    look();
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
  }
  const offline = one('form[data-offline]');
  if (offline) {
    const status = offline.querySelector('[role=status]');
    offline.hidden = false;
    offline.addEventListener('submit', async (event) => {
      event.preventDefault();
      const form = new FormData(offline);
      const draft = { kunci: crypto.randomUUID(), bahasa: english ? 'en' : 'id', siap: true, identitas: 'ya', foto: [] };
      for (const [name, value] of form) if (typeof value === 'string' && value && name !== 'setuju') draft[name] = value;
      draft.tentang = draft.kelurahan || draft.alamat ? 'tempat' : 'lain';
      let large = '';
      for (const file of [...offline.elements.foto.files].slice(0, 5)) {
        const photo = await smaller(file);
        if (photo.size > offline.dataset.most * 1048576) large = ' ' + offline.dataset.large;
        else draft.foto.push(photo);
      }
      try {
        await laporan.put(draft);
        offline.reset();
        status.textContent = offline.dataset.saved + large;
        await show();
        if (navigator.onLine) await send(draft.kunci, true);
        else await later().catch(() => {});
      } catch {
        status.textContent = offline.dataset.unsaved;
      }
    });
  }
})();
