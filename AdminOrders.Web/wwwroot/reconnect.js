// The .NET 9 client script says how the connection is doing with classes on #components-reconnect-modal.
// Enhanced navigation may replace that element, so it is looked up and watched again after each one.
(() => {
  const retryAfter = 2000;
  let watched;
  let waiting;
  const is = state => watched.classList.contains('components-reconnect-' + state);

  // A server that answers but does not know this circuit any more has been restarted: the page is loaded again, drafts and all.
  const retry = async () => {
    clearTimeout(waiting);
    try {
      if (!await Blazor.reconnect()) location.reload();
    } catch {
      waiting = setTimeout(retry, retryAfter);
    }
  };

  const react = () => {
    if (is('rejected')) {
      location.reload();
    } else if (is('failed')) {
      retry();
    } else if (is('show')) {
      document.documentElement.removeAttribute('data-interactive');
      if (!watched.open) watched.showModal();
    } else if (watched.open) {
      document.documentElement.setAttribute('data-interactive', '');
      watched.close();
    }
  };

  const observer = new MutationObserver(react);
  const watch = () => {
    const current = document.getElementById('components-reconnect-modal');
    if (!current || current === watched) return;
    observer.disconnect();
    watched = current;
    observer.observe(watched, { attributes: true, attributeFilter: ['class'] });
    // There is nothing to go back to while the server is silent: Escape does not close it.
    watched.addEventListener('cancel', event => event.preventDefault());
    watched.querySelector('[data-reconnect]').addEventListener('click', retry);
  };

  watch();
  Blazor.addEventListener('enhancedload', watch);
  // Back online, or the tab is looked at again: no reason to wait for the next try.
  const hurry = () => {
    if (watched.open && document.visibilityState === 'visible') retry();
  };
  addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
})();
