// On the drawing board: a change at a time, for the next one needs the revision that this one makes; Ctrl Z and Ctrl Shift Z undo and redo outside of fields, and one menu of additions is open at a time.
import { each } from './page.js';

const typing = (element) => element.closest?.('input, textarea, select');

document.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || typing(event.target)) return;
  const verb = event.shiftKey ? 'redo' : 'undo';
  const button = document.querySelector(`[data-design] [data-turn="${verb}"] button:not(:disabled)`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

const board = () => document.querySelector('[data-design]');

document.addEventListener('htmx:beforeRequest', (event) => {
  if (board()?.contains(event.target)) board().inert = true;
});
document.addEventListener('htmx:afterRequest', () => {
  if (board()) board().inert = false;
});

// Where there is no room beside the list, the settings of a step stand right below it.
each('[data-design]', (design) => {
  const chosen = design.querySelector('.design__card[aria-current], .design__when[aria-current], .design__start [aria-current]');
  const panel = design.querySelector('#panel');
  if (!chosen || !panel || !window.matchMedia('(max-width: 1023px)').matches) return;
  (chosen.closest('.design__start') ?? chosen).after(panel);
  panel.classList.add('design__panel--near');
});

each('.design__add', (details) => {
  details.addEventListener('toggle', () => {
    if (!details.open) return;
    for (const other of document.querySelectorAll('.design__add[open]')) if (other !== details) other.open = false;
  });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    details.open = false;
    details.querySelector('summary').focus();
  });
});
