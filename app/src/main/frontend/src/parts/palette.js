// The palette offers every place of the frame and every command of the page, and while one types whatever the search finds.
const palette = document.getElementById('palette');
const input = palette?.querySelector('input');
const list = palette?.querySelector('ul');

function commands() {
  return [...document.querySelectorAll('[data-command]')].filter((command) => !palette.contains(command));
}

function entry(command) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'palette__entry';
  const icon = command.querySelector('svg');
  if (icon) button.append(icon.cloneNode(true));
  button.append(command.dataset.command || command.textContent.trim());
  button.addEventListener('click', () => {
    palette.close();
    command.click();
  });
  const item = document.createElement('li');
  item.append(button);
  return item;
}

function show() {
  const wanted = input.value.trim().toLowerCase();
  const name = (command) => (command.dataset.command || command.textContent).toLowerCase();
  const places = new Map(commands().filter((each) => name(each).includes(wanted)).map((each) => [name(each).trim(), each]));
  list.replaceChildren(...[...places.values()].map(entry));
  mark(0);
}

const PAUSE = 150;
let asked;
let timer;

async function search(wanted) {
  asked?.abort();
  if (!wanted) return;
  asked = new AbortController();
  try {
    const answer = await fetch(`${palette.dataset.search}?q=${encodeURIComponent(wanted)}`, { signal: asked.signal });
    if (!answer.ok || input.value.trim() !== wanted) return;
    const hits = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelectorAll('li');
    const empty = list.childElementCount === 0;
    list.append(...hits);
    if (empty) mark(0);
  } catch (stopped) {
    if (stopped.name !== 'AbortError') throw stopped;
  }
}

function typed() {
  show();
  clearTimeout(timer);
  timer = setTimeout(() => search(input.value.trim()), PAUSE);
}

function mark(index) {
  const entries = [...list.querySelectorAll('.palette__entry')];
  entries.forEach((each, at) => each.classList.toggle('palette__entry--on', at === index));
  entries[index]?.scrollIntoView({ block: 'nearest' });
}

function move(event) {
  const entries = [...list.querySelectorAll('.palette__entry')];
  const here = entries.findIndex((each) => each.classList.contains('palette__entry--on'));
  if (event.key === 'ArrowDown') mark(Math.min(here + 1, entries.length - 1));
  else if (event.key === 'ArrowUp') mark(Math.max(here - 1, 0));
  else if (event.key === 'Enter' && entries[here]) entries[here].click();
  else return;
  event.preventDefault();
}

if (palette) {
  input.addEventListener('input', typed);
  input.addEventListener('keydown', move);
  palette.addEventListener('toggle', () => {
    if (!palette.open) return;
    asked?.abort();
    input.value = '';
    show();
  });
}
