// A form with data-draft keeps what was typed on this device until it is sent; leaving with unsent changes asks, unless data-draft-quiet.
// Nobody's signature is kept: it is given with what it stands for.
import { each } from './page.js';
import { add } from './lines.js';
import { keep } from './upload.js';

const PAUSE = 400;
const SENT = 'draft-sent';
const PRIVATE = /^_|password/i;

function read(form) {
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !PRIVATE.test(name));
  const isSigned = (name) => form.querySelector(`[data-signature] [name="${CSS.escape(name)}"]`);
  const files = [...form.querySelectorAll('[data-file]')].map((field) => JSON.parse(field.dataset.file));
  return { fields: fields.filter(([name]) => !isSigned(name) && !form.querySelector(`[data-upload="${CSS.escape(name)}"]`)), files };
}

function makeRoom(form, fields) {
  for (const table of form.querySelectorAll('table[data-lines]')) {
    const own = fields.map(([name]) => name.match(/^([^[]+)\[(\d+)\]/)).filter((found) => found?.[1] === table.dataset.lines);
    const wanted = Math.max(0, ...own.map((found) => Number(found[2]) + 1));
    while (table.tBodies[0].rows.length < wanted) add(table);
  }
}

function write(form, { fields, files }) {
  makeRoom(form, fields);
  for (const [name, value] of fields) {
    const matches = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    for (const field of matches) {
      if (field.type === 'checkbox' || field.type === 'radio') field.checked ||= field.value === value;
      else field.value = value;
    }
  }
  const upload = form.querySelector('[data-upload]');
  if (upload) for (const file of files) keep(upload, file);
  for (const table of form.querySelectorAll('table[data-lines]')) table.dispatchEvent(new Event('lines:changed'));
}

// A plain form was sent: any answer of the server but the bare form itself means that the draft has served.
const sentLast = localStorage.getItem(SENT);
if (sentLast) {
  const bare = document.querySelector(`form[data-draft="${CSS.escape(sentLast)}"]:not(:has([data-errors]))`);
  if (!bare) localStorage.removeItem(`draft:${sentLast}`);
  localStorage.removeItem(SENT);
}

each('form[data-draft]', (form) => {
  const place = `draft:${form.dataset.draft}`;
  const blank = JSON.stringify(read(form));
  const note = form.querySelector('[data-draft-note]');
  let timer;
  let dirty = false;

  const kept = localStorage.getItem(place);
  if (kept && kept !== blank) {
    write(form, JSON.parse(kept));
    if (note) note.hidden = false;
  }

  form.addEventListener('input', () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(() => localStorage.setItem(place, JSON.stringify(read(form))), PAUSE);
  });
  form.querySelector('[data-draft-discard]')?.addEventListener('click', () => {
    clearTimeout(timer);
    dirty = false;
    localStorage.removeItem(place);
    location.reload();
  });

  const sent = () => {
    clearTimeout(timer);
    dirty = false;
    localStorage.removeItem(place);
  };
  document.addEventListener('submit', (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    clearTimeout(timer);
    dirty = false;
    localStorage.setItem(place, JSON.stringify(read(form)));
    localStorage.setItem(SENT, form.dataset.draft);
  });
  form.addEventListener('htmx:beforeOnLoad', (event) => event.detail.xhr.status < 300 && sent());
  if (!('draftQuiet' in form.dataset)) addEventListener('beforeunload', (event) => dirty && form.isConnected && event.preventDefault());
});
