import type { System } from "./disclosure.ts";

/** A part of a system that no sum connects to the rest; `cells` says which cell of the whole each of its cells is. */
export type Part = { readonly part: System; readonly cells: readonly number[] };

/** The parts of a system, each of which can be protected on its own. */
export const partsOf = ({ cells, sums }: System): readonly Part[] => {
  const parent = cells.map((_, cell) => cell);
  const find = (cell: number): number => {
    let root = cell;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = cell; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const { total, parts } of sums) for (const part of parts) parent[find(part)] = find(total);
  const groups = Map.groupBy(
    cells.map((_, cell) => cell),
    find,
  );
  const own = Map.groupBy(sums, ({ total }) => find(total));
  return [...groups].map(([root, members]) => {
    const index = new Map(members.map((cell, at) => [cell, at]));
    const at = (cell: number): number => index.get(cell) ?? 0;
    return {
      cells: members,
      part: {
        cells: members.flatMap((cell) => cells[cell] ?? []),
        sums: (own.get(root) ?? []).map(({ total, parts }) => ({ total: at(total), parts: parts.map(at) })),
      },
    };
  });
};
