// A short word at the edge: what was done, or what went wrong.
import { stamp } from './page.js';

const LASTING = 6000;

export function toast(text, tone = 'good') {
  const list = document.getElementById('toasts');
  const note = stamp(list.querySelector('template'));
  note.classList.toggle('toast--bad', tone === 'bad');
  note.querySelector('[data-text]').textContent = text;
  note.querySelector('button').addEventListener('click', () => note.remove());
  list.append(note);
  if (tone !== 'bad') setTimeout(() => note.remove(), LASTING);
}

// The server says it with the header HX-Trigger: {"toast": {"text": "…"}}
document.addEventListener('toast', (event) => toast(event.detail.text ?? event.detail.value, event.detail.tone));
