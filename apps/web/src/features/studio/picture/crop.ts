/** A frame over a picture, in pixels of the picture as it is seen. */
export interface Crop {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** As far in as one can go: the frame is a quarter of the largest, and never smaller than the API takes. */
const ZOOM_MAX = 4;

/** The largest frame of this shape (width to height), in the middle. */
export function wholeCrop(picture: Size, ratio: number): Crop {
  const width = Math.min(picture.width, Math.floor(picture.height * ratio));
  const height = Math.min(picture.height, Math.floor(width / ratio));
  return within({ left: (picture.width - width) / 2, top: (picture.height - height) / 2, width, height }, picture);
}

export function zoomOf(crop: Crop, picture: Size, ratio: number): number {
  return wholeCrop(picture, ratio).width / crop.width;
}

/** How far in this picture can be zoomed, at least 1: `sideMin` pixels have to be left of each side. */
export function zoomMax(picture: Size, ratio: number, sideMin: number): number {
  const whole = wholeCrop(picture, ratio);
  return Math.max(1, Math.min(ZOOM_MAX, whole.width / sideMin, whole.height / sideMin));
}

/** The same middle, seen from nearer or further. */
export function zoomed(crop: Crop, zoom: number, picture: Size, ratio: number): Crop {
  const whole = wholeCrop(picture, ratio);
  const [width, height] = [Math.round(whole.width / zoom), Math.round(whole.height / zoom)];
  const left = crop.left + (crop.width - width) / 2;
  return within({ left, top: crop.top + (crop.height - height) / 2, width, height }, picture);
}

/** Moved by parts of its own size, as far as the picture goes. */
export function moved(crop: Crop, right: number, down: number, picture: Size): Crop {
  return within({ ...crop, left: crop.left + right * crop.width, top: crop.top + down * crop.height }, picture);
}

function within(crop: Crop, picture: Size): Crop {
  const clamp = (value: number, max: number) => Math.round(Math.min(Math.max(value, 0), Math.max(0, max)));
  return {
    ...crop,
    left: clamp(crop.left, picture.width - crop.width),
    top: clamp(crop.top, picture.height - crop.height),
  };
}
