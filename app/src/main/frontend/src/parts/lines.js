// A table of lines in a form: add one, take one away, and the running total. Names are lines[0].amount, lines[1].amount, …
import { each, onClick, stamp } from './page.js';
import { amount, cents } from './money.js';

const rows = (table) => [...table.tBodies[0].rows];

function number(table) {
  rows(table).forEach((row, index) => {
    for (const field of row.querySelectorAll('[name], [id], [for], [aria-describedby]')) {
      for (const attribute of ['name', 'id', 'for', 'aria-describedby']) {
        const value = field.getAttribute(attribute);
        if (value) field.setAttribute(attribute, value.replace(/\[[^\]]*\]/, `[${index}]`));
      }
    }
  });
  for (const button of table.querySelectorAll('[data-remove]')) button.disabled = rows(table).length === 1;
}

function total(table) {
  const sum = [...table.querySelectorAll('[data-sum]')].reduce((so, field) => so + cents(field.value), 0n);
  const output = table.querySelector('[data-total]');
  if (output) output.textContent = amount(sum);
}

/** Puts a fresh line at the end. */
export function add(table) {
  const row = stamp(table.querySelector('template'));
  table.tBodies[0].append(row);
  number(table);
  window.htmx.process(row);
  return row;
}

each('table[data-lines]', (table) => {
  table.addEventListener('input', () => total(table));
  table.addEventListener('lines:changed', () => total(table));
  number(table);
  total(table);
});

onClick('[data-add]', (button) => add(button.closest('table')).querySelector('input, select').focus());
onClick('[data-remove]', (button) => {
  const table = button.closest('table');
  button.closest('tr').remove();
  number(table);
  total(table);
  table.dispatchEvent(new Event('input', { bubbles: true }));
  table.querySelector('[data-add]').focus();
});
