import { LIMITS } from '../limits.ts';
import * as z from '../zod.ts';
import { id, instant, page, pageQuery, text } from './common.ts';
import { postPicture } from './post-picture.ts';

export { type Care, care } from './care.ts';

/** Where people can be reached now. At least one of the ways to do so is given. */
export const careLine = z.strictObject({
  name: z.string(),
  /** As people write it in that country. */
  phone: z.nullable(z.string()),
  /** Where to send a text message, as a sentence. */
  sms: z.nullable(z.string()),
  url: z.nullable(z.string()),
  hours: z.string(),
});
export type CareLine = z.infer<typeof careLine>;

/** ISO 3166-1 alpha-2. */
const country = z.string().check(z.toUpperCase(), z.regex(/^[A-Z]{2}$/, 'must be two letters'));

/** `country` goes before the region of `locale` (a BCP 47 tag such as `en-GB`); without either the answer is for everywhere. */
export const careQuery = z.strictObject({
  country: z.optional(country),
  locale: z.optional(z.string().check(z.maxLength(35), z.regex(/^[A-Za-z0-9-]+$/, 'must be a language tag'))),
});
export type CareQuery = z.input<typeof careQuery>;

export const careResources = z.strictObject({
  /** Null when no lines of that country are known: then the lines are for everywhere. */
  country: z.nullable(z.string()),
  title: z.string(),
  text: z.string(),
  /** The number for a life in danger now; null where it isn't known. */
  emergencyPhone: z.nullable(z.string()),
  lines: z.array(careLine),
});
export type CareResources = z.infer<typeof careResources>;

export const reportReason = z.enum([
  'minor_safety',
  'sexual_content',
  'violence',
  'hate',
  'harassment',
  'self_harm',
  'private_information',
  'impersonation',
  'scam',
  'other',
]);
export type ReportReason = z.infer<typeof reportReason>;

export const reportRequest = z.strictObject({
  reason: reportReason,
  note: z.optional(text(LIMITS.reportNoteCharsMax)),
});
export type ReportRequest = z.infer<typeof reportRequest>;

/** The same for every repetition of a report. */
export const reportReceipt = z.strictObject({ id, createdAt: instant });
export type ReportReceipt = z.infer<typeof reportReceipt>;

export const reportStatus = z.enum(['open', 'resolved']);
export const reportOutcome = z.enum(['upheld', 'dismissed']);
export type ReportOutcome = z.infer<typeof reportOutcome>;

/** A report in the admin's queue; without what was said, which is read one by one. */
export const report = z.strictObject({
  id,
  /** Null once the reporter has deleted their account. */
  reporterId: z.nullable(id),
  kind: z.enum(['message', 'persona', 'post']),
  subjectId: id,
  personaId: id,
  reason: reportReason,
  note: z.string(),
  status: reportStatus,
  createdAt: instant,
  resolution: z.nullable(
    z.strictObject({ outcome: reportOutcome, note: z.string(), resolvedBy: id, resolvedAt: instant }),
  ),
});
export type Report = z.infer<typeof report>;

/** The newest first. */
export const reportsPage = page(report);
export type ReportsPage = z.infer<typeof reportsPage>;
export const reportsQuery = z.strictObject({ ...pageQuery.shape, status: z._default(reportStatus, 'open') });
export type ReportsQuery = z.output<typeof reportsQuery>;

/** A message as it was when it was reported. */
export const reportedMessage = z.strictObject({
  id,
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  createdAt: instant,
});
export type ReportedMessage = z.infer<typeof reportedMessage>;

/** A post as it was when it was reported, and whose. */
export const reportedPost = z.strictObject({
  personaName: z.string(),
  personaSlug: z.string(),
  text: z.string(),
  pictures: z.array(postPicture),
  mature: z.boolean(),
  createdAt: instant,
  editedAt: z.nullable(instant),
});
export type ReportedPost = z.infer<typeof reportedPost>;

/** `excerpt` ends with the reported message, and is empty for anything else; `post` is there for a post. Reading it is written into the audit trail. */
export const reportDetail = z.strictObject({
  ...report.shape,
  excerpt: z.array(reportedMessage),
  post: z.nullable(reportedPost),
});
export type ReportDetail = z.infer<typeof reportDetail>;

export const resolveReportRequest = z.strictObject({
  outcome: reportOutcome,
  note: text(LIMITS.reportNoteCharsMax).check(z.minLength(1)),
});
export type ResolveReportRequest = z.infer<typeof resolveReportRequest>;
