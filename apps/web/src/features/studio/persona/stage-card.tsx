import { charNameOf } from '@troupe/contracts/char-name';
import type { OwnPersona } from '@troupe/contracts/http/creator-persona';
import { listedMicrocoins } from '@troupe/contracts/pricing';
import { PriceTicket } from '@/features/discover/price-ticket';
import { lit } from '@/lib/hue';
import { fillNames, openingLine } from '@/lib/narration';
import type { DraftView } from './draft/persona-draft';
import { Portrayal } from './portrayal';

const NAME_MISSING = 'Somebody new';
const HOOK_MISSING = 'One line that makes people stop.';

interface StageCardProps {
  persona: OwnPersona;
  content: DraftView['content'];
}

/** How fans are going to meet them, as far as it is written. */
export function StageCard({ persona, content }: StageCardProps) {
  const name = content.name.trim() === '' ? NAME_MISSING : content.name;
  const greeting = fillNames(openingLine(content.greeting), {
    fan: null,
    persona: charNameOf({ name, nickname: content.nickname.trim() }),
  });
  const portrait = content.pictureKey === persona.content.pictureKey ? persona.portrait : [];
  return (
    <section aria-label="As fans will see them" className="stage-card after-dark" style={lit(content.hueDegrees)}>
      <div className="stage-card-picture">
        <Portrayal name={name} hueDegrees={content.hueDegrees} portrait={portrait} className="w-full" />
        <PriceTicket microcoins={listedMicrocoins(content.price)} className="absolute right-0 bottom-3" />
      </div>
      <div className="stage-card-words">
        <p className="font-display text-lg font-semibold lg:text-xl wrap-anywhere">{name}</p>
        <p className="text-sm text-muted wrap-anywhere">{content.hook.trim() === '' ? HOOK_MISSING : content.hook}</p>
        {greeting === '' ? null : <p className="bubble mt-2 text-sm wrap-anywhere">{greeting}</p>}
      </div>
    </section>
  );
}
