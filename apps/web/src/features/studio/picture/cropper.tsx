'use client';

import { LIMITS } from '@troupe/contracts/limits';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef } from 'react';
import type { Crop, Size } from './crop';
import { moved, zoomed, zoomMax, zoomOf } from './crop';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Of the frame's own size, with a key. */
const KEY_STEP = 0.04;
const ZOOM_STEP = 0.05;

interface CropperProps {
  /** Address of the picture in this tab. */
  source: string;
  picture: Size;
  crop: Crop;
  /** Width to height. */
  ratio: number;
  onCrop: (crop: Crop) => void;
}

/** What of a picture is shown: drag it, zoom it, or move the frame with the arrow keys. */
export function Cropper({ source, picture, crop, ratio, onCrop }: CropperProps) {
  const grip = useRef<{ x: number; y: number; crop: Crop } | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const zoom = zoomOf(crop, picture, ratio);
  const max = zoomMax(picture, ratio, LIMITS.pictureSideMin);

  const onDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, y: event.clientY, crop };
  };
  const onMove = (event: PointerEvent<HTMLDivElement>) => {
    const held = grip.current;
    const box = frame.current?.getBoundingClientRect();
    if (held === null || box === undefined) return;
    // The picture follows the finger, so the frame goes the other way.
    onCrop(moved(held.crop, (held.x - event.clientX) / box.width, (held.y - event.clientY) / box.height, picture));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    onCrop(moved(crop, arrow[0] * KEY_STEP, arrow[1] * KEY_STEP, picture));
  };
  const letGo = () => {
    grip.current = null;
  };

  return (
    <div className="grid justify-items-center gap-4">
      {/* biome-ignore lint/a11y/useSemanticElements: no element of HTML is moved in two directions */}
      <div
        ref={frame}
        role="group"
        aria-label="Frame: drag, or move it with the arrow keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
        tabIndex={0}
        className="crop-frame"
        style={{ aspectRatio: ratio }}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyDown={onKeyDown}
      >
        {/* biome-ignore lint/performance/noImgElement: a picture of this tab, which no server has */}
        <img
          src={source}
          alt=""
          draggable={false}
          style={{
            width: `${(picture.width / crop.width) * 100}%`,
            left: `${(-crop.left / crop.width) * 100}%`,
            top: `${(-crop.top / crop.height) * 100}%`,
          }}
        />
      </div>
      <label className="grid w-full max-w-72 gap-1 text-sm">
        <span className="font-medium">Zoom</span>
        <input
          type="range"
          min={1}
          max={max}
          step={ZOOM_STEP}
          value={zoom}
          disabled={max <= 1}
          aria-valuetext={`${zoom.toFixed(1)} times`}
          onChange={(event) => onCrop(zoomed(crop, Number(event.target.value), picture, ratio))}
          className="studio-range"
        />
      </label>
    </div>
  );
}
