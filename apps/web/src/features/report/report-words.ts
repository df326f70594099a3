import type { ReportReason } from '@troupe/contracts/http/moderation';

/** What can be wrong with something, the gravest first. */
export const REPORT_REASONS: Record<ReportReason, string> = {
  minor_safety: 'It sexualises or endangers a minor',
  self_harm: 'It encourages self-harm',
  sexual_content: 'Sexual content where it doesn’t belong',
  violence: 'Violence or threats',
  hate: 'Hate',
  harassment: 'Harassment',
  private_information: 'Somebody’s private information',
  impersonation: 'It pretends to be a real person',
  scam: 'A scam',
  other: 'Something else',
};
