// Light, dark, or as the device says.
import { each, onClick } from './page.js';

const root = document.documentElement;

function show() {
  const choice = localStorage.getItem('theme') ?? '';
  for (const button of document.querySelectorAll('[data-theme-choice]')) {
    button.setAttribute('aria-pressed', button.dataset.themeChoice === choice);
  }
}

onClick('[data-theme-choice]', (button) => {
  const choice = button.dataset.themeChoice;
  if (choice) {
    localStorage.setItem('theme', choice);
    root.dataset.bsTheme = choice;
  } else {
    localStorage.removeItem('theme');
    delete root.dataset.bsTheme;
  }
  show();
});

each('[data-theme-choice]', show);
