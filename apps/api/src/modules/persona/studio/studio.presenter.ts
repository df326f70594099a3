import type { OwnPersona, OwnPersonaBrief, PublishProblem } from '@troupe/contracts/http/creator-persona';
import { describeSliders } from '@troupe/contracts/sliders';
import { imagesOf } from '../../../platform/media/picture-shapes.ts';
import type { PersonaFrame, PersonaLine, WrittenPersona } from './studio.repository.ts';

function toFrame({ id, slug, status, revision, chatCount, createdAt, publishedAt }: PersonaFrame) {
  const frame = { id, slug, status, revision, chatCount, createdAt: createdAt.toISOString() };
  return { ...frame, publishedAt: publishedAt?.toISOString() ?? null };
}

export function toOwnBrief({
  name,
  hook,
  hueDegrees,
  mature,
  price,
  pictureKey,
  ...frame
}: PersonaLine): OwnPersonaBrief {
  return { ...toFrame(frame), name, hook, hueDegrees, mature, price, portrait: imagesOf(pictureKey) };
}

export function toOwn(persona: WrittenPersona, problems: PublishProblem[]): OwnPersona {
  const { content } = persona;
  return {
    ...toFrame(persona),
    portrait: imagesOf(content.pictureKey),
    content,
    sliderSentences: describeSliders(content.sliders),
    problems,
  };
}
