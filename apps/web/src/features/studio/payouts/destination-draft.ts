import type { PayoutAccount, PayoutOffer } from '@troupe/contracts/http/payout';

export type AccountKind = PayoutAccount['kind'];

export interface AccountDraft {
  accountNumber: string;
  ifsc: string;
  vpa: string;
  handle: string;
}

export const EMPTY_ACCOUNT: AccountDraft = { accountNumber: '', ifsc: '', vpa: '', handle: 'pays@sandbox' };

/** How each provider can be told where the money goes. */
export const KINDS_OF: Record<PayoutOffer['provider'], readonly AccountKind[]> = {
  stripe: ['hosted'],
  razorpay: ['upi', 'bank'],
  sandbox: ['sandbox'],
};

type Problems = Partial<Record<keyof AccountDraft, string>>;

/** The account that was typed, or what is wrong with it, by field. */
export function readAccount(
  kind: AccountKind,
  draft: AccountDraft,
): { account: PayoutAccount } | { problems: Problems } {
  switch (kind) {
    case 'hosted':
      return { account: { kind } };
    case 'sandbox':
      return {
        account: { kind, handle: draft.handle === 'fails@sandbox' ? 'fails@sandbox' : 'pays@sandbox' },
      };
    case 'upi': {
      const vpa = draft.vpa.trim();
      if (!/^[\w.-]{2,100}@[a-zA-Z]{2,64}$/.test(vpa)) return { problems: { vpa: 'For instance name@bank.' } };
      return { account: { kind, vpa } };
    }
    case 'bank': {
      const accountNumber = draft.accountNumber.replace(/[\s-]/g, '');
      const ifsc = draft.ifsc.trim().toUpperCase();
      const problems: Problems = {
        ...(/^\d{6,20}$/.test(accountNumber) ? {} : { accountNumber: 'Six to 20 digits.' }),
        ...(/^[A-Z]{4}0[A-Z0-9]{6}$/.test(ifsc)
          ? {}
          : { ifsc: 'Eleven letters and digits, for instance HDFC0001234.' }),
      };
      return Object.keys(problems).length > 0 ? { problems } : { account: { kind, accountNumber, ifsc } };
    }
  }
}
