import type { CreatorFace } from '@troupe/contracts/http/community';
import { ExternalLink } from 'lucide-react';
import { portraitSources } from '@/components/ui/portrait';
import { Figure } from '@/features/follow/profile-line';
import './creator.css';

/** Who writes them: a face, a name, their own words and where else they are. */
export function CreatorHead({ creator }: { creator: CreatorFace }) {
  const { displayName, handle, bio, links, picture, personaCount, followerCount } = creator;
  return (
    <header className="creator-head">
      <CreatorPicture name={displayName} picture={picture} />
      <div className="grid min-w-0 justify-items-start gap-3">
        <div className="min-w-0">
          <h1 className="text-2xl">{displayName}</h1>
          <p className="text-muted">@{handle}</p>
        </div>
        <ul aria-label="Figures" className="persona-figures">
          <Figure count={personaCount} one="persona" many="personas" />
          <Figure count={followerCount} one="follower" many="followers" />
        </ul>
        {bio === '' ? null : <p className="max-w-[62ch] whitespace-pre-line text-pretty">{bio}</p>}
        {links.length === 0 ? null : (
          <ul className="flex flex-wrap gap-x-5">
            {links.map(({ label, url }) => (
              <li key={url}>
                <a href={url} target="_blank" rel="noopener nofollow ugc" className="creator-link">
                  <ExternalLink size={15} aria-hidden="true" />
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </header>
  );
}

/** Without a picture, the first letter of their name. */
function CreatorPicture({ name, picture }: { name: string; picture: CreatorFace['picture'] }) {
  const { src, srcSet } = portraitSources(picture);
  if (src === undefined) {
    return (
      <span aria-hidden="true" className="creator-picture">
        {[...name][0]}
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: the API serves every size already; a plain image ships no script
    <img src={src} srcSet={srcSet} sizes="144px" width={144} height={144} alt="" className="creator-picture" />
  );
}
