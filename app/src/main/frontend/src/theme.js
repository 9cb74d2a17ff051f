// Runs before the first paint: a reader who chose light or dark must not see the other flash by.
const choice = localStorage.getItem('theme');
if (choice) document.documentElement.dataset.bsTheme = choice;
