import { type Sector, shapes } from "./facts.tsx";

/** An actor in the picture, in its units: 1000 wide, 720 high. */
export type NetworkNode = {
  readonly id: string;
  readonly name: string;
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
  readonly script: NetworkScript;
};

/** What the script of the page needs to bring the picture to life. */
export type NetworkScript = {
  /** Where the network through all years is found. */
  readonly source: string;
  readonly year: number;
  /** The year it is compared with. */
  readonly since?: number | undefined;
  /** Addresses of an organization and of its circle, with `{slug}` in them. */
  readonly profile: string;
  readonly circle: string;
  readonly words: Readonly<Record<string, string>>;
};

const round = (value: number): number => Math.round(value * 10) / 10;

// The shapes of the sectors are drawn in a field of 24.
const at = ({ x, y, radius }: NetworkNode): string =>
  `translate(${round(x - radius * 1.2)} ${round(y - radius * 1.2)}) scale(${round(radius * 10) / 100})`;

/** Who is tied to whom, drawn on the server: shape and color for the sector, size for the number of ties. */
export const NetworkPicture = ({ id, title, nodes, lines, script }: Props) => {
  return (
    <div
      class="al-net"
      data-network={script.source}
      data-year={script.year}
      data-since={script.since}
      data-profile={script.profile}
      data-circle={script.circle}
      data-words={JSON.stringify(script.words)}
    >
      <svg viewBox={`0 0 ${networkWidth} ${networkHeight}`} role="img" aria-labelledby={id}>
        <title id={id}>{title}</title>
        <g>
          {lines.map(({ from, to, cross, fresh }) => (
            <line
              class={
                [cross && "al-net__cross", fresh && "al-net__fresh"].filter(Boolean).join(" ") || undefined
              }
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
