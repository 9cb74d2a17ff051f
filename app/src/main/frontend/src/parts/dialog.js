// Opens and closes <dialog>s; the browser keeps the focus inside and gives it back.
import { onClick } from './page.js';

onClick('[data-dialog]', (opener) => document.getElementById(opener.dataset.dialog)?.showModal());
onClick('[data-close]', (closer) => closer.closest('dialog').close());
onClick('dialog', (dialog, event) => {
  if (event.target === dialog) dialog.close();
});

// A dialog whose form was answered has done its work.
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful && event.detail.requestConfig.verb !== 'get') event.target.closest('dialog')?.close();
});
