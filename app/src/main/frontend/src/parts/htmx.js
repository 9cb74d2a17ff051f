// htmx with our CSRF token on every request that changes something. Its extensions look for a global.
import htmx from 'htmx.org/dist/htmx.esm.js';
import { meta } from './page.js';

window.htmx = htmx;

document.addEventListener('htmx:configRequest', (event) => {
  if (event.detail.verb !== 'get') event.detail.headers[meta('csrf-header')] = meta('csrf-token');
});

// What follows live is not taken away from under somebody who has a dialog of it open.
document.addEventListener('htmx:beforeSwap', (event) => {
  const { requestConfig, target } = event.detail;
  if (requestConfig.verb === 'get' && target.querySelector('dialog[open]')) event.detail.shouldSwap = false;
});
