/** The look of an input, by itself: a page that has only a search box doesn't load the whole field. */
export const inputClass =
  'h-12 w-full rounded-card border border-line-strong bg-surface px-4 text-base text-ink placeholder:text-muted ' +
  'transition-colors duration-150 hover:border-ink aria-invalid:border-danger-ink';
