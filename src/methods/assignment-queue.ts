/** A heap of nodes by distance; a node may lie in it several times, the nearest comes first. */
export const makeQueue = () => {
  const keys: number[] = [];
  const nodes: number[] = [];
  const put = (node: number, key: number): void => {
    let at = keys.length;
    keys.push(key);
    nodes.push(node);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = keys[parent] ?? 0;
      if (above <= key) break;
      keys[at] = above;
      nodes[at] = nodes[parent] ?? 0;
      at = parent;
    }
    keys[at] = key;
    nodes[at] = node;
  };
  /** The nearest node, or -1 when there is none. */
  const take = (): number => {
    const first = nodes[0];
    const key = keys.pop();
    const last = nodes.pop();
    if (first === undefined || key === undefined || last === undefined) return -1;
    const size = keys.length;
    if (size === 0) return first;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child += 1;
      const below = keys[child] ?? 0;
      if (below >= key) break;
      keys[at] = below;
      nodes[at] = nodes[child] ?? 0;
      at = child;
    }
    keys[at] = key;
    nodes[at] = last;
    return first;
  };
  const clear = (): void => {
    keys.length = 0;
    nodes.length = 0;
  };
  return { put, take, clear };
};
