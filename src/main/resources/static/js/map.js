/* A map to tap on, fetched when somebody opens it. Only where the city has tiles of its own. */
(() => {
  'use strict';
  const field = document.querySelector('[data-map]');
  const form = document.querySelector('#tempat');
  if (!field || !form) return;
  const { tiles, attribution, zoom, script, style, label, in: closer, out: farther } = field.dataset;
  const CITY = [-6.1783, 106.6319];

  // Leaflet writes one piece of HTML, to see whether the browser draws SVG; nothing else may
  const policy = window.trustedTypes?.createPolicy('default', {
    createHTML: (html) => (html === '<svg/>' ? html : ''),
    createScriptURL: (url) => (url === script ? url : ''),
  });
  const load = () => new Promise((resolve, reject) => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = style;
    const code = document.createElement('script');
    code.src = policy ? policy.createScriptURL(script) : script;
    code.onload = resolve;
    code.onerror = reject;
    document.head.append(sheet, code);
  });
  const start = () => {
    const { lintang, bujur, kelurahan } = form.elements;
    if (lintang.value && bujur.value) return [Number(lintang.value), Number(bujur.value)];
    return kelurahan.selectedOptions[0]?.dataset.at?.split(',').map(Number) ?? CITY;
  };
  const show = () => {
    const box = document.createElement('div');
    box.className = 'map';
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', label);
    const below = document.createElement('p');
    below.className = 'map-buttons';
    field.replaceChildren(box, below);
    const map = L.map(box, { zoomControl: false, attributionControl: false, maxZoom: Number(zoom) }).setView(start(), 14);
    L.tileLayer(tiles, { maxZoom: Number(zoom) }).addTo(map);
    let marker;
    const put = (at) => {
      marker ??= L.circleMarker(at, { radius: 11, className: 'map-point' }).addTo(map);
      marker.setLatLng(at);
    };
    if (form.elements.lintang.value) put(start());
    map.on('click', (event) => {
      put(event.latlng);
      self.tempat.setPoint(event.latlng.lat, event.latlng.lng);
    });
    for (const [text, act] of [[closer, () => map.zoomIn()], [farther, () => map.zoomOut()]]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-secondary';
      button.textContent = text;
      button.addEventListener('click', act);
      below.append(button);
    }
    const owner = document.createElement('small');
    owner.textContent = attribution;
    below.append(owner);
  };

  field.hidden = false;
  const button = field.querySelector('button');
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await load();
      show();
    } catch {
      button.disabled = false;
    }
  });
})();
