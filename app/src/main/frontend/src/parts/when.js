// Fields that are asked for only while another field has certain values.
import { each } from './page.js';

function given(form, name) {
  return [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
    .filter((field) => !/^(radio|checkbox)$/.test(field.type) || field.checked)
    .map((field) => field.value);
}

each('[data-when]', (part) => {
  const form = part.closest('form');
  const wanted = part.dataset.values.split('\n');
  const follow = () => {
    part.hidden = !given(form, part.dataset.when).some((value) => wanted.includes(value));
    for (const field of part.querySelectorAll('input, select, textarea')) field.disabled = part.hidden;
  };
  form.addEventListener('change', follow);
  follow();
});
