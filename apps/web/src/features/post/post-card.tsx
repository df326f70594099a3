import type { Post } from '@troupe/contracts/http/community';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Avatar, type PictureSource } from '@/components/ui/portrait';
import { When } from '@/components/ui/when';
import { LikeButton } from './like-button';
import { PostPictures } from './post-pictures';

interface PostCardProps {
  post: Post;
  persona: PictureSource;
  signedIn: boolean;
  /** Where the post stands by itself, or the persona it leads back to. */
  href: string;
  /** What its maker can do with it, or its reader. */
  children?: ReactNode;
}

/** What a persona said to everybody. Words of people, shown as the text they are. */
export function PostCard({ post, persona, signedIn, href, children }: PostCardProps) {
  return (
    <article className="post-card">
      <header className="flex items-center gap-3">
        <Avatar persona={persona} sizePx={40} />
        <p className="grid min-w-0">
          <span className="truncate font-semibold">{persona.name}</span>
          <span className="text-sm text-muted">
            <Link href={href} prefetch={false} className="post-time">
              <When iso={post.createdAt} />
            </Link>
            {post.editedAt === null ? null : ' · edited'}
          </span>
        </p>
        <div className="ml-auto flex">{children}</div>
      </header>
      {post.text === '' ? null : <p className="post-text">{post.text}</p>}
      <PostPictures pictures={post.pictures} />
      <LikeButton postId={post.id} initial={{ liked: post.liked, likeCount: post.likeCount }} signedIn={signedIn} />
    </article>
  );
}
