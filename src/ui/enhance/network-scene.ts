// What the pictures of a page have in common: the network, which piece of it is looked at, and whom somebody follows.
import { compareYears, type Drawing, type DrawnPair, tallyYear } from "#methods/network-drawing.ts";

/** The whole is 1 wide and 1 high; at `scale` 1 all of it is seen. */
export type View = { readonly scale: number; readonly x: number; readonly y: number };

/** One year of the network, ready to be painted. */
export type Moment = {
  readonly pairs: readonly DrawnPair[];
  /** How many others each actor is tied to, by its place. */
  readonly ties: Uint32Array;
  /** The places of the tied actors, the most tied first. */
  readonly order: readonly number[];
};

export type Scene = {
  readonly drawing: Drawing;
  view: View;
  /** Whom somebody chose, and whom somebody points at. */
  chosen: number | undefined;
  pointed: number | undefined;
  /** Told to every picture when something of the above has changed. */
  readonly watchers: Set<() => void>;
};

export const whole: View = { scale: 1, x: 0, y: 0 };
const closest = 24;

export const changed = ({ watchers }: Scene): void => {
  for (const watcher of watchers) watcher();
};

/** The year at this place, compared with an earlier one. */
export const momentOf = (drawing: Drawing, at: number, since: number | undefined): Moment => {
  const tallies = tallyYear(drawing, at);
  const ties = new Uint32Array(drawing.actors.length);
  for (const { actor, ties: count } of tallies) ties[actor] = count;
  const { pairs } = compareYears(drawing, since, at);
  return {
    // Without an earlier year beside it nothing is marked as new.
    pairs: since === undefined ? pairs.map((pair) => ({ ...pair, fresh: false })) : pairs,
    ties,
    order: tallies.map(({ actor }) => actor),
  };
};

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

// The edge of the whole never comes into the middle of the picture.
const held = ({ scale, x, y }: View): View => ({
  scale,
  x: within(x, 1 - scale, 0),
  y: within(y, 1 - scale, 0),
});

/** Moves what is looked at, in parts of the picture. */
export const move = (scene: Scene, right: number, down: number): void => {
  const { scale, x, y } = scene.view;
  scene.view = held({ scale, x: x + right, y: y + down });
  changed(scene);
};

/** Comes nearer or goes further away; the point of the picture at `x`, `y` stays where it is. */
export const zoom = (scene: Scene, factor: number, x = 0.5, y = 0.5): void => {
  const { view } = scene;
  const scale = within(view.scale * factor, 1, closest);
  const by = scale / view.scale;
  scene.view = held({ scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by });
  changed(scene);
};

/** Brings an actor into the middle, near enough to see who is around it. */
export const goTo = (scene: Scene, actor: number): void => {
  const [, , , x, y] = scene.drawing.actors[actor] ?? ["", "", 0, 0.5, 0.5];
  const scale = Math.max(scene.view.scale, scene.drawing.actors.length > 150 ? 4 : 1.6);
  scene.view = held({ scale, x: 0.5 - x * scale, y: 0.5 - y * scale });
  scene.chosen = actor;
  changed(scene);
};

/** Whom an actor is tied to in a year, the most tied first. */
export const neighborsOf = ({ pairs, ties }: Moment, actor: number): readonly number[] =>
  pairs
    .flatMap(({ one, other }) => (one === actor ? [other] : other === actor ? [one] : []))
    .sort((a, b) => (ties[b] ?? 0) - (ties[a] ?? 0) || a - b);
