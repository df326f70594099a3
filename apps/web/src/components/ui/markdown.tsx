import Markdown from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';

/** Text and structure only: no pictures from elsewhere, no HTML, no headings that would outrank the page's own. */
const SCHEMA = {
  ...defaultSchema,
  tagNames: ['p', 'br', 'strong', 'em', 'del', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'a', 'hr'],
  attributes: { a: ['href'] },
  protocols: { href: ['http', 'https', 'mailto'] },
};

/** Markdown that people wrote, made harmless. Rendered on the server, where it costs the page no script. */
export function UserMarkdown({ text }: { text: string }) {
  return (
    <div className="prose">
      <Markdown
        rehypePlugins={[[rehypeSanitize, SCHEMA]]}
        components={{
          a: ({ href, children }) => (
            <a href={href} rel="noopener nofollow ugc" target="_blank">
              {children}
            </a>
          ),
        }}
      >
        {text}
      </Markdown>
    </div>
  );
}
