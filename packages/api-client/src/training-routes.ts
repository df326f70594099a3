import {
  type OpenTrainingFileRequest,
  trainingFile,
  trainingFilesPage,
  trainingPassagesPage,
} from '@troupe/contracts/http/training';
import type { PageOptions } from './page-options.ts';
import type { CallOptions, Transport } from './transport.ts';

/** Half a megabyte over a slow line. */
const PART_TIMEOUT_MS = 60_000;

/** What a persona knows from files, for its creator. */
export function trainingRoutes(send: Transport) {
  const one = (id: string) => `/creator/training-data/${encodeURIComponent(id)}`;
  return {
    /** The newest first. */
    list: (personaId: string, { signal, ...query }: PageOptions = {}) =>
      send({
        method: 'GET',
        path: '/creator/training-data',
        query: { personaId, ...query },
        answer: trainingFilesPage,
        signal,
      }),
    open: (body: OpenTrainingFileRequest, options?: CallOptions) =>
      send({ method: 'POST', path: '/creator/training-data', body, answer: trainingFile, ...options }),
    read: (id: string, options?: CallOptions) =>
      send({ method: 'GET', path: one(id), answer: trainingFile, ...options }),
    /** The bytes from `offsetBytes` on. Sent again it changes nothing; `upload_out_of_step` says where to go on. */
    sendPart: (id: string, offsetBytes: number, bytes: Blob, options?: CallOptions) =>
      send({
        method: 'PUT',
        path: `${one(id)}/parts/${offsetBytes}`,
        file: new Blob([bytes], { type: 'application/octet-stream' }),
        timeoutMs: PART_TIMEOUT_MS,
        answer: trainingFile,
        ...options,
      }),
    passages: (id: string, { signal, cursor }: Pick<PageOptions, 'signal' | 'cursor'> = {}) =>
      send({ method: 'GET', path: `${one(id)}/passages`, query: { cursor }, answer: trainingPassagesPage, signal }),
    delete: (id: string, options?: CallOptions) => send({ method: 'DELETE', path: one(id), ...options }),
  };
}
