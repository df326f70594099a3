import type { CareResources } from '@troupe/contracts/http/moderation';
import { browserApi } from '@/lib/api/browser';
import { regionalLocale } from './care-links';

/** What is shown until the API has answered, and when it can't: never an empty card. */
export const CARE_EVERYWHERE: CareResources = {
  country: null,
  title: 'You don’t have to carry this alone',
  text: 'That sounds heavy, and it matters. A real person is there to listen, free and in confidence.',
  emergencyPhone: null,
  lines: [
    {
      name: 'Find A Helpline',
      phone: null,
      sms: null,
      url: 'https://findahelpline.com',
      hours: 'Free lines in more than 130 countries',
    },
  ],
};

let asked: Promise<CareResources> | null = null;

/** Asked once for all messages and chats, and again only after it failed. */
export function loadCareResources(): Promise<CareResources> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<CareResources> {
  try {
    const locale = regionalLocale(navigator.languages);
    return await browserApi.care.resources(locale === undefined ? {} : { locale });
  } catch (error) {
    asked = null;
    throw error;
  }
}
