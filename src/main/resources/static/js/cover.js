/* Covers faces and number plates on a photo before it is sent back. Without this file another picture is chosen by hand. */
(() => {
  'use strict';
  const form = document.getElementById('tutup-foto');
  const image = document.getElementById('gambar');
  const field = form?.querySelector('input[type="file"]');
  if (!form || !image || !field) return;

  const canvas = document.createElement('canvas');
  const boxes = [];
  let drawn = null;

  const draw = () => {
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#000';
    for (const box of drawn ? [...boxes, drawn] : boxes) pen.fillRect(box.x, box.y, box.w, box.h);
  };
  const point = (event) => {
    const edge = canvas.getBoundingClientRect();
    return { x: (event.clientX - edge.left) * canvas.width / edge.width, y: (event.clientY - edge.top) * canvas.height / edge.height };
  };
  const keep = () => canvas.toBlob((blob) => {
    const files = new DataTransfer();
    if (blob && boxes.length) files.items.add(new File([blob], 'foto.jpg', { type: 'image/jpeg' }));
    field.files = files.files;
  }, 'image/jpeg', 0.9);

  const start = () => {
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', image.alt);
    image.replaceWith(canvas);
    form.querySelector('.cover-tools').hidden = false;
    draw();
  };
  if (image.complete && image.naturalWidth) start();
  else image.addEventListener('load', start, { once: true });

  canvas.addEventListener('pointerdown', (event) => {
    const at = point(event);
    drawn = { x: at.x, y: at.y, w: 0, h: 0 };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!drawn) return;
    const at = point(event);
    drawn.w = at.x - drawn.x;
    drawn.h = at.y - drawn.y;
    draw();
  });
  canvas.addEventListener('pointerup', () => {
    if (drawn && Math.abs(drawn.w) > 2 && Math.abs(drawn.h) > 2) boxes.push(drawn);
    drawn = null;
    draw();
    keep();
  });
  form.querySelector('[data-undo]').addEventListener('click', () => {
    boxes.pop();
    draw();
    keep();
  });
})();
