// When the server says no: a form with its errors is shown, a lost session leads to the log-in, the rest is told.
import { toast } from './toast.js';
import { meta } from './page.js';

document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

document.addEventListener('htmx:responseError', (event) => {
  const { status } = event.detail.xhr;
  if (status === 401) location.reload();
  else toast(reason(event.detail.xhr) ?? meta('text-failed'), 'bad');
});

document.addEventListener('htmx:sendError', () => toast(meta('text-offline'), 'bad'));

// After a form came back with errors, the reader starts at their summary.
document.addEventListener('htmx:afterSwap', (event) => event.target.querySelector('[data-errors]')?.focus());

/** What a problem+json answer says, if it is one. */
export function reason(xhr) {
  if (!xhr.getResponseHeader('Content-Type')?.includes('problem+json')) return undefined;
  const problem = JSON.parse(xhr.responseText);
  return problem.errors?.[0]?.detail ?? problem.detail ?? problem.title;
}
