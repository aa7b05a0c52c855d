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
      const text = (left < 0 ? seen.dataset.over : seen.dataset.left).replace('#', String(Math.abs(left)));
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

  for (const button of all('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
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
