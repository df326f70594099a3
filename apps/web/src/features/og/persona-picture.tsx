import { formatCoins } from '@/lib/format';

interface PersonaPictureProps {
  /** Null where it can't be drawn in the letters there are: the title of the link says it. */
  name: string | null;
  hook: string | null;
  price: { microcoins: number } | null;
  hueDegrees: number;
  /** A data URL; null for none. */
  portrait: string | null;
}

const FONTS = 'display-latin, display-latin-ext, display-vietnamese';
const INK = '#f7f1e8';

/** A persona in the light of their own, for a link in a chat or a feed. Pictures know no OKLCH, so the hue is told in HSL, which is near enough for a glow. */
export function PersonaPicture({ name, hook, price, hueDegrees, portrait }: PersonaPictureProps) {
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
          flexGrow: 1,
          width: 696,
          padding: '56px 48px 56px 64px',
        }}
      >
        <div style={{ display: 'flex', fontSize: 34, color: '#f2b84b' }}>troupe</div>
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          {name === null ? null : <div style={{ fontSize: nameSize(name), lineHeight: 1.05 }}>{name}</div>}
          {hook === null ? null : (
            <div style={{ fontSize: 34, lineHeight: 1.3, marginTop: 24, color: '#d8cdbf' }}>{hook}</div>
          )}
        </div>
        <div style={{ display: 'flex', fontSize: 28, color: '#d8cdbf' }}>
          {price === null
            ? 'Characters who talk back'
            : `Talk to them for ${formatCoins(price.microcoins)} coins a message`}
        </div>
      </div>
      {portrait === null ? null : (
        // biome-ignore lint/performance/noImgElement: this is drawn into a picture, not into a page
        <img src={portrait} alt="" width={504} height={630} style={{ objectFit: 'cover' }} />
      )}
    </div>
  );
}

const glow = (hueDegrees: number): string => `hsl(${Math.round(hueDegrees)}, 45%, 24%)`;

/** Long names in smaller letters; the longest has 60. */
function nameSize(name: string): number {
  if (name.length <= 14) return 88;
  return name.length <= 28 ? 68 : 50;
}
