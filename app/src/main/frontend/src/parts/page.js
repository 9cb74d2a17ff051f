// What the scripts ask of a page: be told of every piece of it, now and whenever htmx brings a new one; and its CSRF token.

/** Calls `found` once for each element, also for those that arrive later. */
export function each(selector, found) {
  const seen = new WeakSet();
  const look = (root) => {
    const matches = root.matches?.(selector) ? [root] : [];
    for (const element of [...matches, ...root.querySelectorAll(selector)]) {
      if (seen.has(element)) continue;
      seen.add(element);
      found(element);
    }
  };
  look(document);
  document.addEventListener('htmx:load', (event) => look(event.detail.elt));
}

/** Calls `act` when something matching is clicked, with the match. */
export function onClick(selector, act) {
  document.addEventListener('click', (event) => {
    const match = event.target.closest(selector);
    if (match) act(match, event);
  });
}

export function meta(name) {
  return document.querySelector(`meta[name="${name}"]`)?.content;
}

/** A copy of what a <template> holds: texts stay in the page, in the reader's language. */
export function stamp(template) {
  return template.content.firstElementChild.cloneNode(true);
}
