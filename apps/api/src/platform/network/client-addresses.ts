import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { CLIENT_ADDRESS_HEADER, CLIENT_DEVICE_HEADER, INTERNAL_TOKEN_HEADER } from '@troupe/contracts/http/forwarding';
import { validate } from 'uuid';
import { InjectEnv } from '../config/config.module.ts';
import type { Env } from '../config/env.ts';
import { limitKeyOf, originOf, parseNetworks } from './addresses.ts';

const FORWARDING_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', CLIENT_ADDRESS_HEADER];

/** True when something in between passed the request on, whoever that was. */
export const isForwarded = (request: IncomingMessage): boolean =>
  FORWARDING_HEADERS.some((name) => request.headers[name] !== undefined);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Who a request comes from, as far as that can be known without believing the caller (docs/adr/0009): the connection's peer, or the
 * one that the web app names beside the shared secret; behind proxies that the operator named, whom those forward for.
 */
@Injectable()
export class ClientAddresses {
  private readonly tokenDigest: Buffer | undefined;
  private readonly proxies: ReturnType<typeof parseNetworks>;

  constructor(@InjectEnv() env: Env) {
    this.tokenDigest = env.INTERNAL_TOKEN === undefined ? undefined : digest(env.INTERNAL_TOKEN);
    this.proxies = parseNetworks(env.TRUSTED_PROXIES);
  }

  /** The key under which limits count this request. */
  limitKeyOf(request: IncomingMessage): string {
    const forwardedFor = request.headers['x-forwarded-for'];
    // Node joins repeated X-Forwarded-For lines by itself; the type doesn't know.
    const hops = Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor;
    return limitKeyOf(originOf(this.peerOf(request), hops, this.proxies));
  }

  /** The browser that the web app tells apart from others; undefined for whoever comes without it. */
  deviceOf(request: IncomingMessage): string | undefined {
    const told = this.vouchedFor(request, CLIENT_DEVICE_HEADER);
    return told !== undefined && validate(told) ? told : undefined;
  }

  private peerOf(request: IncomingMessage): string {
    return this.vouchedFor(request, CLIENT_ADDRESS_HEADER) ?? request.socket.remoteAddress ?? '';
  }

  /** What the web app says under this name beside the shared secret. */
  private vouchedFor(request: IncomingMessage, header: string): string | undefined {
    const [told, token] = [request.headers[header], request.headers[INTERNAL_TOKEN_HEADER]];
    if (typeof told !== 'string' || typeof token !== 'string' || this.tokenDigest === undefined) return undefined;
    return timingSafeEqual(this.tokenDigest, digest(token)) ? told : undefined;
  }
}
