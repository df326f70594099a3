'use client';

import type { Post, PostsPage } from '@troupe/contracts/http/community';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { PictureSource } from '@/components/ui/portrait';
import { ShowMore } from '@/components/ui/show-more';
import { ReportButton } from '@/features/report/report-button';
import { useOlder } from '@/lib/use-older';
import { PostCard } from './post-card';
import './post.css';

const PAGE_ITEMS = 10;
/** Only whoever writes a persona loads what writing takes. */
const PostComposer = dynamic(() => import('./post-composer').then((module) => module.PostComposer), {
  ssr: false,
  loading: () => <div className="composer-space" />,
});
const OwnPostActions = dynamic(() => import('./own-post-actions').then((module) => module.OwnPostActions), {
  ssr: false,
});

interface PostFeedProps {
  persona: PictureSource & { id: string };
  first: PostsPage;
  signedIn: boolean;
  /** Whoever looks writes this persona. */
  isOwn: boolean;
}

/** What a persona said to everybody, the newest first; whoever writes it has the pen above. */
export function PostFeed({ persona, first, signedIn, isOwn }: PostFeedProps) {
  const { items, more } = useOlder<Post>(first, readMore);
  async function readMore(cursor: string) {
    const { browserApi } = await import('@/lib/api/browser');
    return browserApi.community.posts(persona.id, { cursor, limit: PAGE_ITEMS });
  }
  /** What was written, changed and deleted here. */
  const [written, setWritten] = useState<readonly Post[]>([]);
  const [changed, setChanged] = useState<ReadonlyMap<string, Post | null>>(new Map());
  const note = (id: string, post: Post | null) => setChanged((before) => new Map([...before, [id, post]]));
  const known = new Set(items.map((post) => post.id));
  const shown = [...written.filter((post) => !known.has(post.id)), ...items].flatMap((post) => {
    const now = changed.get(post.id);
    if (now === null) return [];
    return [now ?? post];
  });
  return (
    <section aria-labelledby="posts" className="grid content-start gap-4">
      <h2 id="posts" className="text-xl">
        Posts
      </h2>
      {isOwn ? <PostComposer persona={persona} onPosted={(post) => setWritten((before) => [post, ...before])} /> : null}
      {shown.length === 0 ? (
        <p className="text-muted">
          {isOwn ? 'Nothing yet. Followers hear of the first one at once.' : `${persona.name} hasn’t posted yet.`}
        </p>
      ) : (
        <ul className="grid gap-4">
          {shown.map((post) => (
            <li key={post.id}>
              <PostCard post={post} persona={persona} signedIn={signedIn} href={`/p/${persona.slug}/posts/${post.id}`}>
                {isOwn ? (
                  <OwnPostActions
                    post={post}
                    onChanged={(next) => note(post.id, next)}
                    onDeleted={() => note(post.id, null)}
                  />
                ) : signedIn ? (
                  <ReportButton id={post.id} kind="post" />
                ) : null}
              </PostCard>
            </li>
          ))}
        </ul>
      )}
      <ShowMore more={more} />
    </section>
  );
}
