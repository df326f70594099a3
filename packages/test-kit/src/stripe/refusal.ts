interface StripeErrorBody {
  type: string;
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
}

/** What Stripe answers instead of doing something: its status, its error object, and headers if there are any. */
export class StripeRefusal extends Error {
  override readonly name = 'StripeRefusal';
  readonly status: number;
  readonly error: StripeErrorBody;
  readonly headers: Record<string, string>;

  constructor(status: number, error: StripeErrorBody, headers: Record<string, string> = {}) {
    super(error.message);
    this.status = status;
    this.error = error;
    this.headers = headers;
  }
}

export function invalid(message: string, param?: string, code?: string): StripeRefusal {
  return new StripeRefusal(400, {
    type: 'invalid_request_error',
    message,
    ...(param === undefined ? {} : { param }),
    ...(code === undefined ? {} : { code }),
  });
}

/** 404 for what the path names, 400 for what a parameter does. */
export function missing(what: string, id: string, param = 'id'): StripeRefusal {
  const error = { type: 'invalid_request_error', code: 'resource_missing', message: `No such ${what}: '${id}'`, param };
  return new StripeRefusal(param === 'id' ? 404 : 400, error);
}
