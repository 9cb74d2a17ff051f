// j/k walk a list, x chooses the row one stands on, a letter presses the button that carries it in data-key, ? shows the keys. Single letters can be switched off.
import { each } from './page.js';

const OFF = 'keys-off';
const typing = (target) => target.closest?.('input, textarea, select, [contenteditable="true"]');
const visible = (element) => element.offsetParent !== null;

function walk(step) {
  const rows = [...document.querySelectorAll('[data-row]')].filter(visible);
  if (rows.length === 0) return;
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
  (row.querySelector('a, button') ?? row).focus();
}

function press(key) {
  const button = [...document.querySelectorAll('[data-key]')].find((each) => each.dataset.key === key && visible(each));
  button?.click();
  return Boolean(button);
}

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    document.getElementById('palette')?.showModal();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector('dialog[open]') || localStorage.getItem(OFF)) return;
  if (event.key === 'j') walk(1);
  else if (event.key === 'k') walk(-1);
  else if (event.key === 'x') document.activeElement.closest('[data-row]')?.querySelector('[data-choose]')?.click();
  else if (event.key === '?') document.getElementById('keys')?.showModal();
  else if (!press(event.key)) return;
  event.preventDefault();
});

each('[data-keys-switch]', (box) => {
  box.checked = !localStorage.getItem(OFF);
  box.addEventListener('change', () => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'true')));
});
