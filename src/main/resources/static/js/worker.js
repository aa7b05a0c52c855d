/* Lets the form work without a network. FILES and js/drafts.js stand before it. Nothing of whoever is signed in is kept. */
(() => {
  'use strict';
  const CACHE = 'layanan ' + FILES.join(' ');
  const PAGES = ['/', '/pengaduan/baru', '/luring', '/luring?lang=en'];

  const keep = async (cache, path) => {
    const response = await fetch(path, { credentials: 'omit', cache: 'no-cache' });
    if (response.ok) await cache.put(path, response);
  };
  self.addEventListener('install', (event) => event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await Promise.all([...FILES, ...PAGES].map((path) => keep(cache, path)));
    await self.skipWaiting();
  })()));
  self.addEventListener('activate', (event) => event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await self.registration.navigationPreload?.enable();
    await self.clients.claim();
  })()));

  const file = async (request) => {
    const kept = await caches.match(request);
    if (kept) return kept;
    const response = await fetch(request);
    if (response.ok && FILES.includes(new URL(request.url).pathname)) await (await caches.open(CACHE)).put(request, response.clone());
    return response;
  };
  const page = async (event) => {
    const { request } = event;
    const url = new URL(request.url);
    const path = url.pathname + url.search;
    try {
      const response = await event.preloadResponse ?? await fetch(request);
      // What is made for one person says no-store
      if (request.method === 'GET' && response.ok && PAGES.includes(path) && !(response.headers.get('Cache-Control') ?? 'no-store').includes('no-store')) {
        const copy = response.clone();
        event.waitUntil(caches.open(CACHE).then((cache) => cache.put(path, copy)));
      }
      return response;
    } catch (error) {
      const english = url.searchParams.get('lang') === 'en';
      const kept = (request.method === 'GET' && await caches.match(path)) || await caches.match(english ? '/luring?lang=en' : '/luring');
      if (kept) return kept;
      throw error;
    }
  };
  self.addEventListener('fetch', (event) => {
    const url = new URL(event.request.url);
    if (url.origin !== location.origin) return;
    if (event.request.mode === 'navigate') event.respondWith(page(event));
    else if (event.request.method === 'GET' && /^\/(css|js|img)\//.test(url.pathname)) event.respondWith(file(event.request));
  });
  self.addEventListener('sync', (event) => {
    if (event.tag === self.laporan.TAG) event.waitUntil(self.laporan.sendAll());
  });
})();
