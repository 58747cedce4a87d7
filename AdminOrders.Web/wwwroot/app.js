// What the pages need of the browser itself: time zone, appearance, keys, dialogs, drafts.
const remember = (name, value) => {
  document.cookie = `${name}=${encodeURIComponent(value)};path=/;max-age=31536000;samesite=lax`;
};

remember('tz', Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');

// Appearance: in place, so that nothing typed is lost.
const chooseTheme = theme => {
  remember('theme', theme);
  document.documentElement.dataset.theme = theme;
  document.querySelector('meta[name=color-scheme]').content = theme === 'system' ? 'light dark' : theme;
};

// A field that is there to be copied. Without a secure address the browser has no clipboard for scripts: what is selected is copied as by Ctrl+C.
const copyField = field => {
  field.select();
  if (navigator.clipboard) navigator.clipboard.writeText(field.value).catch(() => document.execCommand('copy'));
  else document.execCommand('copy');
};

document.addEventListener('click', event => {
  const choice = event.target.closest('[data-theme-choice]');
  if (choice) {
    event.preventDefault();
    chooseTheme(choice.dataset.themeChoice);
  }
  const skip = event.target.closest('[data-skip]');
  if (skip) {
    event.preventDefault();
    document.getElementById('content').focus();
  }
  if (event.target.closest('[data-print]')) window.print();
  const copy = event.target.closest('[data-copy]');
  if (copy) copyField(document.getElementById(copy.dataset.copy));
  // A menu or the drawer has done its work once something in it was chosen.
  if (event.target.closest('a')) event.target.closest('[popover]')?.hidePopover();
});

// Keys: Ctrl+K, or / outside of fields, goes to the search bar.
document.addEventListener('keydown', event => {
  // In a list of suggestions the arrows move the choice, not the caret.
  if (event.target.role === 'combobox' && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) event.preventDefault();
  const inField = event.target.closest('input, textarea, select, [contenteditable]');
  const asks = (event.key === '/' && !inField && !event.ctrlKey && !event.metaKey && !event.altKey)
    || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
  const search = document.getElementById('global-search');
  if (!asks || !search || document.querySelector('dialog:modal')) return;
  event.preventDefault();
  search.focus();
  search.select();
});

// Drafts of forms, kept in this tab only: field by field, by name.
const drafts = {
  key: dialog => 'draft:' + dialog.dataset.draft,
  fields: dialog => [...dialog.querySelectorAll('input[name], textarea[name], select[name]')],
  isChoice: field => field.type === 'checkbox' || field.type === 'radio',
  save(dialog) {
    const values = {};
    for (const field of drafts.fields(dialog)) {
      if (field.type === 'radio' && !field.checked) continue;
      values[field.name] = field.type === 'checkbox' ? field.checked : field.value;
    }
    sessionStorage.setItem(drafts.key(dialog), JSON.stringify(values));
  },
  // Each field once, when it first appears: choosing a reason may bring others. The events tell the page what it holds.
  restore(dialog, filled) {
    const values = JSON.parse(sessionStorage.getItem(drafts.key(dialog)) || '{}');
    for (const field of drafts.fields(dialog)) {
      if (filled.has(field)) continue;
      filled.add(field);
      if (!(field.name in values)) continue;
      const value = values[field.name];
      if (field.type === 'radio') {
        if (field.value !== value || field.checked) continue;
        field.checked = true;
      } else if (field.type === 'checkbox') {
        if (field.checked === value) continue;
        field.checked = value;
      } else {
        if (field.value === value) continue;
        field.value = value;
      }
      if (!drafts.isChoice(field)) field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  },
};

// Who comes next to this tab is not shown what was left half typed.
document.addEventListener('submit', event => {
  if (!event.target.matches('[data-sign-out]')) return;
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith('draft:') || key === 'chosen') sessionStorage.removeItem(key);
  }
});

// Dialogs are the browser's own; what they lack is a memory of who opened them once the page has taken them away.
const opened = new Map();

const leave = (dialog, state) => {
  opened.delete(dialog);
  const opener = state.opener?.isConnected ? state.opener : document.getElementById(state.returnTo);
  (opener ?? document.getElementById('content'))?.focus();
};

new MutationObserver(() => {
  for (const [dialog, state] of opened) {
    if (!dialog.isConnected) leave(dialog, state);
  }
}).observe(document.body, { childList: true, subtree: true });

const show = dialog => {
  if (!dialog?.isConnected) return;
  let state = opened.get(dialog);
  if (!state) {
    const focused = document.activeElement;
    state = { opener: focused.matches('body, h1') || dialog.contains(focused) ? null : focused, returnTo: dialog.dataset.return, filled: new WeakSet() };
    opened.set(dialog, state);
    // Escape asks the page to close, by its own button; the page decides. A browser may close without asking: the page hears of it too.
    const ask = event => {
      if (event.target !== dialog) return;
      event.preventDefault();
      dialog.querySelector('[data-dialog-close]').click();
    };
    dialog.addEventListener('cancel', ask);
    dialog.addEventListener('close', ask);
    if (dialog.dataset.draft) {
      const save = () => drafts.save(dialog);
      dialog.addEventListener('input', save);
      dialog.addEventListener('change', save);
    }
  }
  if (!dialog.open) {
    dialog.showModal();
    (dialog.querySelector('[autofocus]') ?? dialog.querySelector('.dialog-body :is(input:not([type=hidden]), select, textarea, button)')
      ?? dialog.querySelector('.dialog-foot .button'))?.focus();
  }
  if (dialog.dataset.draft) drafts.restore(dialog, state.filled);
};

// What was refused: the first field in error, else what says why.
const goToRefusal = place => {
  const form = place.closest('form, dialog');
  const wrong = form?.querySelector('[aria-invalid="true"]') ?? form?.querySelector('[role=alert]') ?? form?.querySelector('.notice');
  if (!wrong) return;
  if (!wrong.matches('input, select, textarea')) wrong.tabIndex = -1;
  wrong.focus();
};

window.adminOrders = {
  interactive: () => document.documentElement.setAttribute('data-interactive', ''),
  refused: goToRefusal,
  dialog: {
    show,
    focus: id => document.getElementById(id)?.focus(),
    forget: key => sessionStorage.removeItem('draft:' + key),
  },
  // Which rows of a list are chosen, kept in this tab until rows of another list are.
  selection: {
    keep: (list, keys) => sessionStorage.setItem('chosen', JSON.stringify({ list, keys })),
    kept: list => {
      const chosen = JSON.parse(sessionStorage.getItem('chosen') || '{}');
      return chosen.list === list ? chosen.keys : [];
    },
  },
};

// Lists: a row is as good as its link. j and k or the arrows walk the rows, Enter opens, text can still be selected.
const rowsOf = table => [...table.querySelectorAll('tbody > tr')];

// The letter that a key writes; on keyboards of other scripts the one that stands on it elsewhere.
const letterOf = event => /^[\x20-\x7e]$/.test(event.key) ? event.key.toLowerCase() : /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : event.key;

document.addEventListener('keydown', event => {
  const table = document.querySelector('[data-rows]');
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog:modal')) return;
  if (event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], summary, [popover]')) return;
  const typed = letterOf(event);
  const help = typed === '?' && document.querySelector('[data-key-help]');
  if (help) { event.preventDefault(); help.click(); return; }
  if (!table) return;
  const row = event.target.closest('[data-rows] tbody > tr');
  if (event.key === 'Enter' && row === event.target) row.querySelector('a[href]').click();
  // What carries the letter in the row that has the focus. Without a row nothing is done unseen: the first one gets the focus.
  const acts = /^[a-z]$/.test(typed) && table.querySelector(`[data-key="${typed}"]`);
  if (acts) {
    event.preventDefault();
    if (!row) rowsOf(table)[0].focus();
    else row.querySelector(`[data-key="${typed}"]`)?.click();
    return;
  }
  const letter = { j: 1, k: -1 }[typed];
  const step = letter ?? (row ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined);
  if (!step) return;
  event.preventDefault();
  const rows = rowsOf(table);
  const next = row ? rows[rows.indexOf(row) + step] : rows[step > 0 ? 0 : rows.length - 1];
  next?.focus();
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-to-top]')) window.scrollTo({ top: 0 });
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  const row = event.target.closest('[data-rows] tbody > tr');
  if (!row || event.target.closest('a, button, input, label') || String(getSelection())) return;
  const link = row.querySelector('a[href]');
  if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener');
  else link.click();
});

document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && event.target.closest('details[data-menu][open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

// A row's quantity names the products: where a pointer rests, where the focus is, where a finger presses. A pointer on its way across the rows asks for nothing.
const products = {
  of: event => event.target.closest?.('[data-order-key]'),
  tell: (place, wish) => place?.dispatchEvent(new CustomEvent('products', { bubbles: true, detail: { order: Number(place.dataset.orderKey), wish } })),
};

document.addEventListener('DOMContentLoaded', () => window.Blazor?.registerCustomEventType('products', { createEventArgs: event => event.detail }));

document.addEventListener('pointerover', event => {
  const place = event.pointerType === 'touch' ? null : products.of(event);
  if (place === products.pointed) return;
  clearTimeout(products.rest);
  if (products.shown === products.pointed) products.tell(products.pointed, 'hide');
  products.shown = null;
  products.pointed = place;
  if (place) products.rest = setTimeout(() => products.tell(products.shown = place, 'show'), 150);
});

document.addEventListener('focusin', event => products.tell(products.of(event), 'show'));
document.addEventListener('focusout', event => products.tell(products.of(event), 'hide'));
document.addEventListener('click', event => products.tell(products.of(event), 'say'));

// Escape closes, wherever the focus is.
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') products.tell(document.querySelector('.products-list')?.parentElement, 'hide');
});

// A file dragged over the list opens the import; beside its drop zone it is not taken for an address.
for (const name of ['dragenter', 'dragover', 'drop']) {
  document.addEventListener(name, event => {
    const button = document.querySelector('[data-import]');
    if (!button || !event.dataTransfer?.types.includes('Files') || event.target.closest?.('.drop-zone')) return;
    event.preventDefault();
    if (name === 'dragenter' && !document.querySelector('dialog:modal')) button.click();
  });
}
