export type TrendPoint = { readonly day: string; readonly value: number };

type Props = {
  /** From where, to where: drawn as a broken line. */
  readonly aim: { readonly from: TrendPoint; readonly to: TrendPoint };
  /** What was measured, the earliest first. */
  readonly points: readonly TrendPoint[];
  /** What is seen, in one sentence. */
  readonly description: string;
  /** The names of the lines, for the key. */
  readonly names: { readonly measured: string; readonly planned: string; readonly target: string };
};

const [width, height, margin] = [600, 200, 12];

const scaleOf = ({ aim, points }: Pick<Props, "aim" | "points">) => {
  const all = [aim.from, aim.to, ...points];
  const times = all.map(({ day }) => Date.parse(day));
  const values = all.map(({ value }) => value);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const part = (at: number, from: number, to: number) => (to === from ? 0.5 : (at - from) / (to - from));
  return ({ day, value }: TrendPoint): readonly [number, number] => [
    Math.round(margin + part(Date.parse(day), first, last) * (width - 2 * margin)),
    Math.round(height - margin - part(value, low, high) * (height - 2 * margin)),
  ];
};

const dot = ([x, y]: readonly [number, number]): string => `M${x - 5} ${y}a5 5 0 1010 0a5 5 0 10-10 0z`;
const diamond = ([x, y]: readonly [number, number]): string => `M${x} ${y - 8}l8 8l-8 8l-8 -8z`;

/** One value over the years beside the way it was meant to take; a table beside it says the same. */
export const Trend = ({ aim, points, description, names }: Props) => {
  const at = scaleOf({ aim, points });
  const [from, to] = [at(aim.from), at(aim.to)];
  const measured = [aim.from, ...points].map(at);
  return (
    <figure class="al-trend">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={description}>
        <path class="al-trend__axis" d={`M0 ${height - 1}H${width}`} />
        <path class="al-trend__plan" d={`M${from.join(" ")}L${to.join(" ")}`} />
        {points.length > 0 && (
          <path class="al-trend__line" d={`M${measured.map((one) => one.join(" ")).join("L")}`} />
        )}
        <path class="al-trend__dots" d={measured.map(dot).join("")} />
        <path class="al-trend__target" d={diamond(to)} />
      </svg>
      <figcaption>
        <ul class="al-trend__key">
          <li>
            <svg viewBox="0 0 24 12" aria-hidden="true" focusable="false">
              <path class="al-trend__line" d="M0 6H24" />
              <path class="al-trend__dots" d={dot([12, 6])} />
            </svg>
            {names.measured}
          </li>
          <li>
            <svg viewBox="0 0 24 12" aria-hidden="true" focusable="false">
              <path class="al-trend__plan" d="M0 6H24" />
            </svg>
            {names.planned}
          </li>
          <li>
            <svg viewBox="0 0 24 18" aria-hidden="true" focusable="false">
              <path class="al-trend__target" d={diamond([12, 9])} />
            </svg>
            {names.target}
          </li>
        </ul>
      </figcaption>
    </figure>
  );
};
