// Files are sent as soon as they are chosen, dropped or pasted; the form carries their ids.
import { each, meta, stamp } from './page.js';
import { reason } from './errors.js';

const KILO = 1024;

function size(bytes) {
  return bytes < KILO * KILO ? `${Math.max(1, Math.round(bytes / KILO))} KB` : `${(bytes / KILO / KILO).toFixed(1)} MB`;
}

function row(upload, name, bytes) {
  const item = stamp(upload.querySelector('template'));
  item.querySelector('[data-name]').textContent = name;
  item.querySelector('[data-size]').textContent = size(bytes);
  upload.querySelector('ul').append(item);
  return item;
}

/** Shows a file that the server already has, and lets the form carry it. */
export function keep(upload, file, item = row(upload, file.name, file.size)) {
  const field = item.querySelector('input[type="hidden"]');
  field.name = upload.dataset.upload;
  field.value = file.id;
  field.dataset.file = JSON.stringify({ id: file.id, name: file.name, size: file.size });
  item.querySelector('progress')?.remove();
  upload.dispatchEvent(new Event('input', { bubbles: true }));
}

function fail(item, text) {
  item.querySelector('progress')?.remove();
  const note = item.querySelector('[data-note]');
  note.textContent = text;
  note.classList.add('upload__note--bad');
}

function send(upload, file) {
  const item = row(upload, file.name, file.size);
  if (file.size > Number(upload.dataset.limit)) {
    fail(item, upload.dataset.tooLarge);
    return;
  }
  const request = new XMLHttpRequest();
  const progress = item.querySelector('progress');
  const body = new FormData();
  body.append('file', file);
  request.open('POST', upload.dataset.url);
  request.setRequestHeader('Accept', 'application/json');
  request.setRequestHeader(meta('csrf-header'), meta('csrf-token'));
  request.upload.addEventListener('progress', ({ loaded, total }) => (progress.value = loaded / total));
  request.addEventListener('error', () => fail(item, meta('text-offline')));
  request.addEventListener('load', () => {
    if (request.status === 201) keep(upload, JSON.parse(request.responseText), item);
    else fail(item, reason(request) ?? (request.status === 413 ? upload.dataset.tooLarge : meta('text-failed')));
  });
  item.querySelector('[data-remove-file]').addEventListener('click', () => request.abort(), { once: true });
  request.send(body);
}

function sendAll(upload, files) {
  for (const file of files) send(upload, file);
}

each('[data-upload]', (upload) => {
  const input = upload.querySelector('input[type="file"]');
  const drop = upload.querySelector('.upload__drop');
  const over = (event) => drop.classList.toggle('upload__drop--over', event.type === 'dragover');
  input.addEventListener('change', () => {
    sendAll(upload, input.files);
    input.value = '';
  });
  for (const kind of ['dragover', 'dragleave', 'drop']) drop.addEventListener(kind, over);
  upload.addEventListener('click', (event) => {
    const remove = event.target.closest('[data-remove-file]');
    if (!remove) return;
    remove.closest('li').remove();
    upload.dispatchEvent(new Event('input', { bubbles: true }));
    input.focus();
  });
  document.addEventListener('paste', (event) => {
    if (upload.isConnected && event.clipboardData.files.length > 0) sendAll(upload, event.clipboardData.files);
  });
});
