import type { ReportedMessage, ReportedPost } from '@troupe/contracts/http/moderation';
import { Moment } from '@/components/ui/fact';
import { PostPictures } from '@/features/post/post-pictures';
import '@/features/post/post.css';

/** A post as it was when it was reported. Words of people, shown as the text they are. */
export function ReportedPostCopy({ post }: { post: ReportedPost }) {
  const { personaName, personaSlug, text, pictures, mature, createdAt, editedAt } = post;
  return (
    <section aria-labelledby="copy" className="grid gap-3">
      <h2 id="copy" className="text-lg">
        As it was when it was reported
      </h2>
      <article className="post-card">
        <p className="text-sm text-muted">
          <a
            href={`/p/${encodeURIComponent(personaSlug)}`}
            className="font-semibold text-ink underline underline-offset-4"
          >
            {personaName}
          </a>
          , <Moment iso={createdAt} />
          {editedAt === null ? null : ' · edited'}
          {mature ? ' · for adults' : null}
        </p>
        {text === '' ? null : <p className="post-text">{text}</p>}
        <PostPictures pictures={pictures} />
        {pictures.map(({ key, alt }, index) =>
          alt === '' ? null : (
            <p key={key} className="text-sm text-muted wrap-anywhere">
              Picture {index + 1}: {alt}
            </p>
          ),
        )}
      </article>
    </section>
  );
}

/** A message and what led to it, the oldest first; the last one is what was reported. */
export function ReportedExcerpt({ excerpt }: { excerpt: readonly ReportedMessage[] }) {
  return (
    <section aria-labelledby="copy" className="grid gap-3">
      <h2 id="copy" className="text-lg">
        The message, and what led to it
      </h2>
      <ol className="grid gap-3">
        {excerpt.map(({ id, role, content, createdAt }, index) => (
          <li key={id} className="post-card" data-reported={index === excerpt.length - 1 || undefined}>
            <p className="text-sm text-muted">
              {role === 'user' ? 'Fan' : 'Persona'}, <Moment iso={createdAt} />
              {index === excerpt.length - 1 ? ' · reported' : null}
            </p>
            <p className="post-text">{content}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
