import type { Components } from 'react-markdown';
import Markdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';

const COMPONENTS: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener nofollow ugc" className="underline underline-offset-2">
      {children}
    </a>
  ),
  // A picture named by a stranger would call a stranger's server: its words are enough.
  img: ({ alt }) => <em>{alt ?? ''}</em>,
  // A reply has no headings of the page: they are stressed lines.
  h1: ({ children }) => <p className="font-semibold">{children}</p>,
  h2: ({ children }) => <p className="font-semibold">{children}</p>,
  h3: ({ children }) => <p className="font-semibold">{children}</p>,
  h4: ({ children }) => <p className="font-semibold">{children}</p>,
  h5: ({ children }) => <p className="font-semibold">{children}</p>,
  h6: ({ children }) => <p className="font-semibold">{children}</p>,
};

/** A reply with lists, code or links. Markdown only: HTML in it stays text, and what is left is sanitised. */
export function RichProse({ text }: { text: string }) {
  return (
    <div className="reply-text">
      <Markdown rehypePlugins={[rehypeSanitize]} components={COMPONENTS}>
        {text}
      </Markdown>
    </div>
  );
}
