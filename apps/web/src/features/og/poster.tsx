import { oklchToHex } from './oklch-to-hex';

export interface PosterProps {
  /** Null for what can't be drawn in the letters there are: the title of the link says it. */
  title: string | null;
  line: string | null;
  foot: string;
  hueDegrees: number;
  /** A data URL; null for none. */
  picture: string | null;
}

const FONTS = 'display-latin, display-latin-ext, display-vietnamese';
const INK = '#f7f1e8';
const MUTED = '#d8cdbf';
const AMBER = '#f2b84b';

/** Somebody in the light of their own, for a link in a chat or a feed. */
export function Poster({ title, line, foot, hueDegrees, picture }: PosterProps) {
  return (
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        background: `linear-gradient(105deg, #14100d 30%, ${glow(hueDegrees)})`,
        color: INK,
        fontFamily: FONTS,
      }}
    >
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          width: picture === null ? 1200 : 696,
          padding: '56px 48px 56px 64px',
        }}
      >
        <div style={{ display: 'flex', fontSize: 36, color: AMBER }}>troupe</div>
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          {title === null ? null : (
            <div style={{ fontSize: titleSize(title), lineHeight: 1.05, wordBreak: 'break-word' }}>{title}</div>
          )}
          {line === null ? null : (
            <div style={{ fontSize: 34, lineHeight: 1.3, marginTop: 24, color: MUTED, wordBreak: 'break-word' }}>
              {line}
            </div>
          )}
        </div>
        <div style={{ display: 'flex', fontSize: 28, color: MUTED }}>{foot}</div>
      </div>
      {picture === null ? null : (
        // biome-ignore lint/performance/noImgElement: this is drawn into a picture, not into a page
        <img src={picture} alt="" width={504} height={630} style={{ objectFit: 'cover' }} />
      )}
    </div>
  );
}

const glow = (hueDegrees: number): string => oklchToHex({ lightness: 0.32, chroma: 0.07, hueDegrees });

/** Long titles in smaller letters; the longest name has 60. */
function titleSize(title: string): number {
  if (title.length <= 14) return 88;
  return title.length <= 28 ? 68 : 50;
}
