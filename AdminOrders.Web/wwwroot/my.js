// Instants stand there in UTC; a reader's own clock is nearer. Without this the page works as well.
for (const time of document.querySelectorAll('time[data-local]')) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });
  time.textContent = format.format(new Date(time.dateTime));
}

// A second click while the first is on its way sends nothing.
for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
}

// Who comes back by the browser's button finds a page that can be sent again.
addEventListener('pageshow', () => document.querySelectorAll('form').forEach(form => delete form.dataset.sent));
