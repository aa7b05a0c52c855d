/* Enhancements only: every page works without this file. */
(() => {
  'use strict';
  const all = (selector) => document.querySelectorAll(selector);

  // Error summary (not the sample of the style page): read it first, and let its links land on the field itself
  const summary = document.querySelector('.error-summary:not(.specimen *)');
  if (summary) {
    summary.focus();
    summary.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="#"]');
      const field = link && document.getElementById(link.hash.slice(1));
      if (!field) return;
      event.preventDefault();
      const label = field.closest('fieldset')?.querySelector('legend')
          ?? field.closest('.field')?.querySelector('label') ?? field;
      label.scrollIntoView();
      field.focus({ preventScroll: true });
    });
  }

  // A success banner takes the focus once, so that it is read out
  document.querySelector('.banner[role="alert"]:not(.specimen *)')?.focus();

  // Character count: the visible line follows each key, the spoken one waits for a pause
  for (const area of all('textarea[data-count]')) {
    const seen = document.getElementById(area.dataset.count);
    if (!seen) continue;
    const spoken = document.createElement('p');
    spoken.className = 'visually-hidden';
    spoken.setAttribute('aria-live', 'polite');
    seen.after(spoken);
    seen.setAttribute('aria-hidden', 'true');
    const max = Number(seen.dataset.max);
    let timer;
    const update = () => {
      const left = max - area.value.length;
      const text = (left < 0 ? seen.dataset.over : seen.dataset.left).replace('#', Math.abs(left).toLocaleString(document.documentElement.lang));
      seen.textContent = text;
      seen.classList.toggle('count-over', left < 0);
      clearTimeout(timer);
      timer = setTimeout(() => { spoken.textContent = text; }, 1000);
    };
    area.addEventListener('input', update);
    if (area.value) update();
  }

  // Show or hide a password; hidden again before it is sent
  for (const button of all('button[data-toggle-password]')) {
    const field = document.getElementById(button.dataset.togglePassword);
    if (!field) continue;
    const show = (visible) => {
      field.type = visible ? 'text' : 'password';
      button.textContent = visible ? button.dataset.hide : button.dataset.show;
      button.setAttribute('aria-label', visible ? button.dataset.hideLabel : button.dataset.showLabel);
    };
    button.hidden = false;
    button.addEventListener('click', () => show(field.type === 'password'));
    field.form?.addEventListener('submit', () => show(false));
  }

  // A form that shows itself in the other language with what was filled in: the link at the top does it too
  const switches = document.querySelector('button[data-switches-language]');
  document.querySelector('.lang-switch')?.addEventListener('click', (event) => {
    if (!switches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    switches.click();
  });

  for (const button of all('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  // Files too large to be sent are said to be before they are: whoever sends them gets another page than this
  for (const field of all('input[type="file"][data-most]')) {
    field.addEventListener('change', () => {
      const size = [...field.files].reduce((sum, file) => sum + file.size, 0);
      field.setCustomValidity(size > field.dataset.most * 1048576 ? field.dataset.large : '');
      field.reportValidity();
    });
  }

  // Two minutes before somebody is signed out: say so, and let them stay. Use in another tab counts as well
  const notice = document.querySelector('.session-notice');
  if (notice) {
    const [text, button] = notice.children;
    const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('sesi') : {};
    let end = 0;
    let timer;
    const show = () => {
      const left = end - Date.now();
      const time = new Date(end).toTimeString().slice(0, 5).replace(':', notice.dataset.colon);
      notice.hidden = false;
      text.textContent = left > 0 ? notice.dataset.text.replace('#', time) : notice.dataset.over;
      button.hidden = left <= 0;
      if (left > 0) timer = setTimeout(show, left);
    };
    const stayUntil = (time) => {
      end = time;
      notice.hidden = true;
      clearTimeout(timer);
      timer = setTimeout(show, end - Date.now() - 120000);
    };
    const stayFor = (seconds) => {
      stayUntil(Date.now() + seconds * 1000);
      tabs.postMessage?.(end);
    };
    tabs.onmessage = (event) => { if (event.data > end) stayUntil(event.data); };
    stayFor(Number(notice.dataset.ends));
    button.addEventListener('click', async () => {
      const response = await fetch(notice.dataset.extend).catch(() => null);
      if (!response) return;
      if (response.ok) {
        stayFor(Number(response.headers.get('Session-Ends')));
        document.getElementById('main').focus({ preventScroll: true });
      }
      else {
        clearTimeout(timer);
        end = 0;
        show();
      }
    });
  }

  // A second tap within two seconds does not send a form twice
  for (const form of all('form[method="post"]')) {
    let sent = 0;
    form.addEventListener('submit', (event) => {
      if (event.timeStamp - sent < 2000 && sent) event.preventDefault();
      else sent = event.timeStamp;
    });
  }
})();
