// What hands do with a picture: point, press, drag, pinch, roll a wheel, type.
import { changed, move, type Scene, zoom } from "./network-scene.ts";
import { comeNearer, goAway, reset } from "./network-tools.ts";

const step = 0.1;

const keys: Readonly<Record<string, (scene: Scene) => void>> = {
  ArrowLeft: (scene) => move(scene, step, 0),
  ArrowRight: (scene) => move(scene, -step, 0),
  ArrowUp: (scene) => move(scene, 0, step),
  ArrowDown: (scene) => move(scene, 0, -step),
  "+": comeNearer,
  "-": goAway,
  Escape: reset,
};

type Place = { readonly clientX: number; readonly clientY: number };
type Hit = (x: number, y: number) => number | undefined;

/** Further than this a finger has dragged, and not pressed. */
const stillness = 6;

// A point in parts of the picture, as the scene counts it.
const partOf = (canvas: HTMLCanvasElement, { clientX, clientY }: Place) => {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height, width, height };
};

const actorUnder = (canvas: HTMLCanvasElement, place: Place, hit: Hit): number | undefined => {
  const { x, y, width, height } = partOf(canvas, place);
  return hit(x * width, y * height);
};

const distance = (one: Place, other: Place): number =>
  Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);

const between = (one: Place, other: Place): Place => ({
  clientX: (one.clientX + other.clientX) / 2,
  clientY: (one.clientY + other.clientY) / 2,
});

/** One finger drags what is near enough, two come nearer or go away. */
const dragging = (canvas: HTMLCanvasElement, scene: Scene, hit: Hit): void => {
  const fingers = new Map<number, Place>();
  let moved = 0;
  const drag = (before: Place, now: PointerEvent): void => {
    const other = [...fingers].find(([id]) => id !== now.pointerId)?.[1];
    if (other) {
      const { x, y } = partOf(canvas, between(now, other));
      const was = distance(before, other);
      if (was > 0) zoom(scene, distance(now, other) / was, x, y);
    } else if (scene.view.scale > 1) {
      const [from, to] = [partOf(canvas, before), partOf(canvas, now)];
      move(scene, to.x - from.x, to.y - from.y);
    }
  };
  canvas.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, { clientX: event.clientX, clientY: event.clientY });
    canvas.setPointerCapture(event.pointerId);
    moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    moved += distance(before, event);
    drag(before, event);
    fingers.set(event.pointerId, { clientX: event.clientX, clientY: event.clientY });
  });
  canvas.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));
  canvas.addEventListener("pointerup", (event) => {
    fingers.delete(event.pointerId);
    if (moved > stillness) return;
    scene.chosen = actorUnder(canvas, event, hit);
    changed(scene);
  });
};

/** Whoever is pointed at stands out, as long as nobody drags. */
const pointing = (canvas: HTMLCanvasElement, scene: Scene, hit: Hit): void => {
  const point = (actor: number | undefined): void => {
    canvas.classList.toggle("al-net__hit", actor !== undefined);
    if (actor === scene.pointed) return;
    scene.pointed = actor;
    changed(scene);
  };
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons === 0) point(actorUnder(canvas, event, hit));
  });
  canvas.addEventListener("pointerleave", () => point(undefined));
};

const rolling = (canvas: HTMLCanvasElement, scene: Scene): void => {
  canvas.addEventListener(
    "wheel",
    (event) => {
      // Without the key the page scrolls on, as everywhere; a pinch on a touchpad comes with it.
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { x, y } = partOf(canvas, event);
      zoom(scene, Math.exp(-event.deltaY / 200), x, y);
    },
    { passive: false },
  );
};

const typing = (canvas: HTMLCanvasElement, scene: Scene): void => {
  canvas.addEventListener("keydown", (event) => {
    const press = keys[event.key];
    if (!press || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    press(scene);
  });
};

/** Lets hands do what they are used to; `hit` says who stands at a point of the canvas, in pixels. */
export const handle = (canvas: HTMLCanvasElement, scene: Scene, hit: Hit): void => {
  dragging(canvas, scene, hit);
  pointing(canvas, scene, hit);
  rolling(canvas, scene);
  typing(canvas, scene);
};
