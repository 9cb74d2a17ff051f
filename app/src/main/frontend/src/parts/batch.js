// Rows chosen in a list belong to one form, which shows itself while any is: how many, all at once, none again.
import { each, onClick } from './page.js';

const form = () => document.querySelector('[data-batch]');
const boxes = () => [...document.querySelectorAll('[data-choose]')];
const chosen = () => boxes().filter((box) => box.checked);

function count() {
  const bar = form();
  if (!bar) return;
  const some = chosen().length;
  bar.hidden = some === 0;
  const words = bar.querySelector('[data-chosen]');
  words.textContent = some ? words.dataset.chosen.replace('#', some) : '';
  const all = document.querySelector('[data-choose-all]');
  if (!all) return;
  all.checked = some > 0 && some === boxes().length;
  all.indeterminate = some > 0 && !all.checked;
  all.disabled = boxes().length === 0;
}

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-choose-all]')) for (const box of boxes()) box.checked = event.target.checked;
  if (event.target.matches('[data-choose], [data-choose-all]')) count();
});

onClick('[data-choose-none]', () => {
  for (const box of boxes()) box.checked = false;
  count();
});

// News would take away what is being chosen: it waits until nothing is.
document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.detail.elt.querySelector('[data-choose]:checked')) event.preventDefault();
});

each('[data-batch], [data-choose]', count);
