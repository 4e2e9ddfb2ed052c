import { type Network, sizeOf } from "./network.ts";

/** Where a node stands: 0 … 1 from left to right, and from top to bottom. */
export type Position = { readonly x: number; readonly y: number };

export type LayoutInput = {
  /** The union of all years: whoever was ever tied. */
  readonly network: Network;
  /** 0, 1, 2 …: nodes of one sector gather on one side of the picture. */
  readonly sectorOf: ArrayLike<number>;
  /** Where nodes stood in earlier pictures; those stay where they are. */
  readonly kept?: ReadonlyMap<string, Position>;
};

type Body = { readonly x: Float64Array; readonly y: Float64Array; readonly still: Uint8Array };

// Clubs on the left, the municipality at the upper right, companies at the lower right.
const sides: readonly Position[] = [
  { x: 0.3, y: 0.5 },
  { x: 0.74, y: 0.26 },
  { x: 0.74, y: 0.76 },
];
const sideOf = (sector: number): Position => sides[sector % sides.length] ?? { x: 0.5, y: 0.5 };

// The same id always begins at the same place.
const hash = (text: string): number => {
  let value = 2_166_136_261;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return value;
};

const begin = ({ network, sectorOf, kept }: LayoutInput): Body => {
  const size = sizeOf(network);
  const body = { x: new Float64Array(size), y: new Float64Array(size), still: new Uint8Array(size) };
  for (const [node, id] of network.ids.entries()) {
    const old = kept?.get(id);
    const side = sideOf(sectorOf[node] ?? 0);
    const mark = hash(id);
    const angle = ((mark % 3_600) / 3_600) * 2 * Math.PI;
    const far = 0.04 + 0.14 * (((mark >>> 12) % 1_000) / 1_000);
    body.x[node] = old?.x ?? side.x + far * Math.cos(angle);
    body.y[node] = old?.y ?? side.y + far * Math.sin(angle);
    body.still[node] = old ? 1 : 0;
  }
  return body;
};

// Nodes push each other away only within a few lengths, so a grid of cells finds all that matter.
const cellsOf = ({ x, y }: Body, width: number): Map<number, number[]> => {
  const cells = new Map<number, number[]>();
  for (let node = 0; node < x.length; node++) {
    const key = Math.floor((x[node] as number) / width) * 4_096 + Math.floor((y[node] as number) / width);
    const cell = cells.get(key);
    if (cell) cell.push(node);
    else cells.set(key, [node]);
  }
  return cells;
};

const push = (body: Body, length: number, forceX: Float64Array, forceY: Float64Array): void => {
  const reach = length * 4;
  const cells = cellsOf(body, reach);
  const { x, y } = body;
  for (const [key, own] of cells)
    for (const [dx, dy] of [
      [-1, -1],
      [-1, 0],
      [-1, 1],
      [0, -1],
      [0, 0],
      [0, 1],
      [1, -1],
      [1, 0],
      [1, 1],
    ] as const)
      for (const other of cells.get(key + dx * 4_096 + dy) ?? [])
        for (const node of own) {
          if (node === other) continue;
          const apartX = (x[node] as number) - (x[other] as number) || (node - other) * 1e-6;
          const apartY = (y[node] as number) - (y[other] as number) || (other - node) * 1e-6;
          const square = Math.max(apartX * apartX + apartY * apartY, 1e-8);
          if (square > reach * reach) continue;
          const force = (length * length) / square;
          forceX[node] = (forceX[node] as number) + apartX * force;
          forceY[node] = (forceY[node] as number) + apartY * force;
        }
};

const pull = (
  network: Network,
  { x, y }: Body,
  length: number,
  forceX: Float64Array,
  forceY: Float64Array,
) => {
  for (let at = 0; at < network.ties.length; at += 2) {
    const [from, to] = [network.ties[at] as number, network.ties[at + 1] as number];
    const apartX = (x[to] as number) - (x[from] as number);
    const apartY = (y[to] as number) - (y[from] as number);
    const force = (Math.hypot(apartX, apartY) / length) * 0.12;
    forceX[from] = (forceX[from] as number) + apartX * force;
    forceY[from] = (forceY[from] as number) + apartY * force;
    forceX[to] = (forceX[to] as number) - apartX * force;
    forceY[to] = (forceY[to] as number) - apartY * force;
  }
};

const inside = (value: number): number => Math.min(0.98, Math.max(0.02, value));

// Fruchterman & Reingold (1991) with a pull to the side of one's sector; it cools until nothing moves any more.
const settle = ({ network, sectorOf }: LayoutInput, body: Body): void => {
  const size = sizeOf(network);
  const length = Math.min(0.2, 0.75 / Math.sqrt(Math.max(1, size)));
  const rounds = size <= 400 ? 400 : Math.max(60, Math.floor(160_000 / size));
  const [forceX, forceY] = [new Float64Array(size), new Float64Array(size)];
  for (let round = 0; round < rounds; round++) {
    forceX.fill(0);
    forceY.fill(0);
    push(body, length, forceX, forceY);
    pull(network, body, length, forceX, forceY);
    const heat = 0.06 * (1 - round / rounds) ** 1.5 + 1e-4;
    for (let node = 0; node < size; node++) {
      if (body.still[node] === 1) continue;
      const side = sideOf(sectorOf[node] ?? 0);
      const dx = (forceX[node] as number) + (side.x - (body.x[node] as number)) * 0.55;
      const dy = (forceY[node] as number) + (side.y - (body.y[node] as number)) * 0.55;
      const far = Math.hypot(dx, dy);
      if (far === 0) continue;
      const step = Math.min(far, heat) / far;
      body.x[node] = inside((body.x[node] as number) + dx * step);
      body.y[node] = inside((body.y[node] as number) + dy * step);
    }
  }
};

// A first picture fills its frame; one with kept places stays as it is.
const fill = (body: Body): void => {
  for (const axis of [body.x, body.y]) {
    const least = axis.reduce((one, other) => Math.min(one, other), 1);
    const most = axis.reduce((one, other) => Math.max(one, other), 0);
    if (most - least < 1e-6) continue;
    for (let node = 0; node < axis.length; node++)
      axis[node] = 0.04 + (0.92 * ((axis[node] as number) - least)) / (most - least);
  }
};

/**
 * One place for each node, the same for the same input; kept nodes do not move, new ones find room among them. So an
 * organization stands at the same place in every year.
 */
export const layoutNetwork = (input: LayoutInput): ReadonlyMap<string, Position> => {
  const body = begin(input);
  settle(input, body);
  if (!input.kept || input.kept.size === 0) fill(body);
  return new Map(
    input.network.ids.map((id, node) => [id, { x: body.x[node] as number, y: body.y[node] as number }]),
  );
};
