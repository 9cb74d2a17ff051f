// A form with data-autosave is also kept on the server a moment after the last change, and says when that was.
import { each } from './page.js';

const PAUSE = 2000;

each('form[data-autosave]', (form) => {
  const note = form.querySelector('[data-autosaved]');
  let timer;

  async function keep() {
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')) });
      if (answer.ok) note.textContent = note.dataset.autosaved.replace('#', new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }));
    } catch {
      note.textContent = '';
    }
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  };
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  form.addEventListener('submit', () => clearTimeout(timer));
});
