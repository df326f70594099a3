import { moved, wholeCrop, zoomed, zoomMax, zoomOf } from './crop';

const WIDE = { width: 1600, height: 1000 };
const SHAPE = 4 / 5;

describe('a frame over a picture', () => {
  it('begins as the largest of its shape, in the middle', () => {
    expect(wholeCrop(WIDE, SHAPE)).toEqual({ left: 400, top: 0, width: 800, height: 1000 });
    expect(wholeCrop({ width: 100, height: 1000 }, 1)).toEqual({ left: 0, top: 450, width: 100, height: 100 });
  });

  it('zooms around its middle and comes back', () => {
    const near = zoomed(wholeCrop(WIDE, SHAPE), 2, WIDE, SHAPE);
    expect(near).toEqual({ left: 600, top: 250, width: 400, height: 500 });
    expect(zoomOf(near, WIDE, SHAPE)).toBe(2);
    expect(zoomed(near, 1, WIDE, SHAPE)).toEqual(wholeCrop(WIDE, SHAPE));
  });

  it.each([
    [5, 5, { left: 1200, top: 500 }],
    [-5, -5, { left: 0, top: 0 }],
    [0.1, 0, { left: 640, top: 250 }],
  ])('moved by %d and %d stays inside', (right, down, place) => {
    const near = zoomed(wholeCrop(WIDE, SHAPE), 2, WIDE, SHAPE);
    expect(moved(near, right, down, WIDE)).toEqual({ width: 400, height: 500, ...place });
  });

  it.each([
    [WIDE, 4],
    [{ width: 320, height: 256 }, 1.593_75],
    [{ width: 128, height: 160 }, 1],
  ])('of %j goes in up to %d times', (picture, zoom) => expect(zoomMax(picture, SHAPE, 128)).toBe(zoom));
});
