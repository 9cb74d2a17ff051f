// A form is sent once, however often the button is pressed.
document.addEventListener('submit', (event) => {
  if (event.defaultPrevented || event.target.method === 'dialog') return;
  if (event.target.dataset.sent) {
    event.preventDefault();
    return;
  }
  event.target.dataset.sent = 'true';
  event.submitter?.setAttribute('aria-busy', 'true');
});

// Coming back by the browser's history finds the form as it was, ready again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    delete form.dataset.confirmed;
    form.querySelector('[aria-busy]')?.removeAttribute('aria-busy');
  }
});
