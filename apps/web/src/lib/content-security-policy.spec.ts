import { contentSecurityPolicy } from './content-security-policy';

describe('the Content-Security-Policy', () => {
  it('names no payment provider on a house that has none but the sandbox', () => {
    expect(contentSecurityPolicy('n')).not.toMatch(/stripe|razorpay/);
    expect(contentSecurityPolicy('n', ['sandbox'])).toBe(contentSecurityPolicy('n'));
  });

  it('lets in the frames and calls of the providers that are set up, and never a script by its host', () => {
    const policy = contentSecurityPolicy('n', ['stripe', 'razorpay']);
    const of = (name: string) => policy.split('; ').find((directive) => directive.startsWith(`${name} `)) ?? '';
    expect(of('frame-src')).toContain('https://hooks.stripe.com');
    expect(of('connect-src')).toContain('https://api.stripe.com https://api.razorpay.com');
    expect(of('script-src')).toBe("script-src 'self' 'nonce-n' 'strict-dynamic'");
    expect(contentSecurityPolicy('n', ['stripe'])).not.toContain('razorpay');
  });
});
