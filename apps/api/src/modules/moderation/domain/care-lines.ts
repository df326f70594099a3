import type { CareLine } from '@troupe/contracts/http/moderation';

interface CountryLines {
  emergencyPhone: string;
  lines: readonly CareLine[];
}

const ALWAYS = 'Day and night';
const line = (name: string, phone: string | null, more: Partial<Omit<CareLine, 'name' | 'phone'>> = {}): CareLine => ({
  name,
  phone,
  sms: more.sms ?? null,
  url: more.url ?? null,
  hours: more.hours ?? ALWAYS,
});

/** Where no line of the country is known: directories that know them all. */
export const EVERYWHERE: readonly CareLine[] = [
  line('Find A Helpline', null, { url: 'https://findahelpline.com', hours: 'Free lines in more than 130 countries' }),
  line('Befrienders Worldwide', null, { url: 'https://befrienders.org', hours: 'Emotional support centres worldwide' }),
];

/** By ISO 3166-1 alpha-2. Free and confidential lines only. Look them up again before a release: numbers change. */
export const LINES_BY_COUNTRY: Readonly<Record<string, CountryLines>> = {
  AT: { emergencyPhone: '112', lines: [line('TelefonSeelsorge', '142', { url: 'https://www.telefonseelsorge.at' })] },
  AU: {
    emergencyPhone: '000',
    lines: [
      line('Lifeline', '13 11 14', { sms: 'Text 0477 13 11 14', url: 'https://www.lifeline.org.au' }),
      line('Suicide Call Back Service', '1300 659 467', { url: 'https://www.suicidecallbackservice.org.au' }),
    ],
  },
  BE: {
    emergencyPhone: '112',
    lines: [
      line('Zelfmoordlijn', '1813', { url: 'https://www.zelfmoord1813.be' }),
      line('Centre de Prévention du Suicide', '0800 32 123', { url: 'https://www.preventionsuicide.be' }),
    ],
  },
  BR: { emergencyPhone: '192', lines: [line('CVV', '188', { url: 'https://cvv.org.br' })] },
  CA: {
    emergencyPhone: '911',
    lines: [line('9-8-8 Suicide Crisis Helpline', '988', { sms: 'Text 988', url: 'https://988.ca' })],
  },
  CH: { emergencyPhone: '112', lines: [line('Die Dargebotene Hand', '143', { url: 'https://www.143.ch' })] },
  DE: {
    emergencyPhone: '112',
    lines: [line('TelefonSeelsorge', '0800 111 0 111', { url: 'https://www.telefonseelsorge.de' })],
  },
  ES: { emergencyPhone: '112', lines: [line('Línea 024', '024')] },
  FR: { emergencyPhone: '112', lines: [line('3114', '3114', { url: 'https://3114.fr' })] },
  GB: {
    emergencyPhone: '999',
    lines: [
      line('Samaritans', '116 123', { url: 'https://www.samaritans.org' }),
      line('Shout', null, { sms: 'Text SHOUT to 85258', url: 'https://giveusashout.org' }),
    ],
  },
  IE: {
    emergencyPhone: '112',
    lines: [
      line('Samaritans', '116 123', { url: 'https://www.samaritans.org/ireland' }),
      line('Text About It', null, { sms: 'Text HELLO to 50808', url: 'https://www.textaboutit.ie' }),
    ],
  },
  IN: {
    emergencyPhone: '112',
    lines: [line('Tele-MANAS', '14416', { url: 'https://telemanas.mohfw.gov.in' })],
  },
  JP: { emergencyPhone: '119', lines: [line('よりそいホットライン', '0120-279-338')] },
  KR: { emergencyPhone: '119', lines: [line('자살예방 상담전화', '109')] },
  NL: { emergencyPhone: '112', lines: [line('113 Zelfmoordpreventie', '113', { url: 'https://www.113.nl' })] },
  NO: { emergencyPhone: '113', lines: [line('Mental Helse', '116 123', { url: 'https://mentalhelse.no' })] },
  NZ: {
    emergencyPhone: '111',
    lines: [line('Need to talk?', '1737', { sms: 'Text 1737', url: 'https://1737.org.nz' })],
  },
  SE: { emergencyPhone: '112', lines: [line('Självmordslinjen', '90101', { url: 'https://mind.se' })] },
  SG: { emergencyPhone: '995', lines: [line('Samaritans of Singapore', '1767', { url: 'https://www.sos.org.sg' })] },
  US: {
    emergencyPhone: '911',
    lines: [
      line('988 Suicide & Crisis Lifeline', '988', { sms: 'Text 988', url: 'https://988lifeline.org' }),
      line('Crisis Text Line', null, { sms: 'Text HOME to 741741', url: 'https://www.crisistextline.org' }),
    ],
  },
  ZA: { emergencyPhone: '112', lines: [line('SADAG', '0800 567 567', { url: 'https://www.sadag.org' })] },
};
