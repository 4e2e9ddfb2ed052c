const round = (value: number): string => String(Math.round(value * 10) / 10);

const point = (radius: number, degrees: number): string => {
  const angle = (degrees * Math.PI) / 180;
  return `${round(radius * Math.sin(angle))},${round(-radius * Math.cos(angle))}`;
};

type Facet = { readonly outline: string; readonly opacity: number };

const rays = 8;
const long = 19;
const short = 15;
const notch = 8.56;

/** Each ray has a bright and a shaded side, the short rays stand back: sixteen facets, one color. */
const facets: readonly Facet[] = Array.from({ length: rays }, (_, ray) => {
  const degrees = (360 / rays) * ray;
  const isLong = ray % 2 === 0;
  const tip = point(isLong ? long : short, degrees);
  const half = 180 / rays;
  // The light comes from the upper right, so the bright side changes at the diagonal.
  const bright = degrees < 135 || degrees > 270 ? 1 : -1;
  return [
    { outline: `M0 0L${tip} ${point(notch, degrees + half * bright)}z`, opacity: isLong ? 1 : 0.6 },
    { outline: `M0 0L${tip} ${point(notch, degrees - half * bright)}z`, opacity: isLong ? 0.45 : 0.25 },
  ];
}).flat();

/** The star cut of the glassmakers, our mark. Always decoration: the name stands beside it. */
export const Mark = () => (
  <svg class="al-mark" viewBox="-20 -20 40 40" aria-hidden="true" focusable="false">
    {facets.map(({ outline, opacity }) => (
      <path d={outline} opacity={opacity} />
    ))}
  </svg>
);

/** The mark as a file of its own, for the browser's tab. */
export const markFile = (color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 -20 40 40" fill="${color}">${facets
    .map(({ outline, opacity }) => `<path d="${outline}" opacity="${opacity}"/>`)
    .join("")}</svg>`;

const cuts = 16;
const rim = 196;
const heart = 92;
const step = 360 / cuts;
const angles = Array.from({ length: cuts }, (_, cut) => cut * step);
const tints = ["bright", "faint", "soft", "faint"] as const;

const glass = {
  sides: (tint: (typeof tints)[number]) =>
    angles
      .filter((_, cut) => tints[cut % tints.length] === tint)
      .map((angle) => `M0 0L${point(rim, angle)} ${point(heart, angle + step / 2)}z`)
      .join(""),
  edges: angles
    .map(
      (angle) => `M${point(rim, angle)}L${point(heart, angle + step / 2)} ${point(heart, angle - step / 2)}z`,
    )
    .join(""),
  ribs: angles.map((angle) => `M0 0L${point(rim, angle)}`).join(""),
};

/** The cut in the glass of the way-in panel; its lines fade out under the text. */
export const Glass = () => (
  <svg class="al-glass" viewBox="-200 -200 400 400" aria-hidden="true" focusable="false">
    <path d={glass.sides("bright")} fill-opacity="0.1" />
    <path d={glass.sides("soft")} fill-opacity="0.07" />
    <path d={glass.sides("faint")} fill-opacity="0.025" />
    <path class="al-glass__edge" d={glass.edges} />
    <path class="al-glass__rib" d={glass.ribs} />
  </svg>
);
