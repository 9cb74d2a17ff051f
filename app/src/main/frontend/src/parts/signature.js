// Signing by hand: strokes become the path of a drawing, "M10 20L11 22…", in a field of the form.
import { each } from './page.js';

const LONGEST = 20000;

function place(svg, event) {
  const box = svg.getBoundingClientRect();
  const x = Math.round(((event.clientX - box.left) / box.width) * 600);
  const y = Math.round(((event.clientY - box.top) / box.height) * 200);
  return `${Math.min(600, Math.max(0, x))} ${Math.min(200, Math.max(0, y))}`;
}

each('[data-signature]', (signature) => {
  const svg = signature.querySelector('svg');
  const path = svg.querySelector('path');
  const input = signature.querySelector('input');
  let last = null;

  const draw = (letter, spot) => {
    if (spot === last || input.value.length > LONGEST - 20) return;
    last = spot;
    input.value += letter + spot;
    path.setAttribute('d', input.value);
  };

  svg.addEventListener('pointerdown', (event) => {
    svg.setPointerCapture(event.pointerId);
    draw('M', place(svg, event));
    event.preventDefault();
  });
  svg.addEventListener('pointermove', (event) => {
    if (svg.hasPointerCapture(event.pointerId)) draw('L', place(svg, event));
  });
  svg.addEventListener('pointerup', () => input.dispatchEvent(new Event('input', { bubbles: true })));
  signature.querySelector('[data-wipe]').addEventListener('click', () => {
    input.value = '';
    last = null;
    path.setAttribute('d', '');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
});
