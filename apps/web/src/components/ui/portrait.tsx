import { ViewTransition } from 'react';
import { cn } from '@/lib/cn';
import { lit } from '@/lib/hue';

export interface PictureSource {
  name: string;
  slug: string;
  hueDegrees: number;
  portrait: readonly { url: string; widthPx: number }[];
}

/** Of an avatar without a picture: how tall its letter is. */
const LETTER_SHARE = 0.42;

const initialOf = (name: string): string => [...name.trim()][0]?.toUpperCase() ?? '?';

/** The addresses of a portrait for `src` and `srcset`; the API's paths are under `/api` here. */
export function portraitSources(portrait: PictureSource['portrait']) {
  const byWidth = [...portrait].sort((a, b) => a.widthPx - b.widthPx);
  return {
    src: byWidth.length === 0 ? undefined : `/api${byWidth.at(-1)?.url}`,
    srcSet: byWidth.map(({ url, widthPx }) => `/api${url} ${widthPx}w`).join(', ') || undefined,
  };
}

export interface PortraitProps {
  persona: PictureSource;
  /** How wide it is shown, as for the `sizes` attribute. */
  sizes: string;
  /** For the largest picture of a first screen: fetched before everything else. */
  priority?: boolean;
  /** Empty when the name stands beside it. */
  alt?: string;
  className?: string;
}

/** A portrait, 4:5. Fills the width of its place and reserves its height, so nothing jumps when it arrives. Without a picture it is an empty stage. */
export function Portrait({ persona, sizes, priority = false, alt = '', className }: PortraitProps) {
  if (persona.portrait.length === 0) {
    return (
      <span
        aria-hidden="true"
        style={lit(persona.hueDegrees)}
        className={cn('portrait portrait-empty after-dark', className)}
      >
        {initialOf(persona.name)}
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: the API serves every size already; a plain image ships no script
    <img
      {...portraitSources(persona.portrait)}
      sizes={sizes}
      width={800}
      height={1000}
      alt={alt}
      decoding="async"
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : 'auto'}
      style={lit(persona.hueDegrees)}
      className={cn('portrait', className)}
    />
  );
}

/** Lets the same portrait travel from one page to the next. One per slug on a page. */
export function SharedPortrait(props: PortraitProps) {
  return (
    <ViewTransition name={`portrait-${props.persona.slug}`} share="portrait" default="none">
      <Portrait {...props} />
    </ViewTransition>
  );
}

/** The face of a portrait in a circle, for headers and lists. */
export function Avatar({
  persona,
  sizePx = 44,
  className,
}: {
  persona: PictureSource;
  sizePx?: number;
  className?: string;
}) {
  const size = { ...lit(persona.hueDegrees), width: sizePx, height: sizePx };
  if (persona.portrait.length === 0) {
    return (
      <span
        aria-hidden="true"
        style={{ ...size, fontSize: sizePx * LETTER_SHARE }}
        className={cn('portrait-face portrait-empty after-dark', className)}
      >
        {initialOf(persona.name)}
      </span>
    );
  }
  return (
    <span aria-hidden="true" style={size} className={cn('portrait-face', className)}>
      {/* biome-ignore lint/performance/noImgElement: as above */}
      <img {...portraitSources(persona.portrait)} sizes={`${sizePx * 2}px`} alt="" decoding="async" loading="lazy" />
    </span>
  );
}
