import type { PostPicture } from '@troupe/contracts/http/community';
import { portraitSources } from '@/components/ui/portrait';

/** One in its own shape, several as a sheet of contact prints; each opens whole. Their places are there before they are. */
export function PostPictures({ pictures }: { pictures: readonly PostPicture[] }) {
  if (pictures.length === 0) return null;
  return (
    <ul className="post-pictures" data-count={pictures.length}>
      {pictures.map(({ key, alt, widthPx, heightPx, images }) => {
        const { src, srcSet } = portraitSources(images);
        return (
          <li key={key}>
            <a href={src} target="_blank" rel="noopener" aria-label={alt === '' ? 'Open the picture' : `Open: ${alt}`}>
              {/* biome-ignore lint/performance/noImgElement: the API serves every size already; a plain image ships no script */}
              <img
                src={src}
                srcSet={srcSet}
                sizes={pictures.length === 1 ? '(width < 48rem) 100vw, 640px' : '(width < 48rem) 50vw, 320px'}
                width={widthPx}
                height={heightPx}
                alt={alt}
                decoding="async"
                loading="lazy"
              />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
