import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** An address of a machine, as the system resolver tells it. */
export type Resolved = { readonly address: string; readonly family: 4 | 6 };
export type Resolve = (host: string) => Promise<readonly Resolved[]>;

// IANA's registry of special-purpose addresses (RFC 6890 and its successors): none of them is a public machine.
const special: readonly (readonly [network: string, prefix: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

const closed = new BlockList();
for (const [network, prefix] of special) closed.addSubnet(network, prefix, "ipv4");
// Inside the one public range of IPv6: tunnels, which carry an IPv4 address within, benchmarks and examples.
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  closed.addSubnet(network, prefix, "ipv6");
}

// Everything outside is loopback, link-local, unique local, multicast, mapped IPv4 or not given out.
const open = new BlockList();
open.addSubnet("2000::", 3, "ipv6");

/** Is this the address of a machine that everybody can reach, and not one of our own house? */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  return family === 6 && open.check(address, "ipv6") && !closed.check(address, "ipv6");
};

/** What the system's own resolver knows of a host. */
export const resolve: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address, family }) => ({
    address,
    family: family === 6 ? 6 : 4,
  }));
