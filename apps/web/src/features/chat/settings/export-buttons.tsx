'use client';

import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { conversationSheetsApi } from '@/lib/api/conversation-sheets';
import { describeError } from '@/lib/errors';
import { saveFile } from '@/lib/save-file';
import { toast } from '@/lib/toast';

const FORMATS = [
  { format: 'markdown', label: 'To read (Markdown)' },
  { format: 'json', label: 'To keep (JSON)' },
] as const;
type Format = (typeof FORMATS)[number]['format'];

/** A copy of the conversation as a file. */
export function ExportButtons({ conversationId }: { conversationId: string }) {
  const [busy, setBusy] = useState<Format | null>(null);
  const headingId = useId();
  const take = async (format: Format) => {
    setBusy(format);
    try {
      const { name, content } = await conversationSheetsApi.exportConversation(conversationId, { format });
      saveFile(name, content);
    } catch (error) {
      toast({ ...describeError(error), tone: 'danger' });
    } finally {
      setBusy(null);
    }
  };
  return (
    <section aria-labelledby={headingId} className="settings-section">
      <h3 id={headingId} className="text-lg">
        Take it with you
      </h3>
      <p className="text-muted">The Markdown file has what is on stage now; the JSON file has every branch.</p>
      <div className="flex flex-wrap gap-3">
        {FORMATS.map(({ format, label }) => (
          <Button key={format} variant="quiet" busy={busy === format} onClick={() => void take(format)}>
            <Download size={18} aria-hidden="true" />
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
