'use client';

import { Pause, Play, RotateCw, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { describeError } from '@/lib/errors';
import { Row } from './row';
import { percentOf, sizeWords } from './training-words';
import type { Upload } from './upload-queue';

interface UploadRowProps {
  upload: Upload;
  onPause: () => void;
  onResume: () => void;
  onCancel: () => void;
}

/** A file on its way. */
export function UploadRow({ upload, onPause, onResume, onCancel }: UploadRowProps) {
  const { name, sizeBytes, sentBytes, state, error } = upload;
  const percent = percentOf(sentBytes, sizeBytes);
  const isUnderWay = state === 'sending' || state === 'waiting';
  return (
    <Row
      name={name}
      tools={
        <>
          {isUnderWay ? (
            <Button variant="ghost" size="icon" aria-label={`Pause ${name}`} onClick={onPause}>
              <Pause size={20} aria-hidden="true" />
            </Button>
          ) : (
            <Button
              variant="ghost"
              size="icon"
              aria-label={state === 'failed' ? `Try ${name} again` : `Go on with ${name}`}
              onClick={onResume}
            >
              {state === 'failed' ? <RotateCw size={20} aria-hidden="true" /> : <Play size={20} aria-hidden="true" />}
            </Button>
          )}
          <Button variant="ghost" size="icon" aria-label={`Cancel ${name}`} onClick={onCancel}>
            <X size={20} aria-hidden="true" />
          </Button>
        </>
      }
    >
      {/* On the row's edge: a row is as tall while it is under way as it is when it has arrived. */}
      <progress max={100} value={percent} aria-label={`${name}, uploaded`} className="training-progress" />
      {state === 'failed' ? (
        <p role="alert" className="text-sm text-danger-ink">
          {failureWords(error)}
        </p>
      ) : (
        <p className="text-sm text-muted tabular-nums">
          {state === 'waiting'
            ? 'Waiting for its turn'
            : `${state === 'paused' ? 'Paused at' : 'Uploading,'} ${percent} %`}{' '}
          of {sizeWords(sizeBytes)}
        </p>
      )}
    </Row>
  );
}

function failureWords(error: unknown): string {
  const { title, hint } = describeError(error);
  return `${title}. ${hint}`;
}
