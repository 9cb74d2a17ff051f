// An element with data-island brings its own script from our assets, and only when it is on the page.
import { each } from './page.js';

each('[data-island]', async (element) => {
  const address = new URL(element.dataset.island, location.href);
  if (address.origin !== location.origin || !address.pathname.startsWith('/assets/')) return;
  const island = await import(address.href);
  await island.default(element);
});
