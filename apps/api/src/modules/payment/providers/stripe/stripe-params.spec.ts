import { readFileSync, writeFileSync } from 'node:fs';
import { type ParamShape, readParams, stripeParamsTable } from '@troupe/test-kit/stripe-params';

const sdk = new URL('../esm/', import.meta.resolve('stripe'));

/** The operations that the local Stripe knows: method and path → the file and the interface of their parameters. */
const OPERATIONS: Record<string, [file: string, name: string]> = {
  'POST /v1/customers': ['Customers', 'CustomerCreateParams'],
  'POST /v1/customers/:id': ['Customers', 'CustomerUpdateParams'],
  'POST /v1/checkout/sessions': ['Checkout/Sessions', 'Checkout.SessionCreateParams'],
  'GET /v1/checkout/sessions/:id': ['Checkout/Sessions', 'Checkout.SessionRetrieveParams'],
  'POST /v1/checkout/sessions/:id/expire': ['Checkout/Sessions', 'Checkout.SessionExpireParams'],
  'POST /v1/payment_intents': ['PaymentIntents', 'PaymentIntentCreateParams'],
  'GET /v1/payment_intents/:id': ['PaymentIntents', 'PaymentIntentRetrieveParams'],
  'POST /v1/payment_intents/:id/cancel': ['PaymentIntents', 'PaymentIntentCancelParams'],
  'GET /v1/charges/:id': ['Charges', 'ChargeRetrieveParams'],
  'POST /v1/refunds': ['Refunds', 'RefundCreateParams'],
  'GET /v1/refunds': ['Refunds', 'RefundListParams'],
  'GET /v1/disputes': ['Disputes', 'DisputeListParams'],
  'POST /v1/accounts': ['Accounts', 'AccountCreateParams'],
  'GET /v1/accounts/:id': ['Accounts', 'AccountRetrieveParams'],
  'POST /v1/account_links': ['AccountLinks', 'AccountLinkCreateParams'],
  'POST /v1/transfers': ['Transfers', 'TransferCreateParams'],
  'GET /v1/transfers': ['Transfers', 'TransferListParams'],
  'GET /v1/transfers/:id': ['Transfers', 'TransferRetrieveParams'],
};

describe('the table of parameters that the local Stripe checks requests against', () => {
  it('is what the types of the installed SDK publish (UPDATE_STRIPE_PARAMS=1 writes it anew)', () => {
    const version = /ApiVersion = "([^"]+)"/.exec(readFileSync(new URL('apiVersion.d.ts', sdk), 'utf8'))?.[1];
    const operations: Record<string, ParamShape> = {};
    for (const [operation, [file, name]] of Object.entries(OPERATIONS)) {
      operations[operation] = readParams([new URL(`resources/${file}.d.ts`, sdk), new URL('shared.d.ts', sdk)], name);
    }
    const published = { apiVersion: version, operations };
    if (process.env['UPDATE_STRIPE_PARAMS'] === '1')
      writeFileSync(stripeParamsTable, `${JSON.stringify(published, null, 2)}\n`);
    expect(JSON.parse(readFileSync(stripeParamsTable, 'utf8'))).toEqual(published);
  });
});
