import { createHmac } from 'node:crypto';
import { RazorpayProvider } from './razorpay-provider.ts';

const provider = new RazorpayProvider({
  keyId: 'rzp_test_1',
  keySecret: 'key-secret',
  webhookSecrets: ['new-secret', 'old-secret'],
  apiUrl: 'http://127.0.0.1:9',
  timeoutMs: 1_000,
  fingerprintKey: 'pepper',
});
const hmac = (secret: string, message: Buffer | string): string =>
  createHmac('sha256', secret).update(message).digest('hex');
const BODY = Buffer.from('{"entity":"event","event":"payment.captured","name":"Ünï"}');
const NOW = new Date();

describe('The signature of a webhook of Razorpay', () => {
  const signed = (signature: string | string[] | undefined, body = BODY): boolean =>
    provider.isSigned(body, signature === undefined ? {} : { 'x-razorpay-signature': signature as string }, NOW);

  it.each([
    ['the new secret', hmac('new-secret', BODY), true],
    ['the secret before the rotation', hmac('old-secret', BODY), true],
    ['a secret that was never ours', hmac('other-secret', BODY), false],
    ['the key secret, which signs callbacks only', hmac('key-secret', BODY), false],
    ['another body', hmac('new-secret', `${BODY.toString()} `), false],
    ['capital letters, which Razorpay never writes', hmac('new-secret', BODY).toUpperCase(), false],
    ['a part of it', hmac('new-secret', BODY).slice(0, 63), false],
    ['more than it', `${hmac('new-secret', BODY)}00`, false],
    ['base64', createHmac('sha256', 'new-secret').update(BODY).digest('base64'), false],
    ['nothing', '', false],
    ['no header', undefined, false],
    ['two headers', [hmac('new-secret', BODY), hmac('new-secret', BODY)], false],
  ])('is judged when made with %s', (_, signature, expected) => {
    expect(signed(signature)).toBe(expected);
  });

  it('is over the bytes as they came, even those that are no UTF-8', () => {
    const body = Buffer.from([0x7b, 0xff, 0x7d]);
    expect(signed(hmac('new-secret', body), body)).toBe(true);
    expect(signed(hmac('new-secret', body.toString()), body)).toBe(false);
  });

  it('of an empty body is none', () => {
    expect(signed(hmac('new-secret', ''), Buffer.alloc(0))).toBe(false);
  });
});

describe('The signature of a callback of Razorpay', () => {
  const orderId = 'order_IEIaMR65cu6nz3';
  const paymentId = 'pay_IH4NVgf4Dreq1l';
  const signature = hmac('key-secret', `${orderId}|${paymentId}`);

  it.each([
    ['as Razorpay made it', { orderId, paymentId, signature }, true],
    ['for another payment', { orderId, paymentId: 'pay_IH4NVgf4Dreq1m', signature }, false],
    ['for another order', { orderId: 'order_IEIaMR65cu6nz4', paymentId, signature }, false],
    ['the wrong way round', { orderId, paymentId, signature: hmac('key-secret', `${paymentId}|${orderId}`) }, false],
    ['with a webhook secret', { orderId, paymentId, signature: hmac('new-secret', `${orderId}|${paymentId}`) }, false],
    ['in capital letters', { orderId, paymentId, signature: signature.toUpperCase() }, false],
    ['empty', { orderId, paymentId, signature: '' }, false],
    ['with the bar moved', { orderId: `${orderId}|${paymentId}`, paymentId: '', signature }, false],
  ])('is judged %s', (_, callback, expected) => {
    expect(provider.isCallbackSigned(callback)).toBe(expected);
  });
});
