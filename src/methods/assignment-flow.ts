import { type AssignmentProblem, furtherCost } from "./assignment.ts";
import { buildNetwork, type Network } from "./assignment-network.ts";
import { makeQueue } from "./assignment-queue.ts";
import type { Part, Room } from "./assignment-room.ts";

/**
 * The best choice for a part by successive shortest paths (Dijkstra on reduced costs), exact wherever each person's
 * options fall into separate times; undefined where they do not, and an integer program is needed.
 */
export const solveByFlow = (problem: AssignmentProblem, room: Room, part: Part): number[] | undefined => {
  const network = buildNetwork(problem, room, part);
  if (!network) return undefined;
  const flow = openFlow(problem, room, network);
  for (const [need, index] of network.needs.entries()) {
    // More places than people who could take them stay empty for certain.
    const most = Math.min(
      room.maximumLeft[index] ?? 0,
      (network.starts[need + 1] ?? 0) - (network.starts[need] ?? 0),
    );
    flow.empty[need] = (room.maximumLeft[index] ?? 0) - most;
    for (let unit = most; unit > 0; unit -= 1) send(flow, need);
  }
  return [...flow.taken]
    .flatMap((edge) => (edge === nothing ? [] : [network.option[edge] ?? 0]))
    .sort((one, other) => one - other);
};

const nothing = -1;

/** The flow so far: which edge takes each time, how many shifts each helper has, how many places stay empty. */
const openFlow = (problem: AssignmentProblem, room: Room, network: Network) => {
  const firstTime = network.needs.length;
  const firstHelper = firstTime + network.ownerOfTime.length;
  const size = firstHelper + network.helpers.length;
  const needOfEdge = new Int32Array(network.option.length);
  for (let need = 0; need < firstTime; need += 1)
    needOfEdge.fill(need, network.starts[need] ?? 0, network.starts[need + 1] ?? 0);
  return {
    problem,
    room,
    network,
    firstTime,
    firstHelper,
    needOfEdge,
    taken: new Int32Array(network.ownerOfTime.length).fill(nothing),
    load: new Int32Array(network.helpers.length),
    empty: new Int32Array(firstTime),
    potential: new Float64Array(size),
    distance: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    cameFrom: new Int32Array(size),
    cameBy: new Int32Array(size),
    settled: new Uint8Array(size),
    queue: makeQueue(),
    touched: [] as number[],
  };
};

type Flow = ReturnType<typeof openFlow>;

const priceOfEmpty = ({ problem, room, network, empty }: Flow, need: number): number => {
  const index = network.needs[need] ?? 0;
  const spare = (room.maximumLeft[index] ?? 0) - (room.minimumLeft[index] ?? 0);
  const isMinimum = (empty[need] ?? 0) >= spare;
  return network.top + problem.worthOfPlace + (isMinimum ? problem.worthOfMinimum : 0);
};

const priceOfHelper = ({ problem, room, network, load }: Flow, position: number): number => {
  const index = network.helpers[position] ?? 0;
  const helper = problem.helpers[index];
  const count = load[position] ?? 0;
  if (!helper || count >= (room.shiftsLeft[index] ?? 0)) return Number.POSITIVE_INFINITY;
  return furtherCost(helper, count + (room.load[index] ?? 0));
};

const reach = (flow: Flow, node: number, through: number, from: number, by: number): void => {
  if (flow.settled[node]) return;
  const length = through + (flow.potential[from] ?? 0) - (flow.potential[node] ?? 0);
  const known = flow.distance[node] ?? 0;
  if (length >= known) return;
  if (known === Number.POSITIVE_INFINITY) flow.touched.push(node);
  flow.distance[node] = length;
  flow.cameFrom[node] = from;
  flow.cameBy[node] = by;
  flow.queue.put(node, length);
};

const leaveNeed = (flow: Flow, need: number, length: number): void => {
  const { starts, time, cost } = flow.network;
  const end = starts[need + 1] ?? 0;
  for (let edge = starts[need] ?? 0; edge < end; edge += 1) {
    const to = time[edge] ?? 0;
    if (flow.taken[to] !== edge) reach(flow, flow.firstTime + to, length + (cost[edge] ?? 0), need, edge);
  }
};

// A taken time gives its place back to the need it served; a free one leads to its person.
const leaveTime = (flow: Flow, node: number, length: number): void => {
  const own = node - flow.firstTime;
  const edge = flow.taken[own] ?? nothing;
  if (edge === nothing)
    reach(flow, flow.firstHelper + (flow.network.ownerOfTime[own] ?? 0), length, node, nothing);
  else reach(flow, flow.needOfEdge[edge] ?? 0, length - (flow.network.cost[edge] ?? 0), node, edge);
};

const leaveHelper = (flow: Flow, node: number, length: number): void => {
  const { timesFrom } = flow.network;
  const position = node - flow.firstHelper;
  const end = timesFrom[position + 1] ?? 0;
  for (let own = timesFrom[position] ?? 0; own < end; own += 1)
    if (flow.taken[own] !== nothing) reach(flow, flow.firstTime + own, length, node, nothing);
};

/** The cheapest way from a need to an end – a person who has room, or a place left empty – in reduced prices. */
const search = (flow: Flow, from: number): { readonly end: number; readonly length: number } => {
  const { firstTime, firstHelper, potential, distance, settled, queue } = flow;
  let end = from;
  let shortest = Number.POSITIVE_INFINITY;
  const finish = (node: number, length: number): void => {
    if (length >= shortest) return;
    shortest = length;
    end = node;
  };
  distance[from] = 0;
  flow.touched.push(from);
  queue.put(from, 0);
  for (let node = queue.take(); node >= 0; node = queue.take()) {
    if (settled[node]) continue;
    const length = distance[node] ?? 0;
    if (length >= shortest) break;
    settled[node] = 1;
    const lift = length + (potential[node] ?? 0);
    if (node < firstTime) {
      finish(node, lift + priceOfEmpty(flow, node));
      leaveNeed(flow, node, length);
    } else if (node < firstHelper) leaveTime(flow, node, length);
    else {
      finish(node, lift + priceOfHelper(flow, node - firstHelper));
      leaveHelper(flow, node, length);
    }
  }
  return { end, length: shortest };
};

/** Turns the way around: times that it enters from a need are taken anew, those it enters from a person fall free. */
const follow = (flow: Flow, from: number, end: number): void => {
  const { firstTime, firstHelper, cameFrom, cameBy, taken, load, empty } = flow;
  if (end >= firstHelper) load[end - firstHelper] = (load[end - firstHelper] ?? 0) + 1;
  else empty[end] = (empty[end] ?? 0) + 1;
  const gained: [time: number, edge: number][] = [];
  for (let node = end; node !== from; node = cameFrom[node] ?? from) {
    const before = cameFrom[node] ?? from;
    if (node < firstTime || node >= firstHelper) continue;
    if (before < firstTime) gained.push([node - firstTime, cameBy[node] ?? nothing]);
    else taken[node - firstTime] = nothing;
  }
  for (const [time, edge] of gained) taken[time] = edge;
};

/** Sends one more place of a need through the network. */
const send = (flow: Flow, need: number): void => {
  const { distance, potential, settled, touched, queue } = flow;
  const { end, length } = search(flow, need);
  for (const node of touched) {
    const gap = (distance[node] ?? 0) - length;
    if (gap < 0) potential[node] = (potential[node] ?? 0) + gap;
  }
  follow(flow, need, end);
  for (const node of touched) {
    distance[node] = Number.POSITIVE_INFINITY;
    settled[node] = 0;
  }
  touched.length = 0;
  queue.clear();
};
