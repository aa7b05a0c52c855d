/* Passkeys: on a tap the device answers, and the answer is sent as an ordinary form. */
(() => {
  'use strict';
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const keys = (list) => (list ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

  // Browsers of before 2025 leave the reading of JSON to the page
  const creation = (json) => PublicKeyCredential.parseCreationOptionsFromJSON?.(json) ?? {
    ...json,
    challenge: bytes(json.challenge),
    user: { ...json.user, id: bytes(json.user.id) },
    excludeCredentials: keys(json.excludeCredentials),
  };
  const request = (json) => PublicKeyCredential.parseRequestOptionsFromJSON?.(json) ?? {
    ...json,
    challenge: bytes(json.challenge),
    allowCredentials: keys(json.allowCredentials),
  };

  const answer = (credential) => {
    try {
      return credential.toJSON();
    } catch {
      // An old browser, or a password manager in its place
    }
    const response = {};
    for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (credential.response[part]) response[part] = text(credential.response[part]);
    }
    const transports = credential.response.getTransports?.();
    if (transports) response.transports = transports;
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      response,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const create = form.dataset.passkey === 'create';
    const button = form.querySelector('button');
    const alert = form.querySelector('[role="alert"]');
    let busy = false;

    const ask = async () => {
      const json = JSON.parse(form.dataset.options);
      const credential = create
        ? await navigator.credentials.create({ publicKey: creation(json) })
        : await navigator.credentials.get({ publicKey: request(json) });
      form.elements.tanggapan.value = JSON.stringify(answer(credential));
      if (form.requestSubmit) form.requestSubmit();
      else form.submit();
    };

    const problem = (error) => {
      const { cancelled, exists, failed } = form.dataset;
      if (error.name === 'NotAllowedError' || error.name === 'AbortError') return cancelled;
      return error.name === 'InvalidStateError' && exists || failed;
    };

    form.querySelector('.hint').hidden = true;
    button.hidden = false;
    button.addEventListener('click', async () => {
      if (busy) return;
      busy = true;
      alert.hidden = true;
      try {
        await ask();
      } catch (error) {
        alert.querySelector('[data-problem]').textContent = problem(error);
        alert.hidden = false;
      }
      busy = false;
    });
  }
})();
