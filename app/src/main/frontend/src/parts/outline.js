// The outline of a draft: a key does what the button says that carries it in data-press, while its row has the focus;
// a text is split where the cursor stands.
const typing = (target) => target.closest('input, textarea, select');

document.addEventListener('keydown', (event) => {
  const row = event.target.closest?.('[data-outline]');
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target) && event.key !== 'Escape') return;
  const button = [...row.querySelectorAll('[data-press]')].find((each) => each.dataset.press === event.key);
  if (!button) return;
  event.preventDefault();
  button.click();
});

document.addEventListener('htmx:configRequest', (event) => {
  if (!event.target.matches('[data-split]')) return;
  event.detail.parameters.set('at', event.target.form.elements.text.selectionStart);
});

// A row that was changed keeps the focus, so that the next key goes on from there.
document.addEventListener('htmx:afterSwap', (event) => {
  const row = event.detail.elt?.closest?.('[data-outline]');
  if (row && document.activeElement === document.body) row.querySelector('[autofocus], button')?.focus();
});
