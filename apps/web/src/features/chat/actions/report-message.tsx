import { ReportSheet } from '@/features/report/report-sheet';
import { conversationSheetsApi } from '@/lib/api/conversation-sheets';

/** Hands a message to the people who look after the house; they see it and what led to it, nothing else. */
export function ReportMessage({ messageId, onClose }: { messageId: string; onClose: () => void }) {
  return (
    <ReportSheet
      title="Report this message"
      description="People who look after the house see it and what led to it, and nothing else of this chat."
      send={(request) => conversationSheetsApi.reportMessage(messageId, request)}
      onClose={onClose}
    />
  );
}
