import { type Sector, shapes } from "./facts.tsx";

/** An actor in the picture, in its units: 1000 wide, 720 high. */
export type NetworkNode = {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly sector: Sector;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly label?:
    | { readonly x: number; readonly y: number; readonly anchor: "start" | "middle" | "end" }
    | undefined;
  /** Shown on a phone as well. */
  readonly major: boolean;
  /** Not tied in this year: only a hint of where it will stand. */
  readonly ahead: boolean;
};

export type NetworkLine = {
  readonly from: NetworkNode;
  readonly to: NetworkNode;
  /** Between two sectors. */
  readonly cross: boolean;
  /** Came since the picture beside it. */
  readonly fresh: boolean;
};

export const networkWidth = 1000;
export const networkHeight = 720;

type Props = {
  readonly id: string;
  /** What the picture shows, in a sentence. */
  readonly title: string;
  readonly nodes: readonly NetworkNode[];
  readonly lines: readonly NetworkLine[];
};

const round = (value: number): number => Math.round(value * 10) / 10;

// The shapes of the sectors are drawn in a field of 24.
const at = ({ x, y, radius }: NetworkNode): string =>
  `translate(${round(x - radius * 1.2)} ${round(y - radius * 1.2)}) scale(${round(radius * 10) / 100})`;

/** Who is tied to whom, drawn on the server: shape and color for the sector, size for the number of ties. */
export const NetworkPicture = ({ id, title, nodes, lines }: Props) => {
  const ties = new Map<string, string[]>();
  for (const { from, to } of lines) {
    ties.set(from.id, [...(ties.get(from.id) ?? []), to.id]);
    ties.set(to.id, [...(ties.get(to.id) ?? []), from.id]);
  }
  return (
    <div class="al-net">
      <svg viewBox={`0 0 ${networkWidth} ${networkHeight}`} role="img" aria-labelledby={id}>
        <title id={id}>{title}</title>
        <g>
          {lines.map(({ from, to, cross, fresh }) => (
            <line
              class={
                [cross && "al-net__cross", fresh && "al-net__fresh"].filter(Boolean).join(" ") || undefined
              }
              data-from={from.id}
              data-to={to.id}
              x1={round(from.x)}
              y1={round(from.y)}
              x2={round(to.x)}
              y2={round(to.y)}
            />
          ))}
        </g>
        {nodes.map((node) => (
          <g
            class={`al-net__node al-net__node--${node.sector}${node.ahead ? " al-net__node--ahead" : ""}`}
            data-id={node.id}
            data-name={node.name}
            data-href={node.href}
            data-ties={(ties.get(node.id) ?? []).join(" ")}
          >
            <path d={shapes[node.sector]} transform={at(node)} />
            {node.label && (
              <text
                class={node.major ? undefined : "al-net__minor"}
                x={round(node.label.x)}
                y={round(node.label.y)}
                text-anchor={node.label.anchor}
              >
                {node.name}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
};
