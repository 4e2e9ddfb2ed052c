// Paints a year of the network on a canvas: 3,000 actors move smoothly there, which drawn as elements they do not.

import type { DrawnPair } from "#methods/network-drawing.ts";
import { placeLabels } from "#methods/network-labels.ts";
import { type Moment, neighborsOf, type Scene, type View } from "./network-scene.ts";

const sectors = ["civil", "public", "business"] as const;
const names = [...sectors, "ink", "line-strong", "accent", "surface"] as const;
export type Colors = Readonly<Record<(typeof names)[number], string>>;

/** The colors of the page as they are right now, light or dark. */
export const readColors = (place: HTMLElement): Colors => {
  const probe = document.createElement("span");
  place.append(probe);
  const colors = Object.fromEntries(
    names.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return colors as Colors;
};

/** The size of a picture in pixels of the page. */
export type Size = { readonly width: number; readonly height: number };

const margin = 0.03;
const lineHeight = 15;

/** So many lines that painting them takes longer than a picture that moves has time for. */
export const isCrowded = ({ pairs }: Moment): boolean => pairs.length > 1_500;

/** Where an actor stands, in pixels of the picture. */
export const placeOf = ({ drawing, view }: Scene, { width, height }: Size, actor: number) => {
  const [, , , x, y] = drawing.actors[actor] ?? ["", "", 0, 0, 0];
  const spread = 1 - 2 * margin;
  return {
    x: ((margin + x * spread) * view.scale + view.x) * width,
    y: ((margin + y * spread) * view.scale + view.y) * height,
  };
};

/** How big an actor is painted: by its ties, smaller among many, bigger from near. */
export const radiusOf = (
  { drawing, view }: Scene,
  { ties }: Moment,
  { width }: Size,
  actor: number,
): number => {
  const crowd = Math.min(1, Math.sqrt(150 / drawing.actors.length));
  const size = (6 + 3 * Math.sqrt(ties[actor] ?? 0)) * crowd * Math.sqrt(view.scale);
  return Math.max(2, (size * Math.max(600, width)) / 1000);
};

// The same shapes as in the key and in the picture of the server, about their middle.
const addShape = (path: Path2D, sector: number, x: number, y: number, r: number): void => {
  if (sector === 1) path.rect(x - 0.7 * r, y - 0.7 * r, 1.4 * r, 1.4 * r);
  else if (sector === 2) {
    path.moveTo(x, y - 0.85 * r);
    path.lineTo(x + 0.9 * r, y + 0.75 * r);
    path.lineTo(x - 0.9 * r, y + 0.75 * r);
    path.closePath();
  } else {
    path.moveTo(x + 0.8 * r, y);
    path.arc(x, y, 0.8 * r, 0, 2 * Math.PI);
  }
};

type Brush = {
  readonly pen: CanvasRenderingContext2D;
  readonly scene: Scene;
  readonly moment: Moment;
  readonly size: Size;
  readonly colors: Colors;
  /** Who is shown in full strength, when somebody is followed. */
  readonly circle: ReadonlySet<number> | undefined;
};

const stroke = (
  pen: CanvasRenderingContext2D,
  path: Path2D,
  color: string,
  width: number,
  alpha: number,
): void => {
  pen.globalAlpha = alpha;
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.stroke(path);
};

type LineKind = "plain" | "cross" | "fresh" | "own" | "ownFresh";

const kindOf = ({ fresh }: DrawnPair, isOwn: boolean, isCross: boolean): LineKind => {
  if (isOwn) return fresh ? "ownFresh" : "own";
  if (fresh) return "fresh";
  return isCross ? "cross" : "plain";
};

const paintLines = (
  { pen, scene, moment, size, colors, circle }: Brush,
  followed: number | undefined,
): void => {
  const { actors } = scene.drawing;
  const paths = {
    plain: new Path2D(),
    cross: new Path2D(),
    fresh: new Path2D(),
    own: new Path2D(),
    ownFresh: new Path2D(),
  } satisfies Record<LineKind, Path2D>;
  for (const pair of moment.pairs) {
    const { one, other } = pair;
    const isOwn = one === followed || other === followed;
    const path = paths[kindOf(pair, isOwn, actors[one]?.[2] !== actors[other]?.[2])];
    const [from, to] = [placeOf(scene, size, one), placeOf(scene, size, other)];
    path.moveTo(from.x, from.y);
    path.lineTo(to.x, to.y);
  }
  // Among many lines each is fainter, so that the whole does not become a blot.
  const crowd = Math.min(1, Math.max(0.12, Math.sqrt((400 * scene.view.scale) / moment.pairs.length)));
  const strength = (circle ? 0.15 : 1) * crowd;
  // Lines of one pixel are painted several times faster than wider ones.
  const wide = isCrowded(moment) ? 0 : 1;
  stroke(pen, paths.plain, colors["line-strong"], 1 + 0.2 * wide, 0.55 * strength);
  stroke(pen, paths.cross, colors.ink, 1 + 0.4 * wide, 0.5 * strength);
  stroke(pen, paths.fresh, colors.accent, 1 + 1.5 * wide, 0.9 * strength);
  stroke(pen, paths.own, colors.ink, 2, 0.9);
  stroke(pen, paths.ownFresh, colors.accent, 3, 0.9);
};

const paintActors = ({ pen, scene, moment, size, colors, circle }: Brush): void => {
  const strong = sectors.map(() => new Path2D());
  const faint = sectors.map(() => new Path2D());
  for (const [actor, [, , sector]] of scene.drawing.actors.entries()) {
    const { x, y } = placeOf(scene, size, actor);
    const isStrong = (moment.ties[actor] ?? 0) > 0 && (!circle || circle.has(actor));
    const path = (isStrong ? strong : faint)[sector];
    if (path) addShape(path, sector, x, y, radiusOf(scene, moment, size, actor));
  }
  pen.lineWidth = 1.5;
  pen.strokeStyle = colors.surface;
  for (const [at, sector] of sectors.entries()) {
    pen.fillStyle = colors[sector];
    for (const [paths, alpha] of [
      [faint, 0.14],
      [strong, 1],
    ] as const) {
      const path = paths[at];
      if (!path) continue;
      pen.globalAlpha = alpha;
      pen.fill(path);
      if (alpha === 1) pen.stroke(path);
    }
  }
};

const mostLabels = (width: number): number => (width < 600 ? 8 : 18);

const paintLabels = (
  { pen, scene, moment, size, colors, circle }: Brush,
  followed: number | undefined,
): void => {
  const signs = (circle ? [...circle] : moment.order)
    .map((actor) => {
      const weight = actor === followed ? Number.MAX_SAFE_INTEGER : (moment.ties[actor] ?? 0);
      const words = scene.drawing.actors[actor]?.[1] ?? "";
      return { ...placeOf(scene, size, actor), radius: radiusOf(scene, moment, size, actor), words, weight };
    })
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= size.width && y <= size.height)
    .slice(0, 120);
  const labels = placeLabels(signs, { ...size, line: lineHeight, most: mostLabels(size.width) });
  pen.globalAlpha = 1;
  pen.font = `${lineHeight}px "Fira Sans", sans-serif`;
  pen.lineJoin = "round";
  pen.lineWidth = 4;
  pen.strokeStyle = colors.surface;
  pen.fillStyle = colors.ink;
  for (const [at, label] of labels.entries()) {
    if (!label) continue;
    pen.textAlign = label.anchor === "middle" ? "center" : label.anchor;
    pen.strokeText(signs[at]?.words ?? "", label.x, label.y);
    pen.fillText(signs[at]?.words ?? "", label.x, label.y);
  }
};

type Job = { readonly scene: Scene; readonly moment: Moment; readonly colors: Colors };

/** Paints what of the network is looked at; whoever is followed stands out with all it is tied to. */
export const paint = (canvas: HTMLCanvasElement, { scene, moment, colors }: Job): void => {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const sharpness = window.devicePixelRatio || 1;
  const size = { width: canvas.width / sharpness, height: canvas.height / sharpness };
  const followed = scene.pointed ?? scene.chosen;
  const circle = followed === undefined ? undefined : new Set([followed, ...neighborsOf(moment, followed)]);
  const brush: Brush = { pen, scene, moment, size, colors, circle };
  pen.setTransform(sharpness, 0, 0, sharpness, 0, 0);
  pen.clearRect(0, 0, size.width, size.height);
  paintLines(brush, followed);
  paintActors(brush);
  paintLabels(brush, followed);
};

/** Shows what was painted for one view as it looks from another: quick, a little blurred. */
export const shift = (canvas: HTMLCanvasElement, painted: HTMLCanvasElement, from: View, to: View): void => {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const by = to.scale / from.scale;
  const { width, height } = canvas;
  pen.clearRect(0, 0, width, height);
  pen.drawImage(
    painted,
    (to.x - from.x * by) * width,
    (to.y - from.y * by) * height,
    width * by,
    height * by,
  );
};

/** Who stands at this point of the picture; a finger may miss by a little. */
export const actorAt = (
  scene: Scene,
  moment: Moment,
  size: Size,
  point: { readonly x: number; readonly y: number },
): number | undefined => {
  let nearest: { readonly actor: number; readonly away: number } | undefined;
  for (const actor of scene.drawing.actors.keys()) {
    const { x, y } = placeOf(scene, size, actor);
    const away = Math.hypot(x - point.x, y - point.y) - radiusOf(scene, moment, size, actor);
    if (away < 8 && (!nearest || away < nearest.away)) nearest = { actor, away };
  }
  return nearest?.actor;
};
