// htmx with our CSRF token on every request that changes something. Its extensions look for a global.
import htmx from 'htmx.org/dist/htmx.esm.js';
import { meta } from './page.js';

window.htmx = htmx;

document.addEventListener('htmx:configRequest', (event) => {
  if (event.detail.verb !== 'get') event.detail.headers[meta('csrf-header')] = meta('csrf-token');
});
