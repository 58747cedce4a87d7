// The .NET 9 client script says how the connection is doing with classes on #components-reconnect-modal.
// Enhanced navigation may replace that element, so it is looked up and watched again after each one.
(() => {
  let watched;
  const is = state => watched.classList.contains('components-reconnect-' + state);
  const retry = async () => {
    try {
      if (!await Blazor.reconnect()) location.reload();
    } catch {
      setTimeout(retry, 2000);
    }
  };
  const react = () => {
    if (is('rejected')) {
      location.reload();
    } else if (is('failed')) {
      retry();
    } else if (is('show')) {
      if (!watched.open) watched.showModal();
    } else if (watched.open) {
      watched.close();
    }
  };
  const observer = new MutationObserver(react);
  const watch = () => {
    const current = document.getElementById('components-reconnect-modal');
    if (current === watched) return;
    observer.disconnect();
    watched = current;
    observer.observe(watched, { attributes: true, attributeFilter: ['class'] });
  };
  watch();
  Blazor.addEventListener('enhancedload', watch);
})();
