/* The queue of the complaint desk. Only enhancements: links and forms do all of it without this file. */
(() => {
  'use strict';

  // htmx writes the portal's own HTML into the page; scripts stay forbidden
  window.trustedTypes?.createPolicy('default', { createHTML: (html) => html });

  const list = () => document.getElementById('antrean');
  const said = document.getElementById('kabar');

  // Choose all on this page
  const dress = () => {
    const all = document.getElementById('semua');
    if (!all) return;
    const boxes = () => list().querySelectorAll('input[name="kasus"]');
    all.hidden = false;
    all.addEventListener('change', () => { for (const box of boxes()) box.checked = all.checked; });
    list().addEventListener('change', (event) => {
      if (event.target.name === 'kasus') all.checked = [...boxes()].every((box) => box.checked);
    });
  };
  dress();

  document.body.addEventListener('htmx:afterSettle', () => {
    dress();
    said.textContent = document.getElementById('jumlah')?.textContent ?? '';
  });

  // Signed out meanwhile: the answer is another page, which belongs into the window
  document.body.addEventListener('htmx:beforeSwap', (event) => {
    const came = new URL(event.detail.xhr.responseURL || location.href).pathname;
    if (came !== new URL(list().querySelector('.desk-tabs a').href).pathname) {
      event.detail.shouldSwap = false;
      location.assign(event.detail.xhr.responseURL);
    }
  });
  document.body.addEventListener('htmx:responseError', () => location.reload());
  document.body.addEventListener('htmx:sendError', () => list().querySelector('form')?.reportValidity());

  // Keys: down, up, choose; Enter opens a link by itself. Never while somebody types, and only where they are wanted
  const wanted = document.getElementById('pintasan-nyala');
  const kept = 'laporan-pintasan';
  const stored = () => { try { return localStorage.getItem(kept); } catch { return null; } };
  if (wanted) {
    document.getElementById('pintasan-aktif').hidden = false;
    wanted.checked = stored() !== 'mati';
    wanted.addEventListener('change', () => {
      try { localStorage.setItem(kept, wanted.checked ? 'nyala' : 'mati'); } catch { /* until the page is left, then */ }
    });
  }
  const typing = (target) => target.closest('input:not([type="checkbox"]), select, textarea, [contenteditable]');
  document.addEventListener('keydown', (event) => {
    if (!wanted?.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    const links = [...list().querySelectorAll('a.case-link')];
    const row = document.activeElement?.closest('tr');
    const place = links.findIndex((link) => row?.contains(link));
    if (event.key === 'j' || event.key === 'k') {
      const next = links[place + (event.key === 'j' ? 1 : -1)] ?? (place < 0 ? links[0] : null);
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
    else if (event.key === 'x' && place >= 0) {
      const box = row.querySelector('input[name="kasus"]');
      if (!box) return;
      event.preventDefault();
      box.click();
    }
  });
})();
