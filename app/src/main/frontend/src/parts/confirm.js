// Asks before what cannot be taken back: hx-confirm on htmx elements, data-confirm on plain forms.
const dialog = document.getElementById('confirm');

/** Resolves to whether the reader said yes; `verb` is what the button says. */
export function ask(question, verb) {
  const yes = dialog.querySelector('[value="yes"]');
  dialog.querySelector('[data-question]').textContent = question;
  yes.textContent = verb || yes.dataset.label;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), { once: true });
  });
}

const verbOf = (button) => button?.dataset.confirmVerb ?? button?.textContent.trim();

document.addEventListener('htmx:confirm', async (event) => {
  if (!dialog || !event.detail.question) return;
  event.preventDefault();
  const button = event.detail.triggeringEvent?.submitter ?? event.target;
  if (await ask(event.detail.question, verbOf(button))) event.detail.issueRequest(true);
});

document.addEventListener('submit', async (event) => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (!dialog || !question || event.target.dataset.confirmed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!(await ask(question, verbOf(event.submitter)))) return;
  event.target.dataset.confirmed = 'true';
  event.target.requestSubmit(event.submitter);
});
