import { IncomingMessage } from 'node:http';
import Stripe from 'stripe';

/** What Stripe needs to know of us, and where it is. */
export interface StripeSettings {
  secretKey: string;
  publishableKey: string;
  /** All of them are active: during a rotation Stripe signs with the old and the new one. */
  webhookSecrets: readonly string[];
  apiUrl: string;
  /** Of one attempt, of which a call makes two at the most. */
  timeoutMs: number;
  /** Where people's browsers come back to. */
  webOrigin: string;
}

type HttpClient = ReturnType<typeof Stripe.createNodeHttpClient>;

/** Our own jobs ask again later; this is for a connection that was closed under us. */
const NETWORK_RETRIES = 1;

export function createStripeClient(settings: StripeSettings): Stripe {
  const url = new URL(settings.apiUrl);
  const protocol = url.protocol === 'http:' ? 'http' : 'https';
  return new Stripe(settings.secretKey, {
    // Written out, so that an update of the SDK is a decision about the version too: docs/payments.md names it.
    apiVersion: '2026-10-28.endive',
    protocol,
    host: url.hostname,
    port: url.port === '' ? (protocol === 'http' ? 80 : 443) : Number(url.port),
    timeout: settings.timeoutMs,
    httpClient: withDeadline(settings.timeoutMs),
    maxNetworkRetries: NETWORK_RETRIES,
    telemetry: false,
  });
}

/** The SDK's own timeout is of silence. This one ends an answer that goes on and on, as a connection that broke off. */
function withDeadline(timeoutMs: number): HttpClient {
  const client = Stripe.createNodeHttpClient();
  const makeRequest = client.makeRequest.bind(client);
  client.makeRequest = async (...request) => {
    const response = await makeRequest(...request);
    const raw: unknown = response.getRawResponse();
    if (raw instanceof IncomingMessage) {
      const timer = setTimeout(() => raw.destroy(), timeoutMs);
      raw.once('close', () => clearTimeout(timer));
    }
    return response;
  };
  return client;
}
