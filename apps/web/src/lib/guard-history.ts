interface Place {
  url: string;
  state: unknown;
}

/** What looks at `popstate` before the router does; null while nothing is guarded. */
let onPopState: ((event: PopStateEvent) => void) | null = null;

/**
 * Called once, before anything else of the page listens: browsers tell `popstate` to the window's listeners in the order of their arrival, capturing or not,
 * and the router acts on it at once.
 */
export function hearPopStateFirst(): void {
  window.addEventListener('popstate', (event) => onPopState?.(event));
}

/**
 * Asks before Back or Forward leaves this page for another one of the same document; between documents the browser asks by itself (`beforeunload`).
 * `mayLeave` says whether to. Next's router has no question of its own: it follows `popstate`. Where the Navigation API lets a traversal be cancelled, it
 * is; that wants somebody to have done something on the page since the last time, so that no page can trap them. Else the address that was left is put
 * back before the router hears of it. One guard at a time. Answers what takes it away.
 */
export function guardHistory(mayLeave: () => boolean): () => void {
  let here: Place = { url: location.href, state: history.state };
  /** Asked already, before it began. */
  let isAllowed = false;
  const isHere = (url: string): boolean => new URL(url).pathname === new URL(here.url).pathname;

  const onNavigate = (event: NavigateEvent): void => {
    const { navigationType, destination, cancelable } = event;
    if (navigationType !== 'traverse' || !destination.sameDocument || !cancelable || isHere(destination.url)) return;
    isAllowed = mayLeave();
    if (!isAllowed) event.preventDefault();
  };
  const guard = (event: PopStateEvent): void => {
    if (isHere(location.href)) {
      // A part of the page (`#looks`) has no state of its own; without one, the router would give it that of the page that is being gone to.
      here = { url: location.href, state: event.state ?? here.state };
      return;
    }
    if (isAllowed || mayLeave()) return;
    event.stopImmediatePropagation();
    history.pushState(here.state, '', here.url);
  };

  // Only the newest browsers have it.
  const navigation: Navigation | undefined = window.navigation;
  navigation?.addEventListener('navigate', onNavigate);
  onPopState = guard;
  return () => {
    navigation?.removeEventListener('navigate', onNavigate);
    if (onPopState === guard) onPopState = null;
  };
}
