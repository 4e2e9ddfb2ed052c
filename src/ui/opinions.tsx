/** x, y from -1 to 1, and the group from 0. */
export type OpinionPoint = readonly [x: number, y: number, group: number];

const half = 100;
const reach = 92;

const shapes: readonly ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - 2.6} ${y}a2.6 2.6 0 105.2 0a2.6 2.6 0 10-5.2 0z`,
  (x, y) => `M${x - 2.4} ${y - 2.4}h4.8v4.8h-4.8z`,
  (x, y) => `M${x} ${y - 3}l3 5.4h-6z`,
  (x, y) => `M${x} ${y - 3.4}l3.4 3.4l-3.4 3.4l-3.4 -3.4z`,
  (x, y) => `M${x - 3} ${y - 0.8}h2.2v-2.2h1.6v2.2h2.2v1.6h-2.2v2.2h-1.6v-2.2h-2.2z`,
];

const pathOf = ([x, y, group]: OpinionPoint): string =>
  (shapes[group] ?? shapes[0])?.(Math.round(half + x * reach), Math.round(half - y * reach)) ?? "";

type Props = {
  readonly points: readonly OpinionPoint[];
  /** What is seen, in one sentence. */
  readonly description: string;
  /** The names of the groups; each has a shape of its own. */
  readonly names: readonly string[];
};

/** Where people stand: near each other who says alike. Words and a table beside it say the same. */
export const OpinionPlane = ({ points, description, names }: Props) => (
  <figure class="al-opinions">
    <svg viewBox="0 0 200 200" role="img" aria-label={description}>
      <path class="al-opinions__axis" d="M100 4V196M4 100H196" />
      {[...new Set(points.map(([, , group]) => group))].map((group) => (
        <path
          class={`al-opinions__group al-opinions__group--${names.length > 0 ? group : "none"}`}
          d={points
            .filter((point) => point[2] === group)
            .map(pathOf)
            .join("")}
        />
      ))}
    </svg>
    {names.length > 0 && (
      <figcaption>
        <ul class="al-opinions__key">
          {names.map((name, group) => (
            <li>
              <svg viewBox="0 0 8 8" aria-hidden="true" focusable="false">
                <path class={`al-opinions__group al-opinions__group--${group}`} d={shapes[group]?.(4, 4)} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
    )}
  </figure>
);
