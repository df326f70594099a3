/** Leads to the field at a place, as `exampleDialogue.3.fan`: the field itself, else the nearest thing around it that takes the focus. */
export function focusPlace(place: string): void {
  const parts = place.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = CSS.escape(parts.slice(0, length).join('.'));
    const found = document.querySelector<HTMLElement>(`[name="${name}"], [data-field="${name}"] input`);
    if (found === null) continue;
    // What is folded away can't take the focus.
    found.closest('details')?.setAttribute('open', '');
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: 'center' });
    return;
  }
}
