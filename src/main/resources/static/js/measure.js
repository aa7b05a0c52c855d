/* How fast a page was, told by a few of those who open it: numbers alone, nothing that says who. */
(() => {
  'use strict';
  const { route, sample } = document.currentScript.dataset;
  const { navigator: nav, performance: perf } = window;
  if (nav.doNotTrack === '1' || nav.globalPrivacyControl || !nav.sendBeacon || document.visibilityState === 'hidden') return;

  const found = new Map([['r', route], ['d', innerWidth < 640 ? 's' : innerWidth < 1024 ? 'm' : 'l']]);

  // From the front page to the first service in the same tab; the time stays in the tab
  try {
    if (route === '/') sessionStorage.setItem('awal', Date.now());
    const start = route === '/layanan/{slug}' && sessionStorage.getItem('awal');
    if (start) {
      sessionStorage.removeItem('awal');
      const seconds = Math.round((Date.now() - start) / 1000);
      if (seconds >= 0 && seconds < 3600) found.set('h', seconds);
    }
  } catch { /* No room to remember it in */ }
  if (Math.random() * sample >= 1 || !window.PerformanceObserver) return;

  const watch = (type, take, options) => {
    try {
      const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
      observer.observe({ type, buffered: true, ...options });
      return () => observer.takeRecords().forEach(take);
    } catch { return () => {}; }
  };

  let largest = 0;
  let shift = 0, total = 0, first = 0, last = 0;
  const interactions = new Map();
  const rest = [
    watch('largest-contentful-paint', (entry) => { largest = entry.startTime; }),
    watch('layout-shift', ({ hadRecentInput, startTime, value }) => {
      if (hadRecentInput) return;
      if (startTime - last > 1000 || startTime - first > 5000) { total = 0; first = startTime; }
      last = startTime;
      total += value;
      shift = Math.max(shift, total);
    }),
    watch('event', ({ interactionId: id, duration }) => {
      if (id) interactions.set(id, Math.max(duration, interactions.get(id) || 0));
    }, { durationThreshold: 16 }),
  ];

  let told = false;
  const tell = () => {
    if (told) return;
    told = true;
    rest.forEach((take) => take());
    const [page] = perf.getEntriesByType('navigation');
    if (page?.responseStart > 0) found.set('t', Math.round(page.responseStart));
    if (largest) found.set('l', Math.round(largest));
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) found.set('c', Math.round(shift * 1000));
    // As is usual, the slowest of each fifty is left out
    const slow = [...interactions.values()].sort((one, other) => other - one);
    if (slow.length) found.set('i', Math.round(slow[Math.floor(slow.length / 50)]));
    nav.sendBeacon('/ukuran', new URLSearchParams([...found]).toString());
  };
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') tell(); });
  addEventListener('pagehide', tell);
})();
