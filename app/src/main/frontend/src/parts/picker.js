// Finds people while one types and keeps the chosen ones as hidden fields: arrows, Enter, Escape and Backspace work too.
import { each, stamp } from './page.js';

const PAUSE = 150;

each('[data-picker]', (picker) => {
  const input = picker.querySelector('[role="combobox"]');
  const options = picker.querySelector('[role="listbox"]');
  const chosen = picker.querySelector('.picker__chosen');
  const many = picker.dataset.many === 'true';
  const required = input.required;
  let waiting;
  let asked = 0;

  const found = () => [...options.querySelectorAll('[role="option"]')];
  const marked = () => options.querySelector('[aria-selected="true"]');

  function close() {
    options.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function mark(option) {
    for (const each of found()) each.setAttribute('aria-selected', String(each === option));
    if (!option) return;
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  // Answers may overtake one another: only the last question's counts.
  async function find() {
    const question = ++asked;
    const answer = await fetch(`${picker.dataset.picker}?q=${encodeURIComponent(input.value.trim())}`).catch(() => null);
    if (question !== asked || !answer?.ok) return;
    options.innerHTML = await answer.text();
    const taken = new Set([...chosen.querySelectorAll('input')].map((each) => each.value));
    for (const [index, option] of found().entries()) {
      option.id = `${options.id}-${index}`;
      if (taken.has(option.dataset.value)) option.remove();
    }
    options.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark(found()[0]);
  }

  function settle() {
    const none = chosen.children.length === 0;
    input.required = required && none;
    input.hidden = !many && !none;
    input.setCustomValidity(none && input.value.trim() ? input.dataset.missing : '');
  }

  function choose(option) {
    const one = stamp(picker.querySelector('template'));
    one.querySelector('span').textContent = option.dataset.label;
    const field = one.querySelector('input');
    field.name = picker.dataset.name;
    field.value = option.dataset.value;
    chosen.append(one);
    input.value = '';
    close();
    settle();
    if (!many) one.querySelector('button').focus();
  }

  chosen.addEventListener('click', (event) => {
    if (!event.target.closest('button')) return;
    event.target.closest('li').remove();
    settle();
    input.focus();
  });
  input.addEventListener('input', () => {
    settle();
    clearTimeout(waiting);
    waiting = setTimeout(find, PAUSE);
  });
  input.addEventListener('focus', find);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const all = found();
    const here = all.indexOf(marked());
    if (event.key === 'ArrowDown') mark(all[Math.min(here + 1, all.length - 1)]);
    else if (event.key === 'ArrowUp') mark(all[Math.max(here - 1, 0)]);
    else if (event.key === 'Enter' && !options.hidden && marked()) choose(marked());
    else if (event.key === 'Escape' && !options.hidden) close();
    else if (event.key === 'Backspace' && !input.value && many) chosen.lastElementChild?.querySelector('button').click();
    else return;
    event.preventDefault();
  });
  // Before the field loses the focus, which would take the list away under the finger.
  options.addEventListener('pointerdown', (event) => event.preventDefault());
  options.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) choose(option);
  });
  settle();
});
